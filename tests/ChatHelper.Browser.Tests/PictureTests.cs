using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

/// <summary>The real pack on screens of several sizes; the pictures are for people to look at, the tests make sure that
/// nothing is wider than its screen.</summary>
public sealed class PictureTests
{
    [BrowserFact]
    public async Task A_phone_shows_greeting_questions_many_choices_and_a_text_to_copy()
    {
        await using var browsing = await Browsing.Start(await Site.Start(china: true));
        await browsing.Sees("现在有人有危险吗");
        await Fits(browsing, "phone-1-greeting");
        await Walk(browsing, "3", "你是哪一种", "1", "现在到哪一步了");
        await Fits(browsing, "phone-2-stage");
        await Walk(browsing, "3", "要我保存吗", "1", "大概从什么时候开始的", "上周三晚上九点多", "最近一次是什么时候", "昨天", "他们联系了谁");
        await browsing.Page.GetByRole(AriaRole.Button, new() { Name = "领导、人事" }).ClickAsync();
        await browsing.Page.GetByRole(AriaRole.Button, new() { Name = "家人" }).ClickAsync();
        await Fits(browsing, "phone-3-many");
        await browsing.Page.GetByRole(AriaRole.Button, new() { Name = "选好了" }).ClickAsync();
        await Walk(browsing, "", "怎么联系的", "菜单", "接下来要哪个", "1", "发给谁", "家人", "要哪一种", "1", "跟你说件事");
        await Fits(browsing, "phone-4-copy");
        await Walk(browsing, "菜单", "接下来要哪个", "2", "要哪一份");
        await browsing.Page.GetByRole(AriaRole.Button, new() { Name = "接电话的应对话术" }).ClickAsync();
        await browsing.Page.Locator(".paper").Nth(1).WaitForAsync();
        await Fits(browsing, "phone-6-letter");
        await browsing.Page.Locator("#more-open").ClickAsync();
        await Fits(browsing, "phone-5-more");
        await browsing.Page.Locator("#code-make").ClickAsync();
        await browsing.Sees("找回码，只显示这一次");
    }

    [BrowserFact]
    public async Task A_whole_intake_of_the_real_pack_goes_by_keyboard_alone_with_a_reload_in_the_middle()
    {
        await using var browsing = await Browsing.Start(await Site.Start(china: true));
        await browsing.Sees("现在有人有危险吗");
        await Keys(browsing, "3", "你是哪一种", "1", "现在到哪一步了", "3", "要我保存吗", "1", "大概从什么时候开始的", "上周三晚上九点多", "最近一次是什么时候",
            "昨天", "他们联系了谁", "1 4", "怎么联系的", "1 2", "大概多少次");
        await browsing.Page.ReloadAsync();
        await browsing.Sees("大概多少次");
        Assert.Equal(1, await browsing.Times("大概多少次"));
        await browsing.Text.FocusAsync();
        await Keys(browsing, "二十来个", "他们说了或做了什么", "1 2", "对方的号码或账号", "199 0000 1234", "是哪一类", "1", "合同上的名称是什么",
            "不知道", "手里有什么证据", "1", "你最想先要什么", "3", "之前找过谁", "4", "这几类也让我保存吗", "1", "怎么称呼你", "阿禾", "接下来要哪个", "报案材料", "他们原话怎么说的", "跳过", "核对一下");
        await browsing.Type("1");
        await browsing.Page.Locator(".paper").First.WaitForAsync();

        var paper = await browsing.Page.Locator(".paper").First.InnerTextAsync();
        Assert.Contains("阿禾", paper, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Dark_wide_and_doubled_pages_fit_too()
    {
        await using (var dark = await Browsing.Start(await Site.Start(china: true), scheme: ColorScheme.Dark))
        {
            await Walk(dark, "", "现在有人有危险吗", "3", "你是哪一种", "1", "现在到哪一步了");
            await Fits(dark, "phone-dark");
        }

        await using (var wide = await Browsing.Start(await Site.Start(china: true), 1280, 800))
        {
            await Walk(wide, "", "现在有人有危险吗", "3", "你是哪一种", "1", "现在到哪一步了", "3", "要我保存吗", "1", "大概从什么时候开始的", "跳过", "最近一次", "跳过", "他们联系了谁");
            await Fits(wide, "desktop");
        }

        // Twice the letters on a phone is half the phone at the same letters.
        await using var doubled = await Browsing.Start(await Site.Start(china: true), 195, 422);
        await Walk(doubled, "", "现在有人有危险吗", "3", "你是哪一种");
        await Fits(doubled, "phone-200-percent");
    }

    private static async Task Fits(Browsing browsing, string name)
    {
        await browsing.Page.WaitForTimeoutAsync(300); // lets the words settle for the picture; nothing is judged by it
        await browsing.Picture(name);
        Assert.True(await browsing.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }

    // What is typed goes to wherever the page has put the focus by itself.
    private static async Task Keys(Browsing browsing, params string[] wordsAndAnswers)
    {
        for (var i = 0; i < wordsAndAnswers.Length; i += 2)
        {
            await browsing.Type(wordsAndAnswers[i]);
            await browsing.Sees(wordsAndAnswers[i + 1]);
        }
    }

    private static async Task Walk(Browsing browsing, params string[] wordsAndAnswers)
    {
        for (var i = 0; i < wordsAndAnswers.Length; i += 2)
        {
            if (wordsAndAnswers[i].Length > 0)
            {
                await browsing.Text.FocusAsync();
                await browsing.Type(wordsAndAnswers[i]);
            }

            await browsing.Sees(wordsAndAnswers[i + 1]);
        }
    }
}
