using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk.Cases;

/// <summary>Tells persons that somebody has come, where the program ended between the claim and that word.</summary>
internal sealed class Announcing(Engine engine, AccountStore accounts, CaseReach reach)
{
    /// <summary>Makes whole what was cut off; at the start.</summary>
    public async Task MakeWhole()
    {
        var cut = await engine.Writer.Write(null, session => engine.HandOvers.Open(session)
            .Where(one => one is { State: CaseState.Claimed, Announced: false })
            .Select(one => (Case: reach.Reach(session, one), Name: reach.Holder(session, accounts, one))).ToList());
        foreach (var (one, name) in cut)
        {
            if (one is not null)
            {
                await engine.Turns.Take(one.Address, one.Of.Came(OutwardName(name)));
            }
        }
    }

    /// <summary>The name that the person sees: who writes in the group on Telegram stays without the mark that tells them apart.</summary>
    public static string OutwardName(string holder) => holder.Split(':') is [_, var name] ? name.Split('-')[0] : holder;
}
