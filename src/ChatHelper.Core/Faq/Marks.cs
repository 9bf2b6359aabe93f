namespace ChatHelper.Core.Faq;

/// What texts are compared by: each sign (a character, or a whole Latin word or number), each two signs side by side, each
/// two with one between. Punctuation parts, spaces do not.
internal sealed class Marks
{
    private const int One = 1, Pair = 2, Apart = 3, Parted = 0, FirstWord = 0x10000, NoWord = FirstWord - 1;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words => _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// How much a mark says beside others of the same rarity.
    public static float Share(long mark) => (mark >> 40) switch { One => 0.5f, Pair => 1f, _ => 0.35f };

    /// The same for a mark that no question holds.
    public static float ShareUnknown(long mark) => (mark >> 40) switch { One => 0.8f, Pair => 0.4f, _ => 0f };

    /// The marks of a wording, each once; its Latin words are remembered.
    public long[] Learn(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var end = Word(text, at);
            if (end > at)
            {
                _words.TryAdd(text[at..end], FirstWord + _words.Count);
            }

            at = Math.Max(end, at + 1);
        }

        var marks = new long[text.Length * 3];
        return marks[..Of(text, marks)];
    }

    /// Writes the marks of a text, each once, and tells how many; there is room for three for each character.
    public int Of(ReadOnlySpan<char> text, Span<long> marks)
    {
        var (count, before, last) = (0, Parted, Parted);
        for (var at = 0; at < text.Length;)
        {
            var end = Word(text, at);
            var sign = end > at ? Words.TryGetValue(text[at..end], out var word) ? word : NoWord
                : char.IsLetter(text[at]) ? text[at]
                : Parted;
            if (sign != Parted || text[at] != ' ')
            {
                if (sign != Parted)
                {
                    marks[count++] = ((long)One << 40) | (uint)sign;
                }

                if (sign != Parted && last != Parted)
                {
                    marks[count++] = ((long)Pair << 40) | ((long)last << 20) | (uint)sign;
                }

                if (sign != Parted && before != Parted && last != Parted)
                {
                    marks[count++] = ((long)Apart << 40) | ((long)before << 20) | (uint)sign;
                }

                (before, last) = (sign == Parted ? Parted : last, sign);
            }

            at = Math.Max(end, at + 1);
        }

        return Distinct(marks[..count]);
    }

    private static int Distinct(Span<long> marks)
    {
        marks.Sort();
        var kept = 0;
        foreach (var mark in marks)
        {
            if (kept == 0 || marks[kept - 1] != mark)
            {
                marks[kept++] = mark;
            }
        }

        return kept;
    }

    // Where the Latin word or number that begins here ends; the beginning itself when none does.
    private static int Word(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
