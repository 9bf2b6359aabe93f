using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Desk;

/// <summary>Why a talk is to be looked at, in how many talks, and since when. Not whose, and nothing that was said.</summary>
internal sealed record Flag(string Reason, int Count, DateTimeOffset FirstAt);

/// <summary>Talks flagged for review.</summary>
internal sealed class FlagStore(AuditStore audit) : IEffectStore
{
    private const int MostShown = 50;

    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        switch (effect)
        {
            case FlagForReview flag:
                session.Execute(
                    "INSERT INTO flag (person_id, reason, first_at, count) VALUES ($1, $2, $3, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                    person.Id, flag.Reason, now.ToUnixTimeMilliseconds());
                audit.Write(session, person.Id, now, "bot", $"flagged for review ({flag.Reason})");
                break;
            case Forget:
                session.Execute("DELETE FROM flag WHERE person_id = $1", person.Id);
                break;
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        // Nothing that arrives takes a flag away.
    }

    /// <summary>The newest flags.</summary>
    public static IReadOnlyList<Flag> Newest(Session session) => session.Query(
        "SELECT reason, count, first_at FROM flag ORDER BY first_at DESC, reason LIMIT $1",
        row => new Flag(row.GetString(0), row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))), MostShown);
}
