using ChatHelper.Core.Turns;
using ChatHelper.Gate;
using ChatHelper.Pages;
using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Web;

/// <summary><c>/papers/{token}</c>: a link opens in the first browser that presses the button, and only there. A link that is merely
/// fetched, as messengers do to show a preview, stays as it was, and nothing is looked up for it. Whoever comes after reads the
/// same as with a link that never was one.</summary>
internal sealed class PaperRoute(Engine engine)
{
    private const string WeChat = "MicroMessenger";
    private readonly Guesses _guesses = new(engine.Clock);
    private readonly Dictionary<string, PaperPages> _pages = engine.Pack.Lines.Languages.ToDictionary(
        language => language, language => new PaperPages(engine.Pack, language), StringComparer.Ordinal);

    public async Task<IResult> Show(HttpContext context, string token) => PaperBrowser.Kept(context.Request) is { } browser
        ? await Behind(context, token, [browser], pressed: false, opened => Sheet(context, token, opened))
        : Html(Hinted(context).Closed(PaperBrowser.Fresh(), InWeChat(context)));

    public async Task<IResult> Open(HttpContext context, string token)
    {
        string?[] browsers = [PaperBrowser.Kept(context.Request), await PaperBrowser.Typed(context)];
        return await Behind(context, token, [.. browsers.OfType<string>().DefaultIfEmpty(PaperBrowser.Fresh())], pressed: true, opened =>
        {
            PaperBrowser.Keep(context, opened.Browser, PaperLinkStore.Path(token), opened.Until - engine.Clock.GetUtcNow());
            return Sheet(context, token, opened);
        });
    }

    public async Task<IResult> Save(HttpContext context, string token, int no) =>
        await Behind(context, token, PaperBrowser.Kept(context.Request) is { } browser ? [browser] : [], pressed: false, async opened =>
        {
            if (no < 0 || no >= opened.Papers.Files.Count)
            {
                return Shut(context);
            }

            var made = await Made(opened, opened.Papers.Files[no]);
            return Results.File(made.Bytes, made.Mime, made.Name);
        });

    private async Task<IResult> Behind(HttpContext context, string token, IReadOnlyList<string> browsers, bool pressed, Func<Opened, Task<IResult>> open)
    {
        var from = Guesses.Connection(context.Connection.RemoteIpAddress);
        if (!_guesses.May(from))
        {
            return Shut(context, tooOften: true);
        }

        if (await engine.Writer.Write(null, session => Look(session, token, browsers, pressed)) is not { } opened)
        {
            return Shut(context);
        }

        _guesses.WasRight(from);
        return await open(opened);
    }

    // Nothing is decrypted before it is known who asks: all that opens nothing takes the same way.
    private Opened? Look(Session session, string token, IReadOnlyList<string> browsers, bool pressed)
    {
        var now = engine.Clock.GetUtcNow();
        if (engine.PaperLinks.Find(session, token, now) is not { } link || engine.Gate.IsLocked(link.Person))
        {
            return null;
        }

        var browser = browsers.FirstOrDefault(one => engine.PaperLinks.Knows(link, one));
        if (browser is null && pressed && link.OpenedBy is null)
        {
            browser = browsers[0];
            engine.PaperLinks.Open(session, link, browser, now);
        }

        return browser is null ? null : new Opened(link.Person, link.Until, engine.PaperLinks.Read(link), browser);
    }

    private async Task<IResult> Sheet(HttpContext context, string token, Opened opened)
    {
        List<long?> sizes = [];
        foreach (var file in opened.Papers.Files)
        {
            // A PDF takes seconds: it is made when it is wanted.
            sizes.Add(file.Pages is { AsPdf: true } ? null : (await Made(opened, file)).Bytes.Length);
        }

        var pages = _pages.GetValueOrDefault(opened.Papers.Language) ?? _pages[engine.Pack.Lines.Languages[0]];
        return Html(pages.Open(PaperLinkStore.Path(token), opened.Papers.Files, sizes, InWeChat(context)));
    }

    private Task<MadeFile> Made(Opened opened, ReplyFile file) => engine.Papers.Make(file, opened.Papers.Language, opened.Person);

    private IResult Shut(HttpContext context, bool tooOften = false) => Html(Hinted(context).Shut(tooOften), StatusCodes.Status404NotFound);

    private PaperPages Hinted(HttpContext context) =>
        _pages.GetValueOrDefault(engine.Pack.Languages.OfBrowser(context.Request) ?? "") ?? _pages[engine.Pack.Lines.Languages[0]];

    private static bool InWeChat(HttpContext context) => context.Request.Headers.UserAgent.ToString().Contains(WeChat, StringComparison.Ordinal);

    private static IResult Html(Markup page, int status = StatusCodes.Status200OK) => Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);

    private sealed record Opened(long Person, DateTimeOffset Until, LinkedPapers Papers, string Browser);
}
