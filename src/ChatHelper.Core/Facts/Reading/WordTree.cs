namespace ChatHelper.Core.Facts.Reading;

/// All words as one tree by character: at a position of a text, every word that begins there is met in one walk.
internal sealed class WordTree
{
    private readonly Branch _root = new();

    public void Add(Word word)
    {
        var branch = _root;
        foreach (var sign in word.Text)
        {
            if (!branch.Next.TryGetValue(sign, out var next))
            {
                branch.Next[sign] = next = new Branch();
            }

            branch = next;
        }

        branch.Words.Add(word);
    }

    /// Words that are spelt so, of whatever kind.
    public IReadOnlyList<Word> Spelt(string text)
    {
        var branch = _root;
        foreach (var sign in text)
        {
            if (!branch.Next.TryGetValue(sign, out branch!))
            {
                return [];
            }
        }

        return branch.Words;
    }

    /// Adds the words that begin at a position, shortest first.
    public void Collect(ReadOnlySpan<char> text, int at, List<Hit> hits)
    {
        var branch = _root;
        for (var end = at; end < text.Length && branch.Next.TryGetValue(text[end], out branch!);)
        {
            end++;
            if (branch.Words.Count > 0 && !CutsLatin(text, at, end))
            {
                foreach (var word in branch.Words)
                {
                    hits.Add(new Hit(word, at, end));
                }
            }
        }
    }

    // "may" must not be found in "maybe", nor "k" in "5kg".
    private static bool CutsLatin(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start - 1]))
        || (end < text.Length && char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetter(text[end]));

    private sealed class Branch
    {
        public Dictionary<char, Branch> Next { get; } = [];

        public List<Word> Words { get; } = [];
    }
}
