using ChatHelper.Storage;

namespace ChatHelper.Watch;

/// <summary>What the database tells of how the worker stands. Counts and times only.</summary>
internal static class WatchStore
{
    private const string Abroad = "telegram", Fetched = "web";

    /// <summary>Adds to an observation what is in the database.</summary>
    public static Observed Read(Session session, Observed seen)
    {
        var now = seen.At.ToUnixTimeMilliseconds();
        var year = $"{seen.At.ToOffset(TimeSpan.FromHours(8)).Year}";
        var began = new DateTimeOffset(seen.At.ToOffset(TimeSpan.FromHours(8)).Year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUnixTimeMilliseconds();
        return seen with
        {
            Outbox = Number(session.Scalar("SELECT count(*) FROM outbox")),
            OldestReply = Since(now, session.Scalar(
                "SELECT min(o.id) FROM outbox o JOIN person p ON p.person_id = o.person_id WHERE p.channel <> $1", Fetched) is long id ? Sequence.Milliseconds(id) : null),
            DueLate = Since(now, session.Scalar("SELECT min(at) FROM due") as long?),
            Waiting = Number(session.Scalar("SELECT count(*) FROM handover WHERE state = 0")),
            Parked = ParkedStore.Count(session),

            // Who began this year, and who began before and went on in it.
            PersonsAbroad = Number(session.Scalar("SELECT persons FROM person_year WHERE year = $1 AND channel = $2", year, Abroad))
                + Number(session.Scalar(
                    "SELECT count(*) FROM person p JOIN conversation c ON c.person_id = p.person_id WHERE p.channel = $1 AND p.created_at < $2 AND c.touched_at >= $2", Abroad, began)),
        };
    }

    private static long Number(object? value) => value as long? ?? 0;

    private static TimeSpan Since(long now, long? at) => at is { } then && then < now ? TimeSpan.FromMilliseconds(now - then) : TimeSpan.Zero;
}
