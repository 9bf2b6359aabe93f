using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Pages;
using ChatHelper.Storage;
using Microsoft.AspNetCore.Antiforgery;
using NodaTime;

namespace ChatHelper.Desk;

/// <summary>What a volunteer reads and does. Reads go through the writer, too: they leave an audit row, and the desk is
/// used by few.</summary>
internal sealed class DeskRoutes(Engine engine, DeskPages pages, DeskWords words, IAntiforgery forgery)
{
    public async Task<IResult> List(HttpContext context, string volunteer)
    {
        if (!DeskDoor.ByItself(context.Request))
        {
            Seen();
        }

        var (cases, flags) = await engine.Writer.Write(null, session => (engine.HandOvers.Open(session), FlagStore.Newest(session)));
        return Html(pages.List(volunteer, cases, flags, engine.Clock.GetUtcNow(), AlarmSection.Of(engine.Alarms, words)));
    }

    public async Task<IResult> Case(HttpContext context, string volunteer, string id)
    {
        Seen();
        var read = await engine.Writer.Write(null, session =>
        {
            if (Mine(session, id, volunteer, orWaiting: true) is not { } one)
            {
                return null;
            }

            Note(session, one, volunteer, one.State == CaseState.Waiting ? "looked" : "read");
            return new Read(one, one.State == CaseState.Waiting ? [] : engine.HandOvers.Messages(session, one));
        });
        return read is null ? Missing() : Html(pages.Case(volunteer, read.Of, read.Messages, Token(context), engine.Clock.GetUtcNow()));
    }

    /// <summary>The words since the page was made; asked for every few seconds, so neither presence nor audit.</summary>
    public async Task<IResult> Words(string volunteer, string id, long after)
    {
        var found = await engine.Writer.Write(null, session =>
            Mine(session, id, volunteer) is { } one ? engine.HandOvers.Messages(session, one).Where(word => word.Id > after).ToList() : null);
        return Results.Json(new DeskNews(found is null, [.. (found ?? []).Select(word => new DeskNew($"{word.Id}", word.FromPerson, word.Text))]), DeskJson.Default.DeskNews);
    }

    public async Task<IResult> Claim(HttpContext context, string volunteer, string id)
    {
        Seen();
        var claimed = await engine.Writer.Write(null, session =>
        {
            if (engine.HandOvers.Find(session, id) is not { } one)
            {
                return null;
            }

            if (engine.HandOvers.Claim(session, id, volunteer))
            {
                Note(session, one, volunteer, "took");
            }

            return Reached(session, Mine(session, id, volunteer));
        });
        if (claimed is null)
        {
            return Html(pages.Note(words["list.title"], words["case.gone"]), StatusCodes.Status409Conflict);
        }

        // The key is the case: a claim cut off before this turn is made whole by the next press.
        await engine.Turns.Take(claimed.Address, new VolunteerCame("desk", $"{id}:came", volunteer));
        return Results.Redirect($"/desk/case/{id}");
    }

    public async Task<IResult> Reply(HttpContext context, string volunteer, string id)
    {
        Seen();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (key, text) = (form["key"].ToString(), form["text"].ToString().ReplaceLineEndings("\n").Trim());
        var reached = await engine.Writer.Write(null, session => Reached(session, Mine(session, id, volunteer)));
        if (reached is null)
        {
            return Missing();
        }

        if (text.Length is > 0 and <= 2000 && key.Length == 32)
        {
            var taken = await engine.Turns.Take(reached.Address, new VolunteerSaid("desk", $"{id}:{key}", volunteer, text));
            await Noted(reached.Of, volunteer, taken.Repeated ? null : "replied");
        }

        return Results.Redirect($"/desk/case/{id}");
    }

    public async Task<IResult> Close(HttpContext context, string volunteer, string id)
    {
        Seen();
        var reached = await engine.Writer.Write(null, session => Reached(session, Mine(session, id, volunteer)));
        if (reached is null)
        {
            return Missing();
        }

        await engine.Turns.Take(reached.Address, new VolunteerLeft("desk", $"{id}:left"));
        await Noted(reached.Of, volunteer, "closed");
        return Results.Redirect("/desk");
    }

    // A volunteer reaches waiting cases and their own; of all others the desk knows nothing.
    private Case? Mine(Session session, string id, string volunteer, bool orWaiting = false) =>
        engine.HandOvers.Find(session, id) is { } one
        && ((one.State == CaseState.Claimed && one.ClaimedBy == volunteer) || (orWaiting && one.State == CaseState.Waiting)) ? one : null;

    private Reach? Reached(Session session, Case? one) =>
        one is not null && engine.Conversations.AddressOf(session, one.Person) is { } address ? new Reach(one, address) : null;

    private Task Noted(Case one, string volunteer, string? what) => what is null ? Task.CompletedTask : engine.Writer.Write(null, session =>
    {
        Note(session, one, volunteer, what);
        return true;
    });

    private void Note(Session session, Case one, string volunteer, string what) =>
        engine.Audit.Write(session, one.Person, engine.Clock.GetUtcNow(), $"volunteer {volunteer}", $"{what} {one.Id}");

    private void Seen() => engine.Surroundings.VolunteerSeen(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()));

    private Markup Token(HttpContext context)
    {
        var tokens = forgery.GetAndStoreTokens(context);
        return $"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""";
    }

    private IResult Missing() => Html(pages.Note(words["list.title"], words["case.gone"]), StatusCodes.Status404NotFound);

    private static IResult Html(Markup page, int status = StatusCodes.Status200OK) => Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);

    private sealed record Read(Case Of, IReadOnlyList<DeskMessage> Messages);

    private sealed record Reach(Case Of, Address Address);
}
