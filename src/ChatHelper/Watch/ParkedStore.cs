using ChatHelper.Storage;

namespace ChatHelper.Watch;

/// <summary>Something that was given up.</summary>
/// <param name="Kind"><c>turn</c>: deciding failed, the person was told; <c>update</c>: it could not be taken at all, the person was
/// told where they could be; <c>reply</c>: the channel will never take it.</param>
/// <param name="Key">The message's key or the reply's number, as the log shows it.</param>
/// <param name="Fault">Kind of the fault; never its message, which may quote what was said.</param>
internal sealed record Parked(string Kind, string Channel, string Key, DateTimeOffset At, string Fault);

/// <summary>What was given up, until an operator has looked at it.</summary>
internal static class ParkedStore
{
    public static void Put(Session session, Parked one) => session.Execute(
        "INSERT INTO parked (kind, channel, key, at, fault) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        one.Kind, one.Channel, one.Key, one.At.ToUnixTimeMilliseconds(), one.Fault);

    public static long Count(Session session) => (long)session.Scalar("SELECT count(*) FROM parked")!;

    /// <summary>All, oldest first.</summary>
    public static IReadOnlyList<Parked> All(Session session) => session.Query(
        "SELECT kind, channel, key, at, fault FROM parked ORDER BY at, id",
        row => new Parked(row.GetString(0), row.GetString(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetString(4)));

    /// <returns>How many went.</returns>
    public static int Clear(Session session) => session.Execute("DELETE FROM parked");
}
