using ChatHelper.Core.Turns;
using ChatHelper.Desk.Accounts;
using NodaTime;

namespace ChatHelper.Desk.Cases;

/// <summary>What a volunteer does with a case.</summary>
internal sealed class CaseDeeds(Engine engine, AccountStore accounts, CaseReach reach, DeskFrame frame, DeskWords words)
{
    private const int LongestReply = 2000, KeyLength = 32;

    public async Task<IResult> Claim(HttpContext context, string id)
    {
        var who = Seen(context);
        var (found, claimed) = await engine.Writer.Write(null, session =>
        {
            var one = engine.HandOvers.Find(session, id);
            if (one is { State: CaseState.Waiting } && engine.HandOvers.Claim(session, id, who.Key))
            {
                reach.Note(session, one, who, "took");
            }

            return (one, reach.Reach(session, reach.Own(session, id, who)));
        });
        if (claimed is null)
        {
            return found is null ? Missing(context) : frame.Note(context, words["list.title"], words["case.gone"], StatusCodes.Status409Conflict);
        }

        // A claim cut off before this turn is made whole by the next press, or at the next start.
        await engine.Turns.Take(claimed.Address, claimed.Of.Came(who.Name));
        return Results.Redirect($"/desk/case/{id}");
    }

    public async Task<IResult> Reply(HttpContext context, string id)
    {
        var who = Seen(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (key, text) = (form["key"].ToString(), form["text"].ToString().ReplaceLineEndings("\n").Trim());
        if (await engine.Writer.Write(null, session => reach.Reach(session, reach.Own(session, id, who))) is not { } reached)
        {
            return Missing(context);
        }

        if (text.Length is > 0 and <= LongestReply && key.Length == KeyLength)
        {
            var taken = await engine.Turns.Take(reached.Address, new VolunteerSaid("desk", $"{id}:{key}", who.Name, text));
            if (!taken.Repeated)
            {
                await reach.Noted(reached.Of, who, "replied");
            }
        }

        return Results.Redirect($"/desk/case/{id}");
    }

    /// <summary>Closes a case: one's own, or as a lead anyone's.</summary>
    public async Task<IResult> Close(HttpContext context, string id)
    {
        var who = Seen(context);
        if (await engine.Writer.Write(null, session => reach.Reach(session, who.Leads ? reach.Seen(session, id, who) : reach.Own(session, id, who))) is not { } reached)
        {
            return Missing(context);
        }

        await engine.Turns.Take(reached.Address, new VolunteerLeft("desk", $"{id}:left"));
        await reach.Noted(reached.Of, who, "closed");
        return Results.Redirect("/desk");
    }

    /// <summary>Gives a case to somebody else.</summary>
    public async Task<IResult> Assign(HttpContext context, string id)
    {
        var who = Seen(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (to, given) = await engine.Writer.Write(null, session =>
        {
            if (!long.TryParse(form["to"], out var account) || accounts.Find(session, account) is not { } next
                || reach.Seen(session, id, who) is not { } one || !engine.HandOvers.Assign(session, id, $"{next.Id}"))
            {
                return default;
            }

            reach.Note(session, one, who, "assigned");
            return (next, reach.Reach(session, engine.HandOvers.Find(session, id)));
        });
        if (given is null)
        {
            return Missing(context);
        }

        await engine.Turns.Take(given.Address, given.Of.Came(to!.Name));
        return Results.Redirect("/desk");
    }

    private Volunteer Seen(HttpContext context)
    {
        engine.Surroundings.VolunteerSeen(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()));
        return DeskDoor.Who(context);
    }

    private IResult Missing(HttpContext context) => frame.Note(context, words["list.title"], words["case.gone"], StatusCodes.Status404NotFound);
}
