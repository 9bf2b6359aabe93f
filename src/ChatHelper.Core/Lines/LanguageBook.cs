using System.Collections.Frozen;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Lines;

/// <summary>What a message is written in, as far as it shows.</summary>
/// <param name="Languages">Languages of the pack that it may be; several when its characters stand in both Chinese scripts.</param>
/// <param name="Clear">It is a sentence in nothing else.</param>
/// <param name="Long">It is clear and more than a few words.</param>
public sealed record Spoken(IReadOnlyList<string> Languages, bool Clear, bool Long);

/// <summary>A language that people may write in.</summary>
/// <param name="Tag">BCP 47 tag, as in <c>pack.yaml</c>.</param>
/// <param name="Script">traditional, simplified or latin.</param>
/// <param name="Called">What people call it.</param>
/// <param name="Words">Words of which one must be in a message written in Latin letters; small letters.</param>
internal sealed record KnownLanguage(string Tag, string Script, IReadOnlyList<string> Called, FrozenSet<string> Words);

/// <summary>How the language of a message is known and another is wished for (<c>languages.yaml</c>). Pure.</summary>
public sealed class LanguageBook
{
    /// <summary>Its file in the pack; a pack without it keeps to its first language until another is chosen.</summary>
    public const string File = "languages.yaml";

    private const int FewestWords = 2, ClearWords = 3, LongWords = 6, ClearCharacters = 4, LongCharacters = 15;
    private readonly Script _script;
    private readonly IReadOnlyList<KnownLanguage> _known;
    private readonly IReadOnlyList<KnownLanguage> _spoken;
    private readonly IReadOnlyList<(string Tag, HeardPattern Wish)> _wishes;

    internal LanguageBook(Script script, IReadOnlyList<KnownLanguage> known, IReadOnlyList<string> languages, IReadOnlyList<(string, HeardPattern)> wishes)
    {
        (_script, _known, _wishes) = (script, known, wishes);
        _spoken = [.. languages.Select(tag => known.FirstOrDefault(one => one.Tag == tag)).OfType<KnownLanguage>()];
    }

    /// <summary>The language that a message wishes to be answered in; null for no wish. The pack may not speak it.</summary>
    public string? Wished(string text)
    {
        if (_wishes.Count == 0 || text.Length > HeardPattern.LongestText)
        {
            return null;
        }

        var standard = _script.Standard(text);
        return _wishes.FirstOrDefault(wish => wish.Wish.In(standard)).Tag;
    }

    /// <summary>The language that words name, such as "the Chinese one", or the tag itself; null when they name none.</summary>
    public string? Named(string text)
    {
        var standard = _script.Standard(text);
        return _known.FirstOrDefault(one => one.Tag == text || one.Called.Any(name => standard.Contains(name, StringComparison.OrdinalIgnoreCase)))?.Tag;
    }

    /// <summary>What a message is written in; null when it does not show or the pack speaks only one language.</summary>
    public Spoken? Of(string text)
    {
        if (_spoken.Count < 2)
        {
            return null;
        }

        var cut = text.Length > HeardPattern.LongestText ? text[..HeardPattern.LongestText] : text;
        var marks = _script.Marks(cut);
        var words = Words(cut);
        if (words.Count >= FewestWords && words.Count > marks.Characters
            && _spoken.FirstOrDefault(one => one.Words.Overlaps(words)) is { } latin)
        {
            var clear = marks.Characters == 0 && words.Count >= ClearWords;
            return new Spoken([latin.Tag], clear, clear && words.Count >= LongWords);
        }

        var scripts = marks switch
        {
            { Characters: 0 } => [],
            _ when marks.Traditional > marks.Simplified => _spoken.Where(one => one.Script == "traditional"),
            _ when marks.Simplified > marks.Traditional => _spoken.Where(one => one.Script == "simplified"),
            _ => _spoken.Where(one => one.Script is "traditional" or "simplified"),
        };
        var own = marks.Characters >= ClearCharacters && words.Count <= 1;
        return scripts.Select(one => one.Tag).ToList() is { Count: > 0 } tags ? new Spoken(tags, own, own && marks.Characters >= LongCharacters) : null;
    }

    /// <summary>The first language of the pack that a channel's hint asks for: a tag, or the value of Accept-Language.</summary>
    public string? Hinted(string hint)
    {
        foreach (var part in hint.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var tag = part.Split(';')[0].Trim();
            var script = !tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "latin"
                : Traditional.Any(end => tag.Contains(end, StringComparison.OrdinalIgnoreCase)) ? "traditional" : "simplified";
            if (_spoken.FirstOrDefault(one => one.Script == script && SameFamily(one.Tag, tag)) is { } found)
            {
                return found.Tag;
            }
        }

        return null;
    }

    /// <summary>Whether two tags name one language, in whatever script.</summary>
    public static bool SameFamily(string one, string other) => string.Equals(Family(one), Family(other), StringComparison.OrdinalIgnoreCase);

    // Regions that write Traditional script, and the script itself.
    private static readonly string[] Traditional = ["hant", "-tw", "-hk", "-mo"];

    private static string Family(string tag) => tag.Split('-')[0];

    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                words.Add(text[start..at].ToLowerInvariant());
            }
        }

        return words;
    }
}
