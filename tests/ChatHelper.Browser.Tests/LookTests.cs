using ChatHelper.Core.Turns;
using ChatHelper.Conversations;
using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

/// <summary>What pictures of the pages have shown to be broken, small, pale or cut.</summary>
public sealed class LookTests
{
    // The contrast of the letters of an element with the nearest ground under them, with every opacity on the way.
    private const string Contrast = """
        element => {
          const numbers = colour => { const found = colour.match(/[\d.]+/g).map(Number); return found.length < 4 ? [...found, 1] : found; };
          const over = (top, below) => top.slice(0, 3).map((value, at) => value * top[3] + below[at] * (1 - top[3]));
          const light = colour => { const [r, g, b] = colour.map(value => (value /= 255) <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const chain = []; for (let one = element; one; one = one.parentElement) { chain.unshift(getComputedStyle(one)); }
          const ground = chain.reduce((below, style) => over(numbers(style.backgroundColor), below), [255, 255, 255]);
          const letters = numbers(getComputedStyle(element).color); letters[3] *= chain.reduce((all, style) => all * style.opacity, 1);
          const both = [light(over(letters, ground)), light(ground)].sort((one, other) => other - one);
          return (both[0] + .05) / (both[1] + .05);
        }
        """;

    [BrowserTheory]
    [InlineData(320, 568, "en-US")]
    [InlineData(320, 568, "zh-CN")]
    [InlineData(195, 422, "en-US")] // a phone with letters of twice the size
    [InlineData(160, 284, "zh-CN")]
    public async Task The_head_of_the_chat_is_low_and_the_way_out_whole(int width, int height, string locale)
    {
        await using var browsing = await Browsing.Start(await Site.Start(china: true), width, height, locale: locale);
        await browsing.Page.Locator(".choices").WaitForAsync();

        await browsing.Picture($"head-{width}-{locale}");
        Assert.InRange((await browsing.Page.Locator("header").BoundingBoxAsync())!.Height, 44, 80);
        Assert.True(await Whole(browsing.Page, "#exit"));
        await browsing.Page.Locator("#more-open").ClickAsync();
        Assert.True(await Whole(browsing.Page, "#more .exit"));
        await browsing.Page.Locator("#forget").ScrollIntoViewIfNeededAsync();
        Assert.True(await Whole(browsing.Page, "#more .exit"), "the way out goes away in the small dialog");
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task What_waits_to_be_sent_can_be_read_and_a_lost_network_is_told_on_any_screen(ColorScheme scheme)
    {
        await using var browsing = await Browsing.Start(await Site.Start(), 195, 422, scheme);
        await browsing.Sees("想做什么");
        await browsing.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await browsing.Page.RouteAsync("**/chat/*", route => route.AbortAsync());
        await browsing.Text.FocusAsync();
        await browsing.Type("你好");
        var state = browsing.Page.Locator(".you .state");
        await state.GetByText("还没发出去").WaitForAsync();
        Assert.True(await state.EvaluateAsync<double>(Contrast) >= 4.5);

        await browsing.Page.ReloadAsync();
        await browsing.Page.Locator("#line").GetByText("网络断了").WaitForAsync();
        await browsing.Picture($"offline-{scheme}");
    }

    [BrowserFact]
    public async Task Buttons_under_a_text_to_copy_stand_in_one_line()
    {
        await using var browsing = await Browsing.Start(await Site.Start(china: true));
        foreach (var (words, next) in ((string, string)[])[("", "现在有人有危险吗"), ("3", "你是哪一种"), ("1", "现在到哪一步了"), ("菜单", "接下来要哪个"), ("1", "发给谁"), ("家人", "要哪一种"), ("1", "跟你说件事")])
        {
            await browsing.Type(words);
            await browsing.Sees(next);
        }

        await browsing.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        var buttons = await browsing.Page.Locator(".paper .foot").First.Locator("button").AllAsync();
        Assert.True(buttons.Count >= 2);
        var (first, second) = ((await buttons[0].BoundingBoxAsync())!, (await buttons[1].BoundingBoxAsync())!);
        Assert.Equal((first.Y, first.Height), (second.Y, second.Height));

        await browsing.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await browsing.Page.Locator("button:visible, textarea:visible").CountAsync());
        Assert.True(await browsing.Page.Locator(".paper .body").First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task A_printed_letter_is_the_letter_alone_and_all_of_it()
    {
        var site = await Site.Start(china: true);
        var person = await site.Engine.Turns.Meet(new Address("test", "p1"));
        var words = string.Join('\n', Enumerable.Range(1, 80).Select(no => $"{no}. 请核实。"));
        var token = await site.Engine.Writer.Write(null, session => site.Engine.PaperLinks.Make(
            session, person, [new ReplyFile("D01-2026-11-18.txt", "text/plain; charset=utf-8", words)], "zh-Hans", site.Clock.GetUtcNow()));
        await using var browsing = await Browsing.Start(site, path: $"/papers/{token}");
        await browsing.Page.Locator("button.main").ClickAsync();
        await browsing.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var letter = browsing.Page.Locator(".told");
        await letter.WaitForAsync();
        Assert.True(await letter.EvaluateAsync<bool>("one => one.scrollHeight <= one.clientHeight"), "the letter is cut");
        Assert.Equal(words, (await browsing.Page.InnerTextAsync("body")).Trim());
    }

    [BrowserFact]
    public async Task The_way_out_works_without_a_script_and_nothing_dead_is_shown()
    {
        await using var browsing = await Browsing.Start(await Site.Start(exit: Browsing.Away));
        var page = await browsing.Page.Context.Browser!.NewPageAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await page.RouteAsync(Browsing.Away, route => route.FulfillAsync(new() { Body = "<!doctype html><p>sunny</p>", ContentType = "text/html" }));
        foreach (var path in (string[])["/", "/tools/contacts"])
        {
            await page.GotoAsync(new Uri(browsing.Site.Url, path).ToString());
            Assert.Equal(0, await page.Locator("button:visible, textarea:visible, input:visible").CountAsync());
            await page.ScreenshotAsync(new() { Path = browsing.PathOf($"no-script{path.Replace('/', '-')}") });
            await page.Locator(".exit:visible").ClickAsync();
            await page.GetByText("sunny").WaitForAsync();
        }
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(160)]
    public async Task A_password_to_write_down_is_seen_whole(int width)
    {
        await using var contacts = await Contacts.ContactsPage.Open(width: width);
        await contacts.Choose("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:小禾\nTEL:199 0000 1234\nEND:VCARD\n"u8.ToArray());

        Assert.True(await contacts.Page.Locator("#phrase").EvaluateAsync<bool>("one => one.scrollWidth <= one.clientWidth"));
        Assert.True(await Whole(contacts.Page, ".exit"));
    }

    private static Task<bool> Whole(IPage page, string selector) => page.Locator(selector).EvaluateAsync<bool>("""
        one => {
          const box = one.getBoundingClientRect();
          return box.width >= 44 && box.height >= 44 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
            && one.scrollWidth <= one.clientWidth && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('.exit') === one;
        }
        """);
}
