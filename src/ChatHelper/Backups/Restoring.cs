using System.Text;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>Puts a backup in the place of the present data. Everything is made ready beside it first; the change itself is a few
/// changes of names, and a marker stands while it lasts. Keys stay as they are: whose key was destroyed since does not come back.</summary>
internal sealed class Restoring(string dataFolder, KeyRing keys, TimeProvider clock)
{
    /// <summary>Restores; the caller holds the <see cref="DataLock"/>.</summary>
    /// <param name="settle">Brings a folder with database and files up to date before anybody relies on it.</param>
    /// <param name="withoutDamaged">Leave out people's files that are damaged instead of refusing; 'verify' names them then.</param>
    /// <returns>Where the former data lies now; null when there was none.</returns>
    /// <exception cref="StartFault">The backup is damaged; nothing was changed.</exception>
    public async Task<string?> Run(Backup backup, Func<string, Task> settle, bool withoutDamaged = false)
    {
        var (fault, manifest) = BackupCheck.Run(backup, keys, withoutDamaged ? part => part.IsFile : null);
        if (fault is not null)
        {
            throw new StartFault($"The backup {backup.Folder} is damaged: {fault}. Nothing was changed. {Older(backup)}");
        }

        var ready = Path.Combine(dataFolder, "restore.new");
        Remove(ready);
        try
        {
            PrivateFolder.Make(Path.Combine(ready, Manifest.Files));
            Copy(backup, manifest!, ready);
            await settle(ready);
            FolderSync.Flush(Path.Combine(ready, Manifest.Files));
            FolderSync.Flush(ready);
        }
        catch
        {
            Remove(ready);
            throw;
        }

        return Change(backup, ready);
    }

    // The present end of the audit log stays: that entries are missing now must show, and be accepted by somebody.
    private void Copy(Backup backup, Manifest manifest, string ready)
    {
        foreach (var part in manifest.Parts.Where(part => part.Name != Manifest.AuditHead || !File.Exists(Path.Combine(dataFolder, Manifest.AuditHead))))
        {
            if (!part.IsFile || BackupCheck.Fault(backup, part) is null)
            {
                FileLink.Copy(backup.PathOf(part.Name), Path.Combine(ready, part.Name));
            }
        }
    }

    private string? Change(Backup backup, string ready)
    {
        PrivateFile.Write(DataLock.Cut(dataFolder), Encoding.UTF8.GetBytes(backup.Folder));
        var aside = Former.Move(dataFolder, clock.GetUtcNow()) ?? Former.Last(dataFolder);
        CrashPoint.Here("restore-moved");
        Directory.Move(Path.Combine(ready, Manifest.Files), Path.Combine(dataFolder, Manifest.Files));
        foreach (var path in Directory.GetFiles(ready))
        {
            File.Move(path, Path.Combine(dataFolder, Path.GetFileName(path)));
        }

        FolderSync.Flush(dataFolder);
        File.Delete(DataLock.Cut(dataFolder));
        Directory.Delete(ready);
        FolderSync.Flush(dataFolder);
        return aside;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Older(Backup backup)
    {
        var older = new BackupFolder(Path.GetDirectoryName(backup.Folder)!, days: 0).All()
            .Where(one => one.TakenAt < backup.TakenAt).FirstOrDefault(one => BackupCheck.Run(one, keys).Fault is null);
        return older is null ? "There is no older one that is whole." : $"The next older one that is whole is {older.Folder}.";
    }
}
