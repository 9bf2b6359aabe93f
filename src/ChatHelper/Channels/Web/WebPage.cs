using System.Text.Json;
using ChatHelper.Core.Lines;
using ChatHelper.Pages;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Web;

/// <summary>The page in every language of the pack, made once: the words come from the lines <c>web.*</c>.</summary>
internal sealed class WebPage
{
    private const string Prefix = "web.";
    private readonly Dictionary<string, string> _pages;
    private readonly string _first;

    /// <param name="lines">Texts of the pack.</param>
    /// <param name="exit">Where the quick exit leads; null: the pack's line <c>web.exit-url</c>.</param>
    public WebPage(LineBook lines, string? exit)
    {
        var frame = Wording.Of(PageFile.Text("page.html"));
        _first = lines.Languages[0];
        _pages = lines.Languages.ToDictionary(
            language => language,
            language => frame.Fill(name => name switch
            {
                "language" => language,
                "words" => Words(lines, language),
                "languages" => Languages(lines, language),
                "exit" => Encoded(Exit(exit ?? Line(lines, language, "web.exit-url"))),
                _ => Encoded(Line(lines, language, name)),
            }),
            StringComparer.Ordinal);
    }

    public string In(string? language) => _pages.GetValueOrDefault(language ?? _first) ?? _pages[_first];

    private static string Line(LineBook lines, string language, string id) => lines.Find(language, id)?.Text ?? id;

    // The words that the script puts in; the default encoder leaves nothing that could end the element they stand in.
    private static string Words(LineBook lines, string language) => JsonSerializer.Serialize(
        new SortedDictionary<string, string>(
            lines.Ids(lines.Languages[0]).Where(id => id.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(id => id[Prefix.Length..], id => Line(lines, language, id), StringComparer.Ordinal),
            StringComparer.Ordinal),
        WebJson.Default.SortedDictionaryStringString);

    private static string Languages(LineBook lines, string current) => $"{Markup.Join(lines.Languages.Select(language =>
        Markup.Of($"""<a class="row" lang="{language}" data-language="{language}" href="/?lang={language}" aria-current="{(language == current ? "true" : "false")}">{Line(lines, language, "web.language-name")}</a>""")))}";

    private static string Encoded(string text) => Markup.Encoder.Encode(text);

    private static string Exit(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"
        ? parsed.AbsoluteUri
        : throw new StartFault($"WEB_EXIT_URL is '{url}'; it must be an http or https address of a page that tells nothing about this one.");
}
