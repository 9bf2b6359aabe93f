using System.Globalization;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>Makes backups, beside a running worker too. One is gathered aside and counts only when its database was checked and
/// everything is on disk; whatever goes wrong leaves nothing of it behind.</summary>
internal sealed class BackupMaking(BackupFolder backups, string dataFolder, KeyRing keys, TimeProvider clock)
{
    /// <summary>What is over is removed. Not while the clock may be wrong: it would take every backup but one.</summary>
    public bool AgesOut { get; init; } = true;

    /// <exception cref="StorageFault">None was made, and why.</exception>
    public (Backup Backup, Manifest Manifest) Once()
    {
        try
        {
            using var alone = backups.Alone();
            using var key = Manifest.Key(keys); // before all else: the worker may end while this goes on
            var id = keys.Id;
            var now = clock.GetUtcNow();
            Clean(now);
            NeedRoom();
            var made = Made(backups.Aside(now), now, key, id);
            Clean(now);
            return made;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StorageFault($"No backup was made in {backups.Path}: {fault.Message}", fault);
        }
    }

    private void Clean(DateTimeOffset now)
    {
        backups.RemoveHalves();
        if (AgesOut)
        {
            backups.Clean(now);
            Former.AgeOut(dataFolder, now.AddDays(-backups.Days));
        }
    }

    // Data and backups may share a disk: a backup that fills it would stop the worker.
    private void NeedRoom()
    {
        var (left, database) = (new DriveInfo(backups.Path).AvailableFreeSpace, new FileInfo(Database.In(dataFolder).Path).Length);
        if (left < 2 * database)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"only {left} bytes are left there; twice the size of the database must be, {2 * database}."));
        }
    }

    private (Backup Backup, Manifest Manifest) Made(string aside, DateTimeOffset now, SecretKey key, string id)
    {
        try
        {
            PrivateFolder.Make(aside);
            var manifest = Gather(aside, now, Before(key), id);
            manifest.Write(aside, key);
            FolderSync.Flush(aside);
            return (backups.Finish(aside), manifest);
        }
        catch
        {
            Remove(aside);
            throw;
        }
    }

    // The end of the audit log first: the database must reach it.
    private Manifest Gather(string aside, DateTimeOffset now, (Backup, Manifest)? before, string id)
    {
        var head = Path.Combine(dataFolder, Manifest.AuditHead);
        List<Part> parts = [];
        if (File.Exists(head))
        {
            FileLink.Copy(head, Path.Combine(aside, Manifest.AuditHead));
            parts.Add(Parted.Of(Path.Combine(aside, Manifest.AuditHead), Manifest.AuditHead));
        }

        var files = new FileGathering(Path.Combine(dataFolder, Manifest.Files), Path.Combine(aside, Manifest.Files), before);
        files.TakeAll();
        var copy = Path.Combine(aside, Manifest.Database);
        using (var live = new Session(Database.In(dataFolder).Open()))
        {
            PrivateFile.Make(copy);
            BackupStore.CopyTo(live, copy);
        }

        PrivateFile.Flush(copy);
        using var database = new Session(new Database(copy).Open(readOnly: true));
        if (BackupStore.Fault(database) is { } fault)
        {
            throw new StorageFault($"No backup was made in {backups.Path}: the copy of the database is damaged, so the database may be: {fault}");
        }

        var missing = files.Keep(BackupStore.Files(database));
        FolderSync.Flush(Path.Combine(aside, Manifest.Files));
        parts.Add(Parted.Of(copy, Manifest.Database));
        return new Manifest(now, BackupStore.Schema(database), id, BackupStore.Persons(database), [.. parts, .. files.Parts()], missing);
    }

    private (Backup Backup, Manifest Manifest)? Before(SecretKey key) =>
        backups.Newest is { } newest && Manifest.Read(newest, key) is { } manifest ? (newest, manifest) : null;

    private static void Remove(string aside)
    {
        try
        {
            Directory.Delete(aside, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next one finds it.
        }
    }
}
