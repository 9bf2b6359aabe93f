using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

public sealed class ChatPageTests
{
    [BrowserFact]
    public async Task A_small_intake_goes_by_keyboard_alone()
    {
        await using var browsing = await Open();

        await browsing.Sees("想做什么");
        await browsing.Type("1");
        await browsing.Sees("谁接到了电话");
        await browsing.Page.Keyboard.PressAsync("Shift+Tab"); // the attach button
        await browsing.Page.Keyboard.PressAsync("Shift+Tab"); // "nobody": the send button waits for a choice
        await browsing.Page.Keyboard.PressAsync("Shift+Tab"); // "boss"
        await browsing.Page.Keyboard.PressAsync("Space");
        await browsing.Page.Keyboard.PressAsync("Shift+Tab");
        await browsing.Page.Keyboard.PressAsync("Space");
        await browsing.Picture("phone-many");
        for (var i = 0; i < 3; i++)
        {
            await browsing.Page.Keyboard.PressAsync("Tab");
        }

        await browsing.Page.Keyboard.PressAsync("Enter");
        await browsing.Sees("他们说了什么");
        Assert.Contains("家人、领导", await browsing.Log.InnerTextAsync(), StringComparison.Ordinal);
        await browsing.Type("说要发给全公司");
        await browsing.Sees("想做什么");
    }

    [BrowserFact]
    public async Task A_reload_in_the_middle_loses_nothing_and_doubles_nothing()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        await browsing.Type("1");
        await browsing.Sees("谁接到了电话");

        for (var i = 0; i < 3; i++)
        {
            await browsing.Page.ReloadAsync();
            await browsing.Sees("谁接到了电话");
            await browsing.Page.GetByText("选好了").WaitForAsync();
            Assert.Equal(1, await browsing.Times("谁接到了电话"));
        }

        await browsing.Text.FocusAsync();
        await browsing.Type("1 2");
        await browsing.Sees("他们说了什么");
        Assert.Equal(1, await browsing.Times("他们说了什么"));
    }

    [BrowserFact]
    public async Task A_word_whose_answer_was_lost_is_taken_once()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        var lost = 0;
        await browsing.Page.RouteAsync("**/chat/say", async route =>
        {
            if (lost++ == 0)
            {
                await route.FetchAsync(); // it arrives, but the answer does not
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });

        await browsing.Type("1");
        await browsing.Sees("谁接到了电话");
        await browsing.Type("1");
        await browsing.Sees("他们说了什么");

        Assert.True(lost >= 3);
        Assert.Equal((1, 1), (await browsing.Times("谁接到了电话"), await browsing.Times("他们说了什么")));
    }

    [BrowserFact]
    public async Task The_quick_exit_leaves_at_once_sends_nothing_but_a_lock_and_back_does_not_return()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        await browsing.Type("1");
        await browsing.Sees("谁接到了电话");
        List<string> sent = [];
        browsing.Page.Request += (_, request) => sent.Add(request.Url);

        await browsing.Page.Keyboard.PressAsync("Escape");
        await browsing.Page.Keyboard.PressAsync("Escape");
        await browsing.Page.GetByText("sunny").WaitForAsync();
        await browsing.Page.GoBackAsync();

        Assert.Equal([Browsing.Away], sent.Where(url => !url.EndsWith("/chat/lock", StringComparison.Ordinal)));
        Assert.DoesNotContain(browsing.Site.Url.ToString(), browsing.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("谁接到了电话", await browsing.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_letter_is_read_and_saved_without_an_address_on_the_server()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        await browsing.Type("3");
        await browsing.Sees("怎么称呼你");
        await browsing.Type("小禾");
        await browsing.Sees("我是小禾");
        await browsing.Picture("phone-letter-file");

        var document = await browsing.Page.RunAndWaitForDownloadAsync(() => browsing.Page.GetByText("存成文件 DOCX").ClickAsync());
        var saved = await browsing.Page.RunAndWaitForDownloadAsync(() => browsing.Page.GetByText("存成文件 TXT").ClickAsync());

        Assert.Matches(@"^D01-\d{4}-\d\d-\d\d\.docx$", document.SuggestedFilename);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(await document.PathAsync()))[..2]);

        Assert.StartsWith("blob:", saved.Url, StringComparison.Ordinal);
        Assert.Contains("我是小禾", await File.ReadAllTextAsync(await saved.PathAsync()), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_exit_button_is_always_in_reach()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        for (var i = 0; i < 4; i++)
        {
            await browsing.Text.FocusAsync();
            await browsing.Type("1 1");
        }

        var box = (await browsing.Page.Locator("#exit").BoundingBoxAsync())!;
        Assert.True(box is { Y: >= 0, Height: >= 44, Width: >= 44 } && box.X + box.Width <= 390);
        await browsing.Page.Locator("#exit").ClickAsync();
        await browsing.Page.GetByText("sunny").WaitForAsync();
    }

    [BrowserFact]
    public async Task What_people_write_never_becomes_part_of_the_page()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        await browsing.Type("<img src=x onerror=\"document.title='broken'\">");
        await browsing.Page.Locator(".you").GetByText("onerror").WaitForAsync();

        Assert.Equal(0, await browsing.Log.Locator("img").CountAsync());
        Assert.Equal("信息助手", await browsing.Page.TitleAsync());
    }

    [BrowserFact]
    public async Task A_phone_book_is_refused_with_a_link_that_opens_the_contacts_tool()
    {
        await using var browsing = await Open();
        browsing.Site.Engine.Surroundings.PagesAt(everywhere: null, here: browsing.Site.Url);
        await browsing.Sees("想做什么");
        await browsing.Page.SetInputFilesAsync("#file", new FilePayload { Name = "a.vcf", MimeType = "text/vcard", Buffer = "BEGIN:VCARD\nFN:x\nEND:VCARD"u8.ToArray() });
        await browsing.Sees("通讯录不收");

        var tool = await browsing.Page.Context.RunAndWaitForPageAsync(() => browsing.Log.GetByRole(AriaRole.Link).ClickAsync());

        await tool.Locator("#now-file").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.Equal("通讯录检查", await tool.TitleAsync());
    }

    [BrowserFact]
    public async Task Only_an_address_of_ours_can_be_pressed()
    {
        await using var browsing = await Open();
        await browsing.Sees("想做什么");
        await browsing.Type("3");
        await browsing.Sees("怎么称呼你");
        await browsing.Type($"https://elsewhere.example/tools/contacts {browsing.Site.Url}other");
        await browsing.Sees("elsewhere");

        Assert.Equal(0, await browsing.Log.GetByRole(AriaRole.Link).CountAsync());
    }

    private static async Task<Browsing> Open() => await Browsing.Start(await Site.Start(exit: Browsing.Away));
}
