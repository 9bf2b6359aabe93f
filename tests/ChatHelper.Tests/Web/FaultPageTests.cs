using System.Net;
using ChatHelper.Channels.Web;
using ChatHelper.Core.Turns;

namespace ChatHelper.Tests.Web;

/// <summary>What people read when an address opens nothing, and in which language pages greet whoever comes without one.</summary>
public sealed class FaultPageTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start(china: true);

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-Hans", "这里没有这一页")]
    [InlineData("zh-TW", "zh-Hant", "這裡沒有這一頁")]
    [InlineData("en-GB,en;q=0.9", "en", "There is no such page here")]
    public async Task An_address_that_opens_nothing_says_so_in_the_readers_language(string accepts, string language, string words)
    {
        foreach (var path in (string[])["/nothing", "/desk/nothing", "/tools/nothing", "/page/nothing.css"])
        {
            var (status, page) = await Read(HttpMethod.Get, path, accepts);

            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_is_refused_leaves_nobody_before_an_empty_page()
    {
        using var visitor = new Visitor(_site);
        using var request = Asking(HttpMethod.Post, "/witness/tell", "zh-CN");
        request.Content = new FormUrlEncodedContent([]);
        var answer = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("回到上一页", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_get_the_status_alone()
    {
        using var visitor = new Visitor(_site);
        var answer = await visitor.Http.GetAsync("/chat/events");

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(ContactsTool.Path)]
    [InlineData(WitnessPage.Path)]
    public async Task A_page_that_no_link_gives_a_language_speaks_the_browsers(string path)
    {
        Assert.Contains("<html lang=\"en\"", (await Read(HttpMethod.Get, path, "en-US,en;q=0.9")).Page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hant\"", (await Read(HttpMethod.Get, $"{path}?lang=zh-Hant", "en-US")).Page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hans\"", (await Read(HttpMethod.Get, path, "fr")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chat_opens_the_contacts_tool_in_its_own_language() =>
        Assert.Contains($"href=\"{ContactsTool.Path}?lang=en\"", (await Read(HttpMethod.Get, "/?lang=en", "zh-CN")).Page, StringComparison.Ordinal);

    [Fact]
    public async Task A_letter_for_an_office_is_marked_with_the_language_it_is_written_in()
    {
        ReplyFile[] files =
        [
            new("D01.txt", "text/plain; charset=utf-8", "投诉书"),
            new("D01.docx", PageLayout.Docx, "投诉书") { Pages = new PageLayout("zh-Hans", Landscape: false, AsPdf: false) },
        ];
        var opened = new PaperPages(_site.Engine.Pack, "en").Open("/papers/x", files, [1, 1], wechat: false).ToString();
        Assert.Contains("id=\"text-0\" tabindex=\"0\" lang=\"zh-Hans\"", opened, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> Read(HttpMethod method, string path, string accepts)
    {
        using var visitor = new Visitor(_site);
        using var request = Asking(method, path, accepts);
        var answer = await visitor.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Asking(HttpMethod method, string path, string accepts) => new(method, path)
    {
        Headers = { { "Accept", "text/html,application/xhtml+xml,*/*;q=0.8" }, { "Accept-Language", accepts } },
    };
}
