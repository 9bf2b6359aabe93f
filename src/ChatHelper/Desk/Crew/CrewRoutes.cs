using ChatHelper.Conversations;
using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Cases;

namespace ChatHelper.Desk.Crew;

/// <summary>Accounts and invitations, for leads.</summary>
internal sealed class CrewRoutes(Engine engine, AccountStore accounts, DeskLinkStore links, RevealStore reveals, CrewChanges changes, CrewPages pages, DeskFrame frame, DeskWords words)
{
    public async Task<IResult> List(HttpContext context)
    {
        var crew = await engine.Writer.Write(null, session =>
            new CrewList(accounts.All(session), ChangeStore.All(session, engine.Clock.GetUtcNow()), reveals.Latest(session)));
        return pages.List(frame.For(context), crew);
    }

    /// <summary>A link for a volunteer. Leads are made of volunteers, which takes two leads: else one could invite a second self.</summary>
    public async Task<IResult> Invite(HttpContext context)
    {
        var who = DeskDoor.Who(context);
        var link = await engine.Writer.Write(null, session =>
        {
            engine.Audit.Write(session, 0, engine.Clock.GetUtcNow(), who.InAudit, "invited a volunteer");
            return links.Make(session, $"{context.Request.Scheme}://{context.Request.Host}", new Invitation(Role.Volunteer), engine.Clock.GetUtcNow());
        });
        return pages.Link(frame.For(context), link);
    }

    public async Task<IResult> Change(HttpContext context, long account, string what) =>
        Answered(context, await engine.Writer.Write(null, session => changes.Ask(session, DeskDoor.Who(context), account, what)));

    public async Task<IResult> Answer(HttpContext context, string id, string answer) => answer is "confirm" or "drop"
        ? Answered(context, await engine.Writer.Write(null, session => changes.Answer(session, DeskDoor.Who(context), id, answer == "confirm")))
        : Answered(context, StatusCodes.Status404NotFound);

    private IResult Answered(HttpContext context, int status) => status switch
    {
        StatusCodes.Status302Found => Results.Redirect("/desk/crew"),
        StatusCodes.Status409Conflict => frame.Note(context, words["crew.title"], words["crew.not-possible"], status),
        _ => frame.Note(context, words["crew.title"], words["crew.gone"], status),
    };
}
