using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Door;
using ChatHelper.Tests.Desk;
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
        await Enrol(desk, browsing, "小禾");
        await desk.GetByText("已等").WaitForAsync();
        await Fits(desk, browsing, "desk-1-waiting");
        await desk.GetByText("看一看").ClickAsync();
        await desk.GetByText("由我接手").ClickAsync();
        await desk.GetByLabel("回复").FillAsync("你好，我在。\n先说说今天。");
        await desk.GetByText("发给对方").ClickAsync();
        await browsing.Sees("先说说今天");

        await browsing.Type("好的，谢谢你");
        await desk.Locator("#words .person").GetByText("好的，谢谢你").WaitForAsync();
        await browsing.Type("打来的是 199 0000 1234");
        await desk.GetByText("199****1234").WaitForAsync();
        await Fits(desk, browsing, "desk-2-case");
        await desk.GetByText("199****1234").ClickAsync();
        await desk.GetByText("核对对方说的").ClickAsync();
        await Fits(desk, browsing, "desk-3-reason");
        await desk.GetByText("看这一次").ClickAsync();
        await desk.GetByText("199 0000 1234").WaitForAsync();
        await Fits(desk, browsing, "desk-4-shown");
        await desk.GetByText("回到求助").ClickAsync();
        Assert.DoesNotContain("199 0000 1234", await desk.ContentAsync(), StringComparison.Ordinal);
        await desk.GetByText("结束这次求助").ClickAsync();
        await desk.GetByText("现在没有人在等").WaitForAsync();
        await browsing.Sees("志愿者离开了");
    }

    [BrowserFact]
    public async Task A_lead_invites_asks_and_signs_in_again_on_a_wide_screen_and_in_the_dark()
    {
        await using var browsing = await Browsing.Start(await Site.Start(), 1280, 800, ColorScheme.Dark);
        var desk = await browsing.Page.Context.NewPageAsync();
        var key = await Enrol(desk, browsing, "小禾");
        using var second = await Sitting.Known(browsing.Site, "小麦", Role.Lead);
        using var third = await Sitting.Known(browsing.Site, "小豆");
        await desk.GetByText("成员").ClickAsync();
        await desk.Locator("li").Filter(new() { HasText = "小豆" }).GetByText("升为组长").ClickAsync();
        await desk.GetByText("要另一位组长同意").WaitForAsync();
        await Fits(desk, browsing, "desk-wide-crew");
        Assert.True((await desk.Locator("nav a").First.BoundingBoxAsync())!.Width >= 44);
        await desk.GetByText("邀请一名志愿者").ClickAsync();
        await desk.GetByText("/desk/enter?code=").WaitForAsync();
        await Fits(desk, browsing, "desk-wide-link");

        await desk.GetByText("退出").ClickAsync();
        await desk.GetByLabel("你的化名").FillAsync("小禾");
        await desk.GetByLabel("密码").FillAsync(Sitting.Password);
        await desk.GetByLabel("动态码").FillAsync("000000");
        await desk.GetByText("进入").Last.ClickAsync();
        await desk.GetByText("没能登录").WaitForAsync();
        await Fits(desk, browsing, "desk-wide-sign-in");
        await desk.GetByLabel("你的化名").FillAsync("小禾");
        await desk.GetByLabel("密码").FillAsync(Sitting.Password);
        await desk.GetByLabel("动态码").FillAsync(Totp.Code(key, Totp.StepOf(browsing.Site.Clock.GetUtcNow()) + 1));
        await desk.Keyboard.PressAsync("Enter");
        await desk.GetByText("现在没有人在等").WaitForAsync();
    }

    // The first lead, by the link that the program prints at its start.
    private static async Task<byte[]> Enrol(IPage desk, Browsing browsing, string name)
    {
        List<string> refused = [];
        desk.Console += (_, message) => refused.Add(message.Text);
        await desk.GotoAsync((await browsing.Site.Get<DeskEntrance>().FirstLink(browsing.Site.Url.ToString()))!);
        await desk.GetByLabel("你的化名").FillAsync(name);
        await desk.GetByLabel("密码", new() { Exact = true }).FillAsync(Sitting.Password);
        await desk.GetByLabel("再输一次密码").FillAsync(Sitting.Password);
        await Fits(desk, browsing, "desk-0-enter");
        await desk.GetByText("下一步").ClickAsync();
        await desk.Locator(".squares").WaitForAsync();
        Assert.True(await desk.EvaluateAsync<bool>("document.querySelector('.squares').naturalWidth > 0"));
        await Fits(desk, browsing, "desk-0-confirm");
        var key = Sitting.KeyOf(await desk.Locator(".secret").InnerTextAsync());
        await desk.GetByLabel("验证器显示的").FillAsync(Totp.Code(key, Totp.StepOf(browsing.Site.Clock.GetUtcNow())));
        await desk.Keyboard.PressAsync("Enter");
        await desk.GetByText("抄好了").WaitForAsync();
        Assert.Equal(RecoveryCodes.Count, await desk.Locator("ol.secret li").CountAsync());
        await Fits(desk, browsing, "desk-0-recovery");
        await desk.GetByText("抄好了").ClickAsync();
        Assert.Empty(refused);
        return key;
    }

    private static async Task Fits(IPage page, Browsing browsing, string name)
    {
        await page.ScreenshotAsync(new() { Path = browsing.PathOf($"{name}-{page.ViewportSize!.Width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }
}
