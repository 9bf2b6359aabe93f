using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>All backups of one folder. Kept are those of the last day, and of each earlier day the last, until they are too old;
/// the newest one is never removed for its age.</summary>
internal sealed class BackupFolder(string path, int days)
{
    private const string Half = ".new";
    private static readonly TimeSpan Each = TimeSpan.FromHours(24);

    public string Path { get; } = path;

    public int Days { get; } = days;

    /// <summary>The newest; null: there is none.</summary>
    public Backup? Newest => All() is [var newest, ..] ? newest : null;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Backup> All() => !Directory.Exists(Path) ? []
        : [.. Directory.GetDirectories(Path).Select(Backup.Of).OfType<Backup>().OrderByDescending(backup => backup.TakenAt)];

    /// <summary>When a backup goes at the latest.</summary>
    public DateTimeOffset AgesOut(Backup backup) => backup.TakenAt.AddDays(Days);

    /// <summary>Whoever makes or removes backups is alone here until it is disposed.</summary>
    /// <exception cref="StorageFault">Somebody else does.</exception>
    public FileStream Alone()
    {
        PrivateFolder.Make(Path);
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, "backups.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new StorageFault($"Another backup into {Path} is being made: {busy.Message}", busy);
        }
    }

    /// <summary>Where a backup is gathered before it counts.</summary>
    public string Aside(DateTimeOffset moment) => System.IO.Path.Combine(Path, Backup.NameAt(moment) + Half);

    /// <summary>What was gathered is whole: from now on it is a backup.</summary>
    public Backup Finish(string aside)
    {
        var folder = aside[..^Half.Length];
        Directory.Move(aside, folder);
        FolderSync.Flush(Path);
        return Backup.Of(folder)!;
    }

    /// <summary>Removes halves that a crash left.</summary>
    public void RemoveHalves()
    {
        foreach (var half in Directory.GetDirectories(Path, $"*{Half}"))
        {
            Directory.Delete(half, recursive: true);
        }
    }

    /// <summary>Removes whatever is over.</summary>
    public int Clean(DateTimeOffset now)
    {
        var over = Over(All(), now, Days).ToList();
        foreach (var backup in over)
        {
            Directory.Move(backup.Folder, backup.Folder + Half); // half removed it must not look like one
            Directory.Delete(backup.Folder + Half, recursive: true);
        }

        return over.Count;
    }

    /// <summary>Which of these, newest first, are not kept any more.</summary>
    public static IEnumerable<Backup> Over(IReadOnlyList<Backup> newestFirst, DateTimeOffset now, int days)
    {
        HashSet<DateTime> seen = [];
        foreach (var (index, backup) in newestFirst.Index())
        {
            var last = seen.Add(backup.TakenAt.UtcDateTime.Date);
            var age = now - backup.TakenAt;
            if (index > 0 && (age >= TimeSpan.FromDays(days) || (age >= Each && !last)))
            {
                yield return backup;
            }
        }
    }
}
