using ChatHelper.Desk;
using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

public sealed class DeskPageTests
{
    [BrowserFact]
    public async Task A_volunteer_takes_a_case_reads_new_words_as_they_come_and_closes_it()
    {
        await using var browsing = await Browsing.Start(await Site.Start());
        await browsing.Sees("想做什么");
        await browsing.Type("1");
        await browsing.Sees("谁接到了电话");
        await browsing.Type("真人");
        await browsing.Sees("会转给志愿者");

        var desk = await browsing.Page.Context.NewPageAsync();
        await desk.GotoAsync(await browsing.Site.Get<DeskEntrance>().Link(browsing.Site.Url.ToString()));
        await desk.GetByLabel("你的化名").FillAsync("小禾");
        await desk.Keyboard.PressAsync("Enter");
        await desk.GetByText("已等").WaitForAsync();
        await desk.ScreenshotAsync(new() { Path = browsing.PathOf("desk-1-waiting") });
        await desk.GetByText("看一看").ClickAsync();
        await desk.GetByText("由我接手").ClickAsync();
        await desk.GetByLabel("回复").FillAsync("你好，我在。\n先说说今天。");
        await desk.GetByText("发给对方").ClickAsync();
        await browsing.Sees("先说说今天");

        await browsing.Type("好的，谢谢你");
        await desk.Locator("#words .person").GetByText("好的，谢谢你").WaitForAsync();
        await desk.ScreenshotAsync(new() { Path = browsing.PathOf("desk-2-case") });
        await desk.GetByText("结束这次求助").ClickAsync();
        await desk.GetByText("现在没有人在等").WaitForAsync();
        await browsing.Sees("志愿者离开了");
    }
}
