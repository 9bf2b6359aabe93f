using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Due;

/// <summary>A row that becomes an Incoming at its time.</summary>
internal sealed record DueRow(long Person, string Kind, long At);

/// <summary>Things that become an Incoming at a time. One row a person and kind; using it up and what it causes are one commit.</summary>
internal sealed class DueStore(Sequence sequence) : IEffectStore
{
    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        switch (effect)
        {
            case Schedule schedule:
                session.Execute(
                    """
                    INSERT INTO due (id, person_id, kind, at) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (person_id, kind) DO UPDATE SET at = excluded.at
                    """,
                    sequence.Next(), person.Id, schedule.Kind, schedule.At.ToUnixTimeMilliseconds());
                break;
            case Unschedule unschedule:
                session.Execute("DELETE FROM due WHERE person_id = $1 AND kind = $2", person.Id, unschedule.Kind);
                break;
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        if (incoming is FellDue due)
        {
            session.Execute(
                "DELETE FROM due WHERE person_id = $1 AND kind = $2 AND at <= $3",
                person.Id, due.Kind, due.At.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Rows whose time has come, oldest first.</summary>
    public static IReadOnlyList<DueRow> Due(Session session, Instant now, int most) => session.Query(
        "SELECT person_id, kind, at FROM due WHERE at <= $1 ORDER BY at LIMIT $2",
        row => new DueRow(row.GetInt64(0), row.GetString(1), row.GetInt64(2)), now.ToUnixTimeMilliseconds(), most);

    /// <summary>When the next row comes due; null when nothing is scheduled.</summary>
    public static long? Next(Session session) => session.Scalar("SELECT min(at) FROM due") as long?;
}
