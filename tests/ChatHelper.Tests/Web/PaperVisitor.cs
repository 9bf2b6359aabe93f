using System.Net;
using System.Text.RegularExpressions;

namespace ChatHelper.Tests.Web;

/// <summary>A browser at a page of papers.</summary>
internal sealed class PaperVisitor(Site site) : IDisposable
{
    private readonly Visitor _visitor = new(site);

    public HttpClient Http => _visitor.Http;

    public CookieContainer Cookies => _visitor.Cookies;

    /// <summary>What the page knows this browser by.</summary>
    public static string BrowserIn(string page) => Regex.Match(page, "name=\"browser\" value=\"(?<browser>[0-9a-f]{64})\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match
        ? match.Groups["browser"].Value
        : throw new InvalidOperationException("the page has no button");

    public Task<HttpResponseMessage> Get(string token) => Http.GetAsync(new Uri($"/papers/{token}", UriKind.Relative));

    public Task<HttpResponseMessage> Save(string token, int no) => Http.GetAsync(new Uri($"/papers/{token}/{no}", UriKind.Relative));

    public Task<HttpResponseMessage> Press(string token, string browser) => Http.PostAsync(
        new Uri($"/papers/{token}", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("browser", browser)]));

    /// <summary>Looks at the page and presses its button.</summary>
    public async Task<HttpResponseMessage> Open(string token) => await Press(token, BrowserIn(await (await Get(token)).Content.ReadAsStringAsync()));

    public void Dispose() => _visitor.Dispose();
}
