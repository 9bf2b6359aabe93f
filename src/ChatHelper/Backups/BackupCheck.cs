using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Backups;

/// <summary>Whether a backup is what was made: every byte of it.</summary>
internal static class BackupCheck
{
    /// <summary>Looks at all of it.</summary>
    /// <param name="but">Parts that may be as they are.</param>
    /// <returns>What is wrong, as one clause; null: nothing. And what it holds, when that can be told.</returns>
    public static (string? Fault, Manifest? Manifest) Run(Backup backup, KeyRing keys, Func<Part, bool>? but = null)
    {
        using var key = Manifest.Key(keys);
        if (Manifest.Read(backup, key) is not { } manifest)
        {
            return (File.Exists(backup.PathOf(Manifest.Name))
                ? $"{Manifest.Name} was changed, or was made with other keys than these ({keys.Id})"
                : $"{Manifest.Name} is not there", null);
        }

        return (manifest.Parts.Where(part => but?.Invoke(part) != true).Select(part => Fault(backup, part)).FirstOrDefault(fault => fault is not null) ?? Database(backup), manifest);
    }

    /// <summary>What is wrong with a part, as one clause; null: nothing.</summary>
    public static string? Fault(Backup backup, Part part)
    {
        try
        {
            var path = backup.PathOf(part.Name);
            return !File.Exists(path) ? $"{part.Name} is not there"
                : Parted.Of(path, part.Name) != part ? $"{part.Name} has other bytes than were written down"
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message.TrimEnd('.');
        }
    }

    private static string? Database(Backup backup)
    {
        try
        {
            using var session = new Session(new Database(backup.PathOf(Manifest.Database)).Open(readOnly: true));
            return BackupStore.Fault(session) is { } fault ? $"{Manifest.Database}: {fault}" : null;
        }
        catch (SqliteException fault)
        {
            return $"{Manifest.Database}: {fault.Message}";
        }
    }
}
