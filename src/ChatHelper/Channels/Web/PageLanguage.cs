using ChatHelper.Core.Lines;

namespace ChatHelper.Channels.Web;

/// <summary>In which language of the pack a page is asked for; null: in none of them.</summary>
internal static class PageLanguage
{
    /// <summary>As the address says, else as the browser does.</summary>
    public static string? OfPage(this LanguageBook languages, HttpRequest request) => request.Query["lang"].FirstOrDefault() ?? languages.OfBrowser(request);

    public static string? OfBrowser(this LanguageBook languages, HttpRequest request) => languages.Hinted(request.Headers.AcceptLanguage.ToString());
}
