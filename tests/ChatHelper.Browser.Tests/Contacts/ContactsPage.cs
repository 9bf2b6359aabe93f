using System.Text.Json;
using ChatHelper.Channels.Web;
using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests.Contacts;

/// <summary>The contacts tool in a browser, as a person sees it.</summary>
public sealed class ContactsPage(Browsing browsing) : IAsyncDisposable
{
    private static readonly string s_folder = Path.Combine(Checkout.Root, "tests/ChatHelper.Browser.Tests/Contacts");

    public Browsing Browsing => browsing;

    public IPage Page => browsing.Page;

    public static string Expected => Path.Combine(s_folder, "expected.tsv");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(s_folder, "files")).Select(path => Path.GetFileName(path)!);

    public static string File(string name) => Path.Combine(s_folder, "files", name);

    public static async Task<ContactsPage> Open(ColorScheme scheme = ColorScheme.Light, int width = 360) =>
        new(await Browsing.Start(await Site.Start(exit: Browsing.Away, china: true), width, 740, scheme, ContactsTool.Path));

    /// <summary>Chooses a file and waits until it is read or refused.</summary>
    public async Task Choose(string path, string slot = "now")
    {
        await Clear(slot);
        await Page.SetInputFilesAsync($"#{slot}-file", path);
        await Settled(slot);
    }

    public async Task Choose(string name, byte[] bytes, string slot = "now")
    {
        await Clear(slot);
        await Page.SetInputFilesAsync($"#{slot}-file", new FilePayload { Name = name, MimeType = "text/vcard", Buffer = bytes });
        await Settled(slot);
    }

    public Task<string> Said(string slot = "now") => Page.Locator($"[data-slot={slot}] .said").First.InnerTextAsync();

    /// <summary>The big numbers, in their order.</summary>
    public async Task<string> Numbers(string slot = "now") => string.Join(' ', await Page.Locator($"[data-slot={slot}] .numbers dd").AllInnerTextsAsync());

    /// <summary>Entries of a list whose title begins so, folded or not.</summary>
    public Task<string[]> List(string title, string slot = "now") => Page.EvaluateAsync<string[]>(
        "([slot, title]) => [...document.querySelectorAll(`[data-slot=${slot}] details`)].filter(one => one.querySelector('summary').textContent.startsWith(title)).flatMap(one => [...one.querySelectorAll('li')].map(item => item.textContent))",
        new[] { slot, title });

    /// <summary>A word that the page puts in by its script.</summary>
    public async Task<string> Word(string id) =>
        JsonDocument.Parse((await Page.Locator("#words").TextContentAsync())!).RootElement.GetProperty(id).GetString()!;

    /// <summary>The file that a press hands to the person.</summary>
    public async Task<(string Name, byte[] Bytes)> Saved(string button)
    {
        var saved = await Page.RunAndWaitForDownloadAsync(() => Page.Locator(button).ClickAsync());
        return (saved.SuggestedFilename, await System.IO.File.ReadAllBytesAsync(await saved.PathAsync()));
    }

    public ValueTask DisposeAsync() => browsing.DisposeAsync();

    private Task Clear(string slot) => Page.EvaluateAsync("slot => document.querySelector(`[data-slot=${slot}] .said`).textContent = ''", slot);

    // What is said and that nothing goes on any more come together.
    private Task Settled(string slot) => Page.WaitForFunctionAsync(
        "slot => document.querySelector(`[data-slot=${slot}] .said`).textContent !== '' && document.querySelector(`[data-slot=${slot}] .busy`).hidden",
        slot, new PageWaitForFunctionOptions { Timeout = 60_000 });
}
