using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Witness;

/// <summary>What a code leads to.</summary>
/// <param name="Person">Whose case.</param>
/// <param name="No">Number of the invitation within it.</param>
internal sealed record WitnessDoor(long Person, int No, WitnessState State);

/// <summary>Codes for witnesses, by keyed hash. A code that was used still tells its holder what became of their words.</summary>
internal sealed class WitnessStore(Seal seal, AuditStore audit) : IEffectStore
{
    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        switch (effect)
        {
            case InviteWitness invite:
                session.Execute(
                    "DELETE FROM witness WHERE person_id = $1 AND state = $2 AND until <= $3",
                    person.Id, (int)WitnessState.Open, now.ToUnixTimeMilliseconds());
                session.Execute(
                    "INSERT INTO witness (lookup, person_id, no, state, until) VALUES ($1, $2, $3, $4, $5)",
                    Lookup(invite.Code), person.Id, invite.No, (int)WitnessState.Open, invite.Until.ToUnixTimeMilliseconds());
                break;
            case MarkWitness { State: WitnessState.Revoked } mark:
                session.Execute("DELETE FROM witness WHERE person_id = $1 AND no = $2", person.Id, mark.No);
                break;
            case MarkWitness mark:
                session.Execute("UPDATE witness SET state = $1 WHERE person_id = $2 AND no = $3", (int)mark.State, person.Id, mark.No);
                audit.Write(session, person.Id, now, "witness", $"testimony {mark.State}");
                break;
            case Forget:
                session.Execute("DELETE FROM witness WHERE person_id = $1", person.Id);
                break;
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        // Whether a code takes anything is decided in the turn; its effects say so.
    }

    /// <summary>Where a code leads; null when it leads nowhere, or not any more.</summary>
    public WitnessDoor? Find(Session session, string code, DateTimeOffset now)
    {
        var rows = session.Query(
            "SELECT person_id, no, state, until FROM witness WHERE lookup = $1",
            row => (Door: new WitnessDoor(row.GetInt64(0), row.GetInt32(1), (WitnessState)row.GetInt32(2)), Until: row.GetInt64(3)), Lookup(code));
        return rows is [var (door, until)] && (door.State != WitnessState.Open || until > now.ToUnixTimeMilliseconds()) ? door : null;
    }

    private byte[] Lookup(string code) => seal.Lookup("witness", code);
}
