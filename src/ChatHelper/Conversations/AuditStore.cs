using ChatHelper.Storage;

namespace ChatHelper.Conversations;

/// <summary>Who did what with a case. Never content.</summary>
internal static class AuditStore
{
    public static void Write(Session session, long person, DateTimeOffset now, string who, string what) => session.Execute(
        "INSERT INTO audit (person_id, at, who, what) VALUES ($1, $2, $3, $4)", person, now.ToUnixTimeMilliseconds(), who, what);
}
