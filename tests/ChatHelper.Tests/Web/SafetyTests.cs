using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ChatHelper.Pages;
using ChatHelper.Storage;

namespace ChatHelper.Tests.Web;

public sealed class SafetyTests : IAsyncLifetime
{
    private static readonly string[] Posts = ["/chat/open", "/chat/say", "/chat/file", "/chat/ack", "/chat/lock", "/chat/recover", "/chat/forget", "/desk/enter", "/desk/case/x/claim", "/desk/case/x/reply", "/desk/case/x/close"];
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/")]
    [InlineData("/page/page.js")]
    [InlineData("/page/look.css")]
    [InlineData("/chat/events")]
    [InlineData("/desk")]
    [InlineData("/desk/enter?code=x")]
    [InlineData("/desk/case/unknown")]
    [InlineData("/desk/page/desk.js")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/not/there")]
    public async Task Every_answer_has_the_safe_headers(string path)
    {
        using var visitor = new Visitor(_site);
        var headers = (await visitor.Http.GetAsync(path)).Headers;

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.True(headers.CacheControl!.NoStore);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task No_post_from_another_site_is_taken()
    {
        foreach (var path in Posts)
        {
            foreach (var (name, value) in (IEnumerable<(string, string)>)[("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("X-Nothing", "x")])
            {
                using var http = new HttpClient { BaseAddress = _site.Url };
                http.DefaultRequestHeaders.Add(name, value);

                Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsJsonAsync(path, new { })).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Who_posts_too_fast_is_asked_to_wait_and_others_are_not()
    {
        using var hasty = await Visitor.Open(_site);
        using var other = await Visitor.Open(_site);
        HttpResponseMessage answer;
        var posts = 0;
        do
        {
            answer = await hasty.Http.PostAsJsonAsync("/chat/ack", new { seen = "0" });
        }
        while (answer.IsSuccessStatusCode && ++posts < 200);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.True((await other.Http.PostAsJsonAsync("/chat/ack", new { seen = "0" })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        using var visitor = new Visitor(_site);
        var cookie = (await visitor.Http.PostAsJsonAsync("/chat/open", new { })).Headers.GetValues("Set-Cookie").Single();

        Assert.Matches("^chat=[0-9a-f]{64};", cookie);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_sets_no_cookie_and_loads_nothing_foreign()
    {
        using var visitor = new Visitor(_site);
        var answer = await visitor.Http.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        page = Regex.Replace(page, "<a [^>]*rel=\"noreferrer\"[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)); // the way out leads elsewhere and takes nothing along
        Assert.All(Regex.Matches(page, "(src|href)=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), match =>
            Assert.Matches("^(/(?!/)|#|data:,)", match.Groups["url"].Value));
    }

    [Fact]
    public async Task Every_word_the_page_asks_for_is_written()
    {
        using var visitor = new Visitor(_site);
        var page = await visitor.Http.GetStringAsync("/");
        var asked = Regex.Matches(
            string.Concat(new[] { "page.js", "talk.js", "post.js", "stream.js", "more.js", "paper.js" }.Select(PageFile.Text)),
            @"\bwords(\.(?<plain>\w+)|\['(?<quoted>[\w.-]+)'\])", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["plain"].Value + match.Groups["quoted"].Value);

        Assert.DoesNotContain(">web.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"web.", page, StringComparison.Ordinal);
        Assert.All(asked, word => Assert.Contains($"\"{word}\":", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_quick_exit_leads_where_the_operator_says()
    {
        await using var site = await Site.Start(exit: "https://example.org/?a=1&b=\"");
        using var visitor = new Visitor(site);

        Assert.Contains("data-exit=\"https://example.org/?a=1&amp;b=%22\"", await visitor.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exit_that_is_no_address_stops_the_start() =>
        Assert.Contains("WEB_EXIT_URL", (await Assert.ThrowsAsync<StartFault>(() => Site.Start(exit: "javascript:alert(1)"))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_put_into_markup_is_escaped() =>
        Assert.Equal("<p title=\"&quot;\">&lt;b&gt;你</p>", Markup.Of($"""<p title="{"\""}">{"<b>你"}</p>""").ToString());
}
