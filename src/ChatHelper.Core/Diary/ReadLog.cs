using ChatHelper.Core.Casework;

namespace ChatHelper.Core.Diary;

/// <summary>What a pasted or received list of calls and messages holds. Nothing is dropped without being counted.</summary>
/// <param name="Entries">What came in, without number and person, in the order of the list.</param>
public sealed record ReadLog(IReadOnlyList<DiaryEntry> Entries)
{
    /// <summary>Most entries that are read; further ones are counted in <see cref="Over"/>.</summary>
    public const int Most = 20_000;

    /// <summary>Calls made and messages sent by the owner of the telephone: no entries.</summary>
    public int Outgoing { get; init; }

    /// <summary>Lines that stood twice.</summary>
    public int Repeated { get; init; }

    /// <summary>Lines or rows that were not understood.</summary>
    public int Unread { get; init; }

    /// <summary>The first of those, cut; empty when all were.</summary>
    public string FirstUnread { get; init; } = "";

    /// <summary>Entries beyond <see cref="Most"/>.</summary>
    public int Over { get; init; }

    /// <summary>The file broke off or held something it must not; what came before was read.</summary>
    public bool Broken { get; init; }

    /// <summary>Numbers that stand in the telephone's own book: hardly a collector's.</summary>
    public IReadOnlySet<string> InBook { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>A list while it is being read.</summary>
internal sealed class LogMaking(string source)
{
    private const int LongestWords = 1000, LongestShown = 60;
    private readonly List<DiaryEntry> _entries = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _book = new(StringComparer.Ordinal);
    private int _outgoing, _repeated, _unread, _over;
    private string _first = "";

    public bool Broken { get; set; }

    public int Count => _entries.Count + _over;

    public bool Nothing => Count + _outgoing + _repeated == 0;

    /// <summary>Takes one entry.</summary>
    /// <param name="entry">What came in.</param>
    /// <param name="same">All that the line told, seconds included: a line that stands twice is one call.</param>
    public void Add(DiaryEntry entry, string same)
    {
        if (_entries.Count >= ReadLog.Most)
        {
            _over++;
        }
        else if (!_seen.Add(same))
        {
            _repeated++;
        }
        else
        {
            _entries.Add(entry with { Source = source, Words = entry.Words.Length > LongestWords ? Cut(entry.Words, LongestWords) : entry.Words });
        }
    }

    public void AddOutgoing() => _outgoing++;

    public void AddKnown(string number) => _book.Add(number);

    public void AddUnread(string line)
    {
        _unread++;
        _first = _first.Length > 0 ? _first : Cut(line.Trim(), LongestShown);
    }

    public ReadLog Done() => new(_entries)
    {
        Outgoing = _outgoing, Repeated = _repeated, Unread = _unread, FirstUnread = _first, Over = _over, Broken = Broken, InBook = _book,
    };

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
