using ChatHelper.Core.Facts;
using ChatHelper.Desk.Accounts;
using ChatHelper.Storage;
using NodaTime;
using ChatHelper.Pages;

namespace ChatHelper.Desk.Cases;

/// <summary>What a volunteer reads. Reads go through the writer, too: they leave an audit row, and the desk is used by few.</summary>
internal sealed class CaseRoutes(Engine engine, AccountStore accounts, CaseReach reach, CaseOpens opens, CasePages pages, DeskFrame frame, DeskWords words)
{
    public async Task<IResult> List(HttpContext context)
    {
        var who = DeskDoor.Who(context);
        if (!DeskDoor.ByItself(context.Request))
        {
            engine.Surroundings.VolunteerSeen(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()));
        }

        var (cases, flags) = await engine.Writer.Write(null, session => (
            engine.HandOvers.Open(session).Where(one => CaseReach.Sees(one, who)).Select(one => new Held(one, reach.Holder(session, accounts, one))).ToList(),
            who.Leads ? FlagStore.Newest(session) : []));
        return pages.List(frame.For(context), who, cases, flags, who.Leads ? AlarmSection.Of(engine.Alarms, words) : Markup.Empty, engine.Clock.GetUtcNow());
    }

    public async Task<IResult> Case(HttpContext context, string id)
    {
        var who = DeskDoor.Who(context);
        engine.Surroundings.VolunteerSeen(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()));
        var read = await engine.Writer.Write(null, session => Read(session, id, who));
        return read is null ? Missing(context) : pages.Case(frame.For(context), who, read, engine.Clock.GetUtcNow());
    }

    /// <summary>The words since the page was made; asked for every few seconds, so neither presence nor audit.</summary>
    public async Task<IResult> Words(HttpContext context, string id, long after)
    {
        var who = DeskDoor.Who(context);
        var found = await engine.Writer.Write(null, session =>
            reach.Own(session, id, who) is { } one ? engine.HandOvers.Messages(session, one).Where(word => word.Id > after).ToList() : null);
        return found is null ? Results.NotFound() : Results.Json(new DeskNews([.. found.Select(word => new DeskNew($"{word.Id}", word.FromPerson, Parts(word)))]), DeskJson.Default.DeskNews);
    }

    private static List<DeskPart> Parts(DeskMessage word) =>
        [.. TextPart.Of(word.Text).Select((part, at) => new DeskPart(part.Shown, part.Kind == Hidden.Nothing ? null : $"{word.Id}.{at}"))];

    private OpenCase? Read(Session session, string id, Volunteer who)
    {
        if (reach.Seen(session, id, who) is not { } one)
        {
            return null;
        }

        var own = one.State == CaseState.Claimed && one.ClaimedBy == who.Key;
        reach.Note(session, one, who, own ? "read" : "looked");
        if (opens.TooMany(who, id))
        {
            reach.Alarm(session, who, $"more than {CaseOpens.Most} cases opened within an hour");
        }

        return new OpenCase(one, own, reach.Holder(session, accounts, one), own ? engine.HandOvers.Messages(session, one) : [], who.Leads ? accounts.All(session) : []);
    }

    private IResult Missing(HttpContext context) => frame.Note(context, words["list.title"], words["case.gone"], StatusCodes.Status404NotFound);
}

/// <summary>A case with the name of who has it.</summary>
internal sealed record Held(Case Of, string By);

/// <summary>A case as somebody may see it.</summary>
/// <param name="Own">They may read its words.</param>
/// <param name="By">Who has it.</param>
/// <param name="Messages">Its words; none when it is not their own.</param>
/// <param name="Crew">Whom it can be given to; none for a volunteer.</param>
internal sealed record OpenCase(Case Of, bool Own, string By, IReadOnlyList<DeskMessage> Messages, IReadOnlyList<Account> Crew);
