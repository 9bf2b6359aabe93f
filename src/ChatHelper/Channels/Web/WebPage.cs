using System.Text.Json;
using ChatHelper.Core.Lines;
using ChatHelper.Pages;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Web;

/// <summary>A page in every language of the pack, made once: the words that its script puts in are all lines with one prefix.</summary>
internal sealed class WebPage
{
    private readonly Dictionary<string, string> _pages;
    private readonly string _first;

    /// <param name="lines">Texts of the pack.</param>
    /// <param name="exit">Where the quick exit leads; null: the pack's line <c>web.exit-url</c>.</param>
    /// <param name="file">The page file with its placeholders.</param>
    /// <param name="prefix">Of the lines that the script gets.</param>
    /// <param name="path">Where the page is served.</param>
    public WebPage(LineBook lines, string? exit, string file = "page.html", string prefix = "web.", string path = "/")
    {
        var frame = Wording.Of(PageFile.Text(file));
        _first = lines.Languages[0];
        _pages = lines.Languages.ToDictionary(
            language => language,
            language => frame.Fill(name => name switch
            {
                "language" => language,
                "words" => Words(lines, language, prefix),
                "languages" => Languages(lines, language, path),
                "exit" => Encoded(Exit(exit ?? Line(lines, language, "web.exit-url"))),
                _ => Encoded(Line(lines, language, name)),
            }),
            StringComparer.Ordinal);
    }

    public string In(string? language) => _pages.GetValueOrDefault(language ?? _first) ?? _pages[_first];

    private static string Line(LineBook lines, string language, string id) => lines.Find(language, id)?.Text ?? id;

    // The words that the script puts in; the default encoder leaves nothing that could end the element they stand in.
    private static string Words(LineBook lines, string language, string prefix) => JsonSerializer.Serialize(
        new SortedDictionary<string, string>(
            lines.Ids(lines.Languages[0]).Where(id => id.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(id => id[prefix.Length..], id => Line(lines, language, id), StringComparer.Ordinal),
            StringComparer.Ordinal),
        WebJson.Default.SortedDictionaryStringString);

    private static string Languages(LineBook lines, string current, string path) => $"{Markup.Join(lines.Languages.Select(language =>
        Markup.Of($"""<a class="row" lang="{language}" data-language="{language}" href="{path}?lang={language}" aria-current="{(language == current ? "true" : "false")}">{Line(lines, language, "web.language-name")}</a>""")))}";

    private static string Encoded(string text) => Markup.Encoder.Encode(text);

    private static string Exit(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"
        ? parsed.AbsoluteUri
        : throw new StartFault($"WEB_EXIT_URL is '{url}'; it must be an http or https address of a page that tells nothing about this one.");
}
