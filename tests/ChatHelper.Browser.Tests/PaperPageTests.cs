using System.IO.Compression;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

/// <summary>A link to papers in real browsers: the first one reads, copies and saves, another one gets nothing.</summary>
public sealed class PaperPageTests
{
    private const string Words = "投诉书\n\n甲方 <b>199 0000 1234</b>\n  请核实。";

    [BrowserFact]
    public async Task A_letter_is_opened_read_copied_and_saved_and_another_browser_gets_nothing()
    {
        var site = await Site.Start(china: true);
        var person = await site.Engine.Turns.Meet(new Address("test", "p1"));
        ReplyFile[] files =
        [
            new("D01-2026-11-18.txt", "text/plain; charset=utf-8", Words),
            new("D01-2026-11-18.docx", PageLayout.Docx, Words) { Pages = new PageLayout("zh-Hans", Landscape: false, AsPdf: false) },
        ];
        var token = await site.Engine.Writer.Write(null, session => site.Engine.PaperLinks.Make(session, person, files, "zh-Hans", site.Clock.GetUtcNow()));
        await using var browsing = await Browsing.Start(site, path: $"/papers/{token}");
        var page = browsing.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var other = await page.Context.Browser!.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 }, Locale = "zh-CN", DeviceScaleFactor = 2, UserAgent = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50",
        });
        await other.GotoAsync(page.Url);
        Assert.Contains("在浏览器打开", await other.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("甲方", await page.ContentAsync(), StringComparison.Ordinal);
        await Fits(browsing, page, "papers-1-closed");

        await page.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "复制" }).ClickAsync();
        await page.GetByText("已复制").WaitForAsync();
        Assert.Equal(Words, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Fits(browsing, page, "papers-2-open");

        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByText("保存").Last.ClickAsync());
        Assert.Equal("D01-2026-11-18.docx", saved.SuggestedFilename);
        await using var archive = await ZipFile.OpenReadAsync(await saved.PathAsync());
        using var document = new StreamReader(await archive.GetEntry("word/document.xml")!.OpenAsync());
        Assert.Contains("请核实", await document.ReadToEndAsync(), StringComparison.Ordinal);

        await other.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await other.GetByText("打不开").First.WaitForAsync();
        Assert.DoesNotContain("甲方", await other.ContentAsync(), StringComparison.Ordinal);
        await Fits(browsing, other, "papers-3-shut");

        await page.GotoAsync(new Uri(site.Url, $"/papers/{token}").ToString());
        await page.GetByText("请核实").First.WaitForAsync();
    }

    private static async Task Fits(Browsing browsing, IPage page, string name)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = browsing.PathOf(name), FullPage = true });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }
}
