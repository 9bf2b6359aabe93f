using ChatHelper.Conversations;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Evidence;
using ChatHelper.Gate;
using ChatHelper.Pages;
using ChatHelper.Witness;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace ChatHelper.Channels.Web;

/// <summary>The witness page: whoever has a code writes what they heard, sees how it was read, agrees, sends, and may take it back
/// as long as the case is there. Nothing of the case is ever shown, and nothing is sent to them.</summary>
internal sealed class WitnessRoute(Engine engine)
{
    public const string Channel = "witness";
    private const int LargestUpload = 21 << 20;
    private readonly Guesses _guesses = new(engine.Clock);
    private readonly Dictionary<string, WitnessPages> _pages = engine.Pack.Lines.Languages.ToDictionary(
        language => language, language => new WitnessPages(engine.Pack.Lines, language, engine.Pack.KeepsDays), StringComparer.Ordinal);

    public IResult Start(HttpContext context) => Html(In(engine.Pack.Languages.OfPage(context.Request)).Start());

    public async Task<IResult> Open(HttpContext context) => await Behind(context, await Form(context), (pages, form, _) =>
        Task.FromResult(Html(pages.Form(Shown(form), new WitnessWords("", "", "", "")))));

    public async Task<IResult> Read(HttpContext context) => await Behind(context, await Form(context), (pages, form, _) =>
        Task.FromResult(Html(Read(form).Words.Length == 0 ? pages.Form(Shown(form), form.Words, pages.Word("said.missing")) : Check(pages, form))));

    public async Task<IResult> Edit(HttpContext context) => await Behind(context, await Form(context), (pages, form, _) =>
        Task.FromResult(Html(pages.Form(Shown(form), form.Words))));

    public async Task<IResult> Tell(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestUpload;
        }

        // A picture is kept only behind an open code, with words and consent; the fields of our page come before it.
        var form = await WitnessForm.Read(context, boundary, async (read, name, bytes) =>
            read is { Consents: true, Code: { } code } && Read(read).Words.Length > 0 && await Find(code) is { State: WitnessState.Open } door
                ? await engine.Files.Keep(door.Person, name, to => bytes.CopyToAsync(to, context.RequestAborted), context.RequestAborted)
                : null);
        return await Behind(context, form, (pages, told, door) => Tell(pages, told, door));
    }

    public async Task<IResult> Withdraw(HttpContext context)
    {
        var form = await Form(context);
        var pages = In(form.Language);
        if (await Door(context, form) is not { } door || await AddressOf(door) is not { } address)
        {
            return Shut(context, pages);
        }

        await engine.Turns.Take(address, new WitnessWithdrew(Channel, $"{door.Person}:{door.No}:back", door.No));
        return await Stands(pages, form);
    }

    private async Task<IResult> Tell(WitnessPages pages, WitnessForm form, WitnessDoor door)
    {
        if (!form.Consents || form.Picture is { Id.Length: 0 } || Read(form).Words.Length == 0)
        {
            return Html(Check(pages, form, pages.Word(!form.Consents ? "consent.missing" : form.Picture is null ? "said.missing" : "picture.refused")));
        }

        if (await AddressOf(door) is { } address)
        {
            await engine.Turns.Take(address, new WitnessTold(Channel, $"{door.Person}:{door.No}", door.No, form.Words, form.Picture));
        }

        return await Stands(pages, form);
    }

    // An open code leads on; a used one tells what became of the words; any other says nothing but that it opens nothing.
    private async Task<IResult> Behind(HttpContext context, WitnessForm form, Func<WitnessPages, WitnessForm, WitnessDoor, Task<IResult>> open)
    {
        var pages = In(form.Language);
        return await Door(context, form) switch
        {
            null => Shut(context, pages),
            { State: WitnessState.Open } door => await open(pages, form, door),
            { State: var state } => Html(pages.Stands(Shown(form), state)),
        };
    }

    private async Task<WitnessDoor?> Door(HttpContext context, WitnessForm form)
    {
        var from = Guesses.Connection(context.Connection.RemoteIpAddress);
        if (form.Code is not { } code || !_guesses.May(from) || await Find(code) is not { } door)
        {
            return null;
        }

        _guesses.WasRight(from);
        return door;
    }

    private IResult Shut(HttpContext context, WitnessPages pages) =>
        Html(pages.Start(pages.Word(_guesses.Wait(Guesses.Connection(context.Connection.RemoteIpAddress)) > TimeSpan.Zero ? "code.too-often" : "code.wrong")), StatusCodes.Status404NotFound);

    private async Task<IResult> Stands(WitnessPages pages, WitnessForm form) =>
        await Find(form.Code!) is { } door ? Html(pages.Stands(Shown(form), door.State)) : Html(pages.Start(pages.Word("code.wrong")), StatusCodes.Status404NotFound);

    private Markup Check(WitnessPages pages, WitnessForm form, string? remark = null)
    {
        var told = Read(form);
        var words = new FactWords(engine.Pack, pages.Language);
        return pages.Check(Shown(form), form.Words, told, words.Time(told.At, told.Precision), words.Caller(told.Caller), remark);
    }

    private Testimony Read(WitnessForm form) => WitnessReader.Read(
        engine.Pack, form.Words, Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()).InZone(engine.Pack.Zone).LocalDateTime);

    private Task<WitnessDoor?> Find(string code) =>
        engine.Writer.Write(null, session => engine.Witnesses.Find(session, code, engine.Clock.GetUtcNow()));

    private Task<Address?> AddressOf(WitnessDoor door) => engine.Writer.Write(null, session => engine.Conversations.AddressOf(session, door.Person));

    private WitnessPages In(string? language) => _pages.GetValueOrDefault(language ?? "") ?? _pages[engine.Pack.Lines.Languages[0]];

    private static Task<WitnessForm> Form(HttpContext context) => WitnessForm.Read(context);

    private static string Shown(WitnessForm form) => WitnessCode.Grouped(form.Code ?? "");

    private static IResult Html(Markup page, int status = StatusCodes.Status200OK) => Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
}
