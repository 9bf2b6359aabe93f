using ChatHelper.Conversations;
using ChatHelper.Desk.Accounts;
using ChatHelper.Storage;

namespace ChatHelper.Desk.Crew;

/// <summary>Removing accounts and changing roles. Where there are two leads or more, one asks and another confirms; the last lead
/// stays.</summary>
internal sealed class CrewChanges(Engine engine, AccountStore accounts)
{
    public const string Remove = "remove", ToLead = "lead", ToVolunteer = "volunteer";

    /// <summary>Asks for a change; does it when there is no second lead to ask.</summary>
    /// <returns>A status: 302 done or asked, 404 no such account or change, 409 not possible.</returns>
    public int Ask(Session session, Volunteer who, long account, string what)
    {
        if (what is not (Remove or ToLead or ToVolunteer) || accounts.Find(session, account) is not { } one)
        {
            return StatusCodes.Status404NotFound;
        }

        if (AccountStore.Leads(session) == 1)
        {
            return Do(session, who, one, what);
        }

        ChangeStore.Add(session, account, what, who.Id, Now);
        Note(session, who, $"asked for: {what} {one.Name}");
        return StatusCodes.Status302Found;
    }

    /// <summary>Confirms what another lead asked for, or drops it.</summary>
    public int Answer(Session session, Volunteer who, string id, bool confirmed)
    {
        if (ChangeStore.All(session, Now).FirstOrDefault(one => one.Id == id) is not { } change || accounts.Find(session, change.Account) is not { } one)
        {
            return StatusCodes.Status404NotFound;
        }

        if (confirmed && change.AskedBy == who.Id)
        {
            return StatusCodes.Status409Conflict;
        }

        ChangeStore.Remove(session, id);
        if (confirmed)
        {
            return Do(session, who, one, change.What);
        }

        Note(session, who, $"dropped: {change.What} {one.Name}");
        return StatusCodes.Status302Found;
    }

    private int Do(Session session, Volunteer who, Account one, string what)
    {
        if (one.Role == Role.Lead && what != ToLead && AccountStore.Leads(session) == 1)
        {
            return StatusCodes.Status409Conflict;
        }

        if (what == Remove)
        {
            AccountStore.Remove(session, one.Id);
            engine.HandOvers.Count(session);
        }
        else
        {
            accounts.Put(session, one with { Role = what == ToLead ? Role.Lead : Role.Volunteer, Stamp = AccountStore.FreshStamp() });
        }

        Note(session, who, $"did: {what} {one.Name}");
        return StatusCodes.Status302Found;
    }

    private void Note(Session session, Volunteer who, string what) => engine.Audit.Write(session, 0, Now, who.InAudit, what);

    private DateTimeOffset Now => engine.Clock.GetUtcNow();
}
