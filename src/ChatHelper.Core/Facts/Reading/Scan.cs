namespace ChatHelper.Core.Facts.Reading;

/// A text with the words found in it. Parsers ask for a kind of word at a position and get the longest one.
internal sealed class Scan
{
    private readonly List<Hit> _hits;
    private readonly int[] _first; // of the hits at a position, the first; they end where those of the next position begin

    public Scan(string typed, Vocabulary vocabulary)
    {
        Typed = typed;
        Text = vocabulary.Folding.Fold(typed);
        _hits = new List<Hit>(Text.Length);
        _first = new int[Text.Length + 1];
        var ignored = new List<Hit>();
        for (var at = 0; at < Text.Length; at++)
        {
            _first[at] = _hits.Count;
            vocabulary.Words.Collect(Text, at, _hits);
            DropHidden(at, ignored);
        }

        _first[Text.Length] = _hits.Count;
        Festivals = vocabulary.Festivals;
        Parts = vocabulary.Parts;
        Labels = vocabulary.Labels;
    }

    public string Typed { get; }

    public char[] Text { get; }

    public IReadOnlyList<FestivalDay> Festivals { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    public IReadOnlyDictionary<string, DayPart> Parts { get; }

    public int Length => Text.Length;

    public char At(int at) => (uint)at < (uint)Text.Length ? Text[at] : '\0';

    /// True where neither a word nor a figure begins.
    public bool Nothing(int at) => _first[at] == _first[at + 1] && !char.IsAsciiDigit(Text[at]);

    public bool IsDigit(int at) => char.IsAsciiDigit(At(at));

    /// The longest word of a kind that begins here.
    public Hit? Find(int at, Kind kind)
    {
        if ((uint)at >= (uint)Text.Length)
        {
            return null;
        }

        for (var index = _first[at + 1] - 1; index >= _first[at]; index--)
        {
            if (_hits[index].Word.Kind == kind)
            {
                return _hits[index];
            }
        }

        return null;
    }

    public Hit? Find(int at, Kind first, Kind second) => Find(at, first) ?? Find(at, second);

    public bool Is(int at, Kind kind) => Find(at, kind) is not null;

    /// All words of a kind between two positions.
    public bool Any(int start, int end, Kind kind)
    {
        for (var at = start; at < end; at++)
        {
            if (Is(at, kind))
            {
                return true;
            }
        }

        return false;
    }

    /// The word of a kind that ends exactly here.
    public Hit? FindBefore(int end, Kind kind)
    {
        for (var at = Math.Max(0, end - 12); at < end; at++)
        {
            if (Find(at, kind) is { } hit && hit.End == end)
            {
                return hit;
            }
        }

        return null;
    }

    public int Spaces(int at)
    {
        while (At(at) == ' ')
        {
            at++;
        }

        return at;
    }

    public int SpacesBack(int at)
    {
        while (at > 0 && Text[at - 1] == ' ')
        {
            at--;
        }

        return at;
    }

    public Found Found(int start, int end, string value, Precision precision) =>
        new(Typed[start..end], value, precision, start, end - start, []);

    public Found Ask(int start, int end, IReadOnlyList<string> options) =>
        new(Typed[start..end], string.Join('|', options), Precision.Ask, start, end - start, options);

    // A word that is part of a longer, unrelated one ("before" in "front desk") does not count.
    private void DropHidden(int at, List<Hit> ignored)
    {
        for (var index = _hits.Count - 1; index >= _first[at]; index--)
        {
            if (_hits[index].Word.Kind == Kind.Ignored)
            {
                ignored.Add(_hits[index]);
            }
        }

        ignored.RemoveAll(word => word.End <= at);
        for (var index = _hits.Count - 1; index >= _first[at] && ignored.Count > 0; index--)
        {
            var hit = _hits[index];
            if (ignored.Exists(longer => longer.End >= hit.End && longer.Length > hit.Length))
            {
                _hits.RemoveAt(index);
            }
        }
    }
}
