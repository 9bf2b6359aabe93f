using ChatHelper.Conversations;
using ChatHelper.Desk.Accounts;
using ChatHelper.Storage;

namespace ChatHelper.Desk.Cases;

/// <summary>A case with where its person is reached.</summary>
internal sealed record Reached(Case Of, Address Address);

/// <summary>Which cases a volunteer reaches: those that wait, and their own; a lead also the state of all others. Of any other case
/// the desk knows nothing, not even that it is there.</summary>
internal sealed class CaseReach(Engine engine, DeskWords words)
{
    /// <summary>A case whose words they may read.</summary>
    public Case? Own(Session session, string id, Volunteer who) =>
        engine.HandOvers.Find(session, id) is { State: CaseState.Claimed } one && one.ClaimedBy == who.Key ? one : null;

    /// <summary>A case whose state they may see.</summary>
    public Case? Seen(Session session, string id, Volunteer who) =>
        engine.HandOvers.Find(session, id) is { State: not CaseState.Closed } one && Sees(one, who) ? one : null;

    public static bool Sees(Case one, Volunteer who) => who.Leads || one.State == CaseState.Waiting || one.ClaimedBy == who.Key;

    public Reached? Reach(Session session, Case? one) =>
        one is not null && engine.Conversations.AddressOf(session, one.Person) is { } address ? new Reached(one, address) : null;

    /// <summary>Leaves an audit row: who did what with which case, never content. The person may read it.</summary>
    /// <param name="deed">One word that <c>seen.did.*</c> knows.</param>
    /// <param name="more">Kind of field and reason; empty: nothing.</param>
    public void Note(Session session, Case one, Volunteer who, string deed, string more = "") =>
        engine.Audit.Write(session, one.Person, engine.Clock.GetUtcNow(), who.InAudit, $"{deed} {one.Id} {more}".TrimEnd());

    /// <summary>Leaves a row for whoever looks after the desk.</summary>
    public void Alarm(Session session, Volunteer who, string what) => engine.Audit.Write(session, 0, engine.Clock.GetUtcNow(), who.InAudit, $"alarm {what}");

    public Task Noted(Case one, Volunteer who, string deed) => engine.Writer.Write(null, session =>
    {
        Note(session, one, who, deed);
        return true;
    });

    /// <summary>Who has a case, by the name that is shown at the desk.</summary>
    public string Holder(Session session, AccountStore accounts, Case one) =>
        long.TryParse(one.ClaimedBy, out var id) ? accounts.Find(session, id)?.Name ?? words["list.nobody"] : one.ClaimedBy ?? words["list.nobody"];
}
