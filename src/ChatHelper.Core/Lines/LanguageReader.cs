using System.Collections.Frozen;
using ChatHelper.Core.Content;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Lines;

/// <summary>Reads <c>languages.yaml</c>.</summary>
internal static class LanguageReader
{
    private const string Place = "LANGUAGE";
    private const string ClauseStart = @"(?:^|[\n,.;:!?\uFF0C\u3002\uFF1B\uFF1A\uFF01\uFF1F\u3001]) {0,4}(?:", ClauseEnd = @") {0,4}(?:$|[\n,.;:!?\uFF0C\u3002\uFF1B\uFF1A\uFF01\uFF1F~\u3001])";
    private static readonly string[] Scripts = ["traditional", "simplified", "latin"];

    public static LanguageBook Read(PackSource source, Script script, IReadOnlyList<string> languages, Diagnostics diagnostics)
    {
        var root = source.Yaml(LanguageBook.File, diagnostics);
        root?.OnlyKeys("languages", "wishes", "asides");
        List<KnownLanguage> known = [.. root?.Items("languages").Select(Language) ?? []];
        return new LanguageBook(script, known, languages, root is null ? [] : 
            [.. from one in known let wish = Wish(root, one, script) where wish is not null select (one.Tag, wish)]);
    }

    private static KnownLanguage Language(Node node)
    {
        node.OnlyKeys("language", "script", "called", "words");
        var script = node.Required("script");
        if (!Scripts.Contains(script))
        {
            node.Report(Codes.UnknownWord, $"'{script}' is not one of {string.Join(", ", Scripts)}");
        }

        return new KnownLanguage(node.Required("language"), script, node.Texts("called"), node.Texts("words").ToFrozenSet(StringComparer.Ordinal));
    }

    // One pattern for a language: every message is searched for it.
    private static HeardPattern? Wish(Node root, KnownLanguage language, Script script)
    {
        IEnumerable<string> all = [.. root.Texts("wishes").Select(wish => $"{ClauseStart}{wish}{ClauseEnd}"), .. root.Texts("asides")];
        var called = $"(?:{string.Join('|', language.Called)})";
        return language.Called.Count == 0 ? null
            : HearingReader.Pattern(root, string.Join('|', all).Replace(Place, called, StringComparison.Ordinal), script);
    }
}
