using System.Security.Cryptography;
using ChatHelper.Storage;

namespace ChatHelper.Desk.Crew;

/// <summary>A change of the crew that waits for the word of a second lead.</summary>
/// <param name="What"><c>remove</c>, <c>lead</c> or <c>volunteer</c>.</param>
internal sealed record Change(string Id, long Account, string What, long AskedBy);

/// <summary>Changes that wait.</summary>
internal static class ChangeStore
{
    private const int IdBytes = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static void Add(Session session, long account, string what, long askedBy, DateTimeOffset now) => session.Execute(
        "INSERT OR IGNORE INTO desk_change (change_id, account_id, what, asked_by, at) VALUES ($1, $2, $3, $4, $5)",
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), account, what, askedBy, now.ToUnixTimeMilliseconds());

    /// <summary>The changes that wait; whatever nobody has answered for a week is gone.</summary>
    public static IReadOnlyList<Change> All(Session session, DateTimeOffset now)
    {
        session.Execute("DELETE FROM desk_change WHERE at < $1", (now - Kept).ToUnixTimeMilliseconds());
        return session.Query(
            "SELECT change_id, account_id, what, asked_by FROM desk_change ORDER BY at",
            row => new Change(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3)));
    }

    public static void Remove(Session session, string id) => session.Execute("DELETE FROM desk_change WHERE change_id = $1", id);
}
