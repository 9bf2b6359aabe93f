using System.Collections.Frozen;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Diary;

/// <summary>What a word of a call list says.</summary>
internal enum LogWord
{
    Incoming, Outgoing, Missed, Received, Sent, Call, Sms, Hidden, Ignored,
    Hours, Minutes, Seconds, Times,
    NumberHead, TimeHead, DateHead, KindHead, LengthHead, TextHead, OtherHead,
}

/// <summary>Words of <c>diary.yaml</c>: how telephones and operators write their lists, and how people say that it happened again.</summary>
internal sealed class DiaryWords
{
    public const string File = "diary.yaml";

    private static readonly (string Key, LogWord Word)[] Sections =
    [
        ("incoming", LogWord.Incoming), ("outgoing", LogWord.Outgoing), ("missed", LogWord.Missed), ("received", LogWord.Received),
        ("sent", LogWord.Sent), ("call", LogWord.Call), ("sms", LogWord.Sms), ("hidden", LogWord.Hidden), ("ignored", LogWord.Ignored),
        ("hours", LogWord.Hours), ("minutes", LogWord.Minutes), ("seconds", LogWord.Seconds), ("times", LogWord.Times),
    ];

    private static readonly (string Key, LogWord Word)[] HeadSections =
    [
        ("number", LogWord.NumberHead), ("time", LogWord.TimeHead), ("date", LogWord.DateHead), ("kind", LogWord.KindHead),
        ("length", LogWord.LengthHead), ("text", LogWord.TextHead), ("other", LogWord.OtherHead),
    ];

    private readonly FrozenDictionary<char, (string Text, LogWord Word)[]> _words;
    private readonly FrozenDictionary<string, LogWord> _heads;

    private DiaryWords(Node? root)
    {
        root?.OnlyKeys([.. Sections.Select(section => section.Key), "heads", "means", "to-me", "all", "again", "said", "hearsay"]);
        _words = Read(root, Sections).GroupBy(pair => pair.Text[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Text.Length).ToArray());
        _heads = Read(root?["heads"], HeadSections).ToFrozenDictionary(pair => pair.Text, pair => pair.Word, StringComparer.Ordinal);
        Means = [.. (root?["means"]?.Pairs() ?? []).Select(pair => (pair.Key, pair.Value.Texts()))];
        ToMe = root?.Texts("to-me") ?? [];
        All = root?.Texts("all") ?? [];
        (Again, SaidThen, Hearsay) = (Patterns(root, "again"), Patterns(root, "said"), Patterns(root, "hearsay"));
    }

    /// <summary>Words for a means (choice id of <c>entry-means</c>), the most telling first.</summary>
    public IReadOnlyList<(string Means, IReadOnlyList<string> Words)> Means { get; }

    /// <summary>Words that say it reached the speaker.</summary>
    public IReadOnlyList<string> ToMe { get; }

    /// <summary>Words for "all of them".</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Sentences that tell of one more call or message.</summary>
    public IReadOnlyList<HeardPattern> Again { get; }

    /// <summary>Where in a sentence begins what was said; group <c>v</c>.</summary>
    public IReadOnlyList<HeardPattern> SaidThen { get; }

    /// <summary>Sentences that tell what another told.</summary>
    public IReadOnlyList<HeardPattern> Hearsay { get; }

    public static DiaryWords Read(PackSource source, Diagnostics diagnostics) => new(source.Yaml(File, diagnostics));

    /// <summary>The longest word that begins at a place; null when none does.</summary>
    public (int Length, LogWord Word)? At(string text, int at)
    {
        foreach (var (word, kind) in _words.GetValueOrDefault(char.ToLowerInvariant(text[at])) ?? [])
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && Whole(text, at, word))
            {
                return (word.Length, kind);
            }
        }

        return null;
    }

    /// <summary>What the head of a column says; null when it is none that is known.</summary>
    public LogWord? Head(string cell) => _heads.TryGetValue(cell.Trim().TrimStart('\uFEFF').ToLowerInvariant(), out var head) ? head : null;

    // "in" is no part of "minute".
    private static bool Whole(string text, int at, string word) => !char.IsAsciiLetter(word[0])
        || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length])));

    private static IEnumerable<(string Text, LogWord Word)> Read(Node? root, (string Key, LogWord Word)[] sections)
    {
        if (root is not null && sections == HeadSections)
        {
            root.OnlyKeys([.. sections.Select(section => section.Key)]);
        }

        var seen = new Dictionary<string, LogWord>(StringComparer.Ordinal);
        foreach (var (key, kind) in sections)
        {
            foreach (var word in (root?.Texts(key) ?? []).Select(word => word.ToLowerInvariant()))
            {
                if (seen.TryAdd(word, kind))
                {
                    yield return (word, kind);
                }
                else
                {
                    root![key]!.Report(Codes.DiaryWordTwice, $"'{word}' stands twice; a list could not be read by it");
                }
            }
        }
    }

    private static IReadOnlyList<HeardPattern> Patterns(Node? root, string key) => root is null ? []
        : [.. Facts.Hearing.HearingReader.Patterns(root[key]!, root.Texts(key))];
}
