using System.Globalization;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>Where backups go and how long they are kept. Data is backed up, keys are mirrored: the wrapped keys have a second copy
/// (<c>CHATHELPER_KEYS_COPY</c>) and are never in a backup, so a destroyed key exists nowhere and no backup brings an erased person back.</summary>
/// <param name="Folder"><c>CHATHELPER_BACKUPS</c>: best on another disk than the data; null: none are made.</param>
/// <param name="Days"><c>CHATHELPER_BACKUP_DAYS</c>: how long a backup is kept, and so how long something that a person took out of
/// their case, without erasing everything, can still stand in one; 14 when left out.</param>
/// <param name="Every"><c>CHATHELPER_BACKUP_MINUTES</c>: how often one is made; every hour when left out.</param>
internal sealed record BackupOptions(string? Folder, int Days, TimeSpan Every)
{
    /// <exception cref="StartFault">One line: setting, value, rule.</exception>
    public static BackupOptions Read(Func<string, string?> variable, VaultOptions vault)
    {
        var folder = variable("CHATHELPER_BACKUPS")?.Trim() is { Length: > 0 } named ? Fit(Path.GetFullPath(named), vault) : null;
        return new BackupOptions(folder, Number(variable, "CHATHELPER_BACKUP_DAYS", 14, 1, 90), TimeSpan.FromMinutes(Number(variable, "CHATHELPER_BACKUP_MINUTES", 60, 5, 24 * 60)));
    }

    /// <summary>For whoever starts the program.</summary>
    public string Words => Folder is null ? "off (set CHATHELPER_BACKUPS)" : $"every {Every.TotalMinutes} minutes to {Folder}, kept for {Days} days";

    /// <summary>A folder for backups: not that of the data or of the keys, and none of them inside it.</summary>
    /// <exception cref="StartFault">It is not.</exception>
    public static string Fit(string folder, VaultOptions vault)
    {
        var keys = new[] { vault.Folder, vault.Copy, vault.KeyFile, vault.PassphraseFile is "-" ? null : vault.PassphraseFile };
        return folder == vault.DataFolder || Inside(folder, Path.Combine(vault.DataFolder, "files")) || Inside(folder, vault.Folder) || Inside(folder, vault.Copy)
            ? throw new StartFault($"CHATHELPER_BACKUPS is '{folder}'; it must be a folder of its own, best on another disk than the data in {vault.DataFolder}.")
            : keys.OfType<string>().Any(path => Inside(Path.GetFullPath(path), folder))
                ? throw new StartFault($"CHATHELPER_BACKUPS is '{folder}'; keys lie inside it. They never belong to a backup: whoever finds one could read it, and what was erased would come back.")
                : folder;
    }

    private static int Number(Func<string, string?> variable, string name, int usual, int least, int most) =>
        variable(name)?.Trim() is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new StartFault($"{name} is '{text}'; it must be a whole number from {least} to {most}.");

    private static bool Inside(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
