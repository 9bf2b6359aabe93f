using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Web;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests;

/// <summary>A headless Chromium on a page of a fresh site.</summary>
public sealed class Browsing : IAsyncDisposable
{
    /// <summary>Where the quick exit leads in tests.</summary>
    public const string Away = "https://weather.example/";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browsing(IPlaywright playwright, IBrowser browser, Site site, IPage page) => (_playwright, _browser, Site, Page) = (playwright, browser, site, page);

    public Site Site { get; }

    public IPage Page { get; }

    public ILocator Log => Page.Locator("#log");

    public ILocator Text => Page.Locator("#text");

    public static async Task<Browsing> Start(Site site, int width = 390, int height = 844, ColorScheme scheme = ColorScheme.Light, string path = "/", string locale = "zh-CN")
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme, Locale = locale, DeviceScaleFactor = 2,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);

        // Before the page: requests under way when interception begins are reported when they end.
        await page.RouteAsync(Away, route => route.FulfillAsync(new RouteFulfillOptions { Body = "<!doctype html><p>sunny</p>", ContentType = "text/html" }));
        await page.GotoAsync(new Uri(site.Url, path).ToString());
        return new Browsing(playwright, browser, site, page);
    }

    /// <summary>Waits until the words stand in the conversation.</summary>
    public Task Sees(string words) => Log.GetByText(words).Last.WaitForAsync();

    /// <summary>How often the words stand in the conversation.</summary>
    public async Task<int> Times(string words) => (await Log.InnerTextAsync()).Split(words).Length - 1;

    public async Task Type(string words)
    {
        await Page.Keyboard.TypeAsync(words);
        await Page.Keyboard.PressAsync("Enter");
    }

    public Task Picture(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = PathOf(name) });

    /// <summary>Where a picture is kept: the folder in the variable ARTIFACTS, or one beside the test program.</summary>
    public string PathOf(string name) => Path.Combine(Artifacts(), $"{name}.png");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
    }

    private static string Artifacts() => Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("ARTIFACTS") ?? Path.Combine(Checkout.Root, "tests", "ChatHelper.Browser.Tests", "bin", "artifacts")).FullName;
}
