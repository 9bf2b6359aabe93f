using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>Data that a restore moved out of the way. It lies in the data folder itself, where moving is only a change of name, and
/// ages out like a backup: what it holds must not be kept longer.</summary>
internal static class Former
{
    private const string Prefix = "before-";

    /// <summary>Moves what is there aside.</summary>
    /// <returns>Where it lies now; null when there was nothing.</returns>
    public static string? Move(string dataFolder, DateTimeOffset now)
    {
        var folder = Path.Combine(dataFolder, Prefix + Backup.NameAt(now));
        var files = Path.Combine(dataFolder, Manifest.Files);
        var present = Directory.GetFiles(dataFolder, $"{Database.FileName}*");
        if (present.Length == 0 && !Directory.Exists(files))
        {
            return null;
        }

        PrivateFolder.Make(folder);
        foreach (var path in present)
        {
            File.Move(path, Path.Combine(folder, Path.GetFileName(path)));
        }

        if (Directory.Exists(files))
        {
            Directory.Move(files, Path.Combine(folder, Manifest.Files));
        }

        return folder;
    }

    /// <summary>Where the last that was moved aside lies; null: nothing was.</summary>
    public static string? Last(string dataFolder) => Directory.GetDirectories(dataFolder, $"{Prefix}*").Order(StringComparer.Ordinal).LastOrDefault();

    /// <summary>Removes what was moved aside before then.</summary>
    public static void AgeOut(string dataFolder, DateTimeOffset before)
    {
        foreach (var folder in Directory.GetDirectories(dataFolder, $"{Prefix}*"))
        {
            if (Backup.Of(Path.GetFileName(folder)[Prefix.Length..]) is { } moved && moved.TakenAt < before)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
