using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

/// <summary>From the person's chat to the witness's phone and back, both in a real browser.</summary>
public sealed class WitnessPageTests
{
    [BrowserFact]
    public async Task A_link_goes_to_a_witness_who_writes_agrees_and_sends_and_the_person_hears_of_it()
    {
        await using var browsing = await Browsing.Start(await Site.Start(china: true));
        browsing.Site.Engine.Surroundings.PagesAt(everywhere: null, here: browsing.Site.Url);
        await browsing.Sees("现在有人有危险吗");
        await browsing.Type("证人");
        await browsing.Sees("要我保存吗");
        await browsing.Type("1");
        await browsing.Sees("接到电话的人，可以自己写一份");
        await browsing.Type("1");
        await browsing.Sees("号链接，用一次就失效");
        await browsing.Page.GetByRole(AriaRole.Button, new() { Name = "二维码" }).Last.ClickAsync();
        await browsing.Page.Locator(".qr img").WaitForAsync();
        await Fits(browsing, browsing.Page, "phone-7-qr");
        var link = (await browsing.Log.InnerTextAsync()).Split('\n').First(line => line.Contains("/witness", StringComparison.Ordinal)).Trim();

        var witness = await browsing.Page.Context.Browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, Locale = "zh-CN", DeviceScaleFactor = 2 });
        await witness.GotoAsync(link);
        await Fits(browsing, witness, "witness-1-code");
        await witness.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();
        await witness.Locator("#relation").FillAsync("前同事");
        await witness.Locator("#when").FillAsync("11月16日晚上九点");
        await witness.Locator("#number").FillAsync("199 0000 1234");
        await witness.Locator("#said").FillAsync("他说<b>不还</b>就打给全公司");
        await Fits(browsing, witness, "witness-2-form");
        await witness.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await witness.Locator("input[name=consent]").WaitForAsync();
        Assert.Contains("他说<b>不还</b>就打给全公司", await witness.Locator("dl").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("199 0000 1234", await witness.Locator("dl").InnerTextAsync(), StringComparison.Ordinal);
        await Fits(browsing, witness, "witness-3-check");
        Assert.True(await witness.EvaluateAsync<bool>("[...document.querySelectorAll('.agree, #picture, button')].every(one => one.getBoundingClientRect().height >= 44)"));
        await witness.Locator("input[name=consent]").CheckAsync();
        await witness.Locator("form[action='/witness/tell'] button.main").ClickAsync();
        await witness.Locator("form[action='/witness/withdraw']").WaitForAsync();
        await Fits(browsing, witness, "witness-4-sent");

        await browsing.Sees("有一份新的留言");
    }

    private static async Task Fits(Browsing browsing, IPage page, string name)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = browsing.PathOf(name), FullPage = true });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }
}
