using ChatHelper.Retention;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Gate;

/// <summary>Recovery codes, by keyed hash alone: one a person.</summary>
internal sealed class RecoveryStore(Seal seal, ClockStore leaps, int keepsDays)
{
    public byte[] Lookup(string code) => seal.Lookup("recovery", code);

    /// <summary>Whose code it is; null: nobody's, or the time for which the talk is kept is over.</summary>
    public long? Find(Session session, byte[] lookup, DateTimeOffset now) => session.Scalar(
        """
        SELECT person_id FROM recovery JOIN person USING (person_id) JOIN conversation USING (person_id)
        WHERE recovery.lookup = $1 AND erased_at IS NULL AND touched_at + coalesce(keeps_days, $2) * 86400000 >= $3
        """, lookup, keepsDays, leaps.Look().MayRemove ? now.ToUnixTimeMilliseconds() : 0) as long?;

    public static void Put(Session session, long person, byte[] lookup, DateTimeOffset now) => session.Execute(
        "INSERT INTO recovery (lookup, person_id, at) VALUES ($1, $2, $3)", lookup, person, now.ToUnixTimeMilliseconds());

    public static void Remove(Session session, long person) => session.Execute("DELETE FROM recovery WHERE person_id = $1", person);
}
