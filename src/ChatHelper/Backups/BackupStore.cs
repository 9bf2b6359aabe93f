using ChatHelper.Storage;

namespace ChatHelper.Backups;

/// <summary>The database's part of backing up and restoring.</summary>
internal static class BackupStore
{
    /// <summary>Copies the database as it is at one moment into an empty file, without free pages; writers go on meanwhile.</summary>
    public static void CopyTo(Session session, string path) => session.Execute("VACUUM INTO $1", path);

    /// <summary>What is wrong with a database; null: nothing.</summary>
    public static string? Fault(Session session) =>
        session.Query("PRAGMA integrity_check(1)", row => row.GetString(0)) is not ["ok"] and var found ? string.Join("; ", found)
        : session.Query("PRAGMA foreign_key_check", row => row.GetString(0)) is [var table, ..] ? $"rows of {table} belong to nobody"
        : null;

    public static int Schema(Session session) => (int)(long)session.Scalar("PRAGMA user_version")!;

    public static int Persons(Session session) => (int)(long)session.Scalar("SELECT count(*) FROM person")!;

    /// <summary>Files that have a row, by name.</summary>
    public static HashSet<string> Files(Session session) => [.. session.Query("SELECT file_id FROM file", row => row.GetString(0))];

    /// <summary>What waited to be sent when the backup was taken may have gone out since: it is doubtful, as after a crash.</summary>
    public static int Doubt(Session session) => session.Execute("UPDATE outbox SET state = 1 WHERE state = 0");
}
