using System.Globalization;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Audit;

/// <summary>Who did what with a case, each entry bound to the one before. The last one is read from the database each time: a batch
/// that is rolled back takes its entries with it and leaves nothing behind in memory.</summary>
internal sealed class AuditStore(SecretKey key, Seal seal)
{
    public const string Program = "program", Operator = "operator";
    private const int Longest = 400;
    private const string Removed = "removed ";
    private readonly AuditChain _chain = new(key);

    /// <summary>Something was written since this was last set to false; perhaps rolled back.</summary>
    public bool Changed { get; set; }

    /// <summary>Writes an entry. Runs inside the writer's transaction.</summary>
    /// <param name="person">Whom it is about; 0: nobody.</param>
    /// <param name="who">See <see cref="AuditEntry.Who"/>.</param>
    /// <param name="what">See <see cref="AuditEntry.What"/>; controls are taken out and what is too long is cut.</param>
    public void Write(Session session, long person, DateTimeOffset now, string who, string what)
    {
        var last = Last(session);
        var entry = new AuditEntry(last.No + 1, now.ToUnixTimeMilliseconds(), Name(session, person), Plain(who), Plain(what));
        session.Execute(
            "INSERT INTO audit (no, at, person, who, what, mac) VALUES ($1, $2, $3, $4, $5, $6)",
            entry.No, entry.At, entry.Person, entry.Who, entry.What, _chain.Mac(last.Mac, entry));
        Changed = true;
    }

    /// <summary>The end of the chain.</summary>
    public static AuditHead Last(Session session) => session.Query(
        "SELECT no, mac FROM audit ORDER BY no DESC LIMIT 1", row => new AuditHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1))) is [var last] ? last : AuditHead.None;

    /// <summary>The mac of an entry; null when it is not there.</summary>
    public static byte[]? MacOf(Session session, long no) => session.Scalar("SELECT mac FROM audit WHERE no = $1", no) as byte[];

    /// <summary>What volunteers did with the case of a person, the newest first.</summary>
    public IReadOnlyList<AuditEntry> OfDesk(Session session, long person) => session.Query(
        """
        SELECT no, at, person, who, what FROM audit
        WHERE person = $1 AND who NOT IN ('bot', 'person', 'witness', 'program', 'operator') ORDER BY no DESC LIMIT 1000
        """,
        Entry, Name(session, person));

    /// <summary>Entries after a number, in order, each with the mac that stands beside it.</summary>
    public static IReadOnlyList<(AuditEntry Entry, byte[] Mac)> After(Session session, long no, int most) => session.Query(
        "SELECT no, at, person, who, what, mac FROM audit WHERE no > $1 ORDER BY no LIMIT $2", row => (Entry(row), row.GetFieldValue<byte[]>(5)), no, most);

    /// <summary>Removes the oldest entries, up to the first that is not past its time. A new entry carries the mac of the last one
    /// removed, so that the chain can be followed from there.</summary>
    /// <returns>How many went.</returns>
    public int Purge(Session session, DateTimeOffset before, DateTimeOffset now)
    {
        var kept = session.Scalar("SELECT no FROM audit WHERE at >= $1 ORDER BY no LIMIT 1", before.ToUnixTimeMilliseconds()) as long?;
        var last = (kept ?? (Last(session).No + 1)) - 1;
        if (MacOf(session, last) is not { } mac)
        {
            return 0;
        }

        Write(session, 0, now, Program, Removed + new AuditHead(last, mac));
        return session.Execute("DELETE FROM audit WHERE no <= $1", last);
    }

    /// <summary>Where the chain begins: after the last entry that was ever purged.</summary>
    public static AuditHead Beginning(Session session)
    {
        var told = session.Scalar("SELECT what FROM audit WHERE who = 'program' AND what LIKE 'removed %' ORDER BY no DESC LIMIT 1") as string;
        return AuditAnchor.Read(told?[Removed.Length..] ?? "") ?? AuditHead.None;
    }

    // A number may be given again after its person was erased: the time tells two who had the same apart.
    private byte[] Name(Session session, long person) =>
        seal.Lookup("audit", string.Create(CultureInfo.InvariantCulture, $"{person}:{session.Scalar("SELECT created_at FROM person WHERE person_id = $1", person)}"));

    private static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Take(Longest).Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString()));

    private static AuditEntry Entry(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetString(3), row.GetString(4));
}
