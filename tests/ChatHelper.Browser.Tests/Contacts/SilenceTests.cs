using System.Text;
using ChatHelper.Channels.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests.Contacts;

/// <summary>No contact leaves the page, whatever is done there.</summary>
public sealed class SilenceTests
{
    [BrowserFact]
    public async Task Nothing_is_requested_from_the_first_file_to_the_last_saved_one_and_all_works_without_a_network()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose(ContactsPage.File("lf-only.vcf")); // the worker and its modules have come by now
        List<string> sent = [];
        page.Page.Context.Request += (_, request) => sent.Add(request.Url);
        await page.Page.Context.SetOfflineAsync(true);

        await page.Choose(ContactsPage.File("ios-16.vcf"));
        await page.Choose(ContactsPage.File("google-old.csv"), "before");
        await page.Saved("[data-slot=before] .result button");
        await page.Saved("#save-plain");
        await page.Saved("#lock button[type=submit]");
        await page.Choose(ContactsPage.File("markup-names.vcf"));
        await page.Choose(ContactsPage.File("noise.vcf"));

        Assert.DoesNotContain(sent, url => !url.StartsWith("blob:", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task The_browser_itself_forbids_page_and_worker_to_reach_anybody()
    {
        await using var page = await ContactsPage.Open();
        var answer = await page.Page.ReloadAsync();
        await page.Choose(ContactsPage.File("ios-16.vcf"));
        const string Tries = """
            async () => {
              const tries = [
                fetch('/health/live'), fetch('https://elsewhere.example/'),
                new Promise((done, fail) => { const socket = new WebSocket(`ws://${location.host}/`); socket.onopen = done; socket.onerror = fail; }),
              ];
              return (await Promise.allSettled(tries)).map(one => one.status).join(' ');
            }
            """;

        Assert.Equal(ContactsTool.Policy, await answer!.HeaderValueAsync("content-security-policy"));
        Assert.Equal("rejected rejected rejected", await page.Page.EvaluateAsync<string>(Tries));
        Assert.Equal("rejected rejected rejected", await Assert.Single(page.Page.Workers).EvaluateAsync<string>(Tries));
        Assert.False(await page.Page.EvaluateAsync<bool>("navigator.sendBeacon('/health/live', 'x') && false"));
        Assert.True(await page.Page.EvaluateAsync<bool>("(() => { try { document.body.innerHTML = '<b>x</b>'; return false; } catch (fault) { return fault instanceof TypeError; } })()"));
    }

    [BrowserFact]
    public async Task The_quick_exit_leaves_nothing_behind()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose(ContactsPage.File("ios-16.vcf"));

        await page.Page.Locator(".exit").ClickAsync();
        await page.Page.GetByText("sunny").WaitForAsync();
        await page.Page.GoBackAsync();

        Assert.DoesNotContain("林阿禾", await page.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Everything_can_be_done_by_keyboard()
    {
        await using var page = await ContactsPage.Open();
        Assert.Equal("now-file", await Tab(page, 3)); // past the skip link and the exit
        await page.Choose(ContactsPage.File("duplicates.vcf"));
        await page.Page.Locator("#now-file").FocusAsync();
        await Tab(page, 1);
        Assert.Equal("SUMMARY", await page.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Page.Locator("[data-slot=now] details[open]").IsVisibleAsync());
        foreach (var control in await page.Page.Locator("main button:visible, main input:visible").AllAsync())
        {
            Assert.NotEqual("", await control.EvaluateAsync<string>("element => (element.labels?.[0] ?? element).textContent.trim()"));
        }
    }

    [BrowserFact]
    public async Task It_fits_a_small_phone_in_light_and_dark()
    {
        foreach (var (scheme, name) in ((ColorScheme, string)[])[(ColorScheme.Light, "light"), (ColorScheme.Dark, "dark")])
        {
            await using var page = await ContactsPage.Open(scheme);
            await Fits(page, $"contacts-1-{name}");
            await page.Choose(ContactsPage.File("zero.vcf"));
            await Fits(page, $"contacts-2-refused-{name}");
            await page.Choose("now.vcf", [.. File.ReadAllBytes(ContactsPage.File("duplicates.vcf")), .. File.ReadAllBytes(ContactsPage.File("truncated.vcf")), .. File.ReadAllBytes(ContactsPage.File("markup-names.vcf"))]);
            await Fits(page, $"contacts-3-read-{name}");
            await page.Choose("before.vcf", Encoding.UTF8.GetBytes("BEGIN:VCARD\nFN:魏九\nTEL:19900000299\nEND:VCARD\nBEGIN:VCARD\nFN:一位名字很长很长很长很长很长很长很长很长的人\nTEL:19900000298\nEND:VCARD\n"), "before");
            await page.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            await Fits(page, $"contacts-4-compared-{name}");
        }
    }

    private static async Task Fits(ContactsPage page, string name)
    {
        await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = page.Browsing.PathOf(name), FullPage = true });
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }

    private static async Task<string> Tab(ContactsPage page, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
        }

        return await page.Page.EvaluateAsync<string>("document.activeElement.id");
    }
}
