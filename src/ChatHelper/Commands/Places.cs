using ChatHelper.Backups;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Commands;

/// <summary>Where data, keys and backups are, for commands about them.</summary>
internal sealed record Places(string DataFolder, VaultOptions Vault, BackupOptions Options)
{
    public static Places Read() => Read(Environment.GetEnvironmentVariable);

    public static Places Read(Func<string, string?> variable)
    {
        var data = Settings.Read(variable).DataFolder;
        var vault = VaultOptions.Read(variable, data);
        return new Places(data, vault, BackupOptions.Read(variable, vault));
    }

    /// <param name="named">Folder given with the command; null: the one of the settings.</param>
    /// <exception cref="StartFault">Neither names one, or it cannot be one.</exception>
    public BackupFolder Backups(string? named) => named is not null
        ? new BackupFolder(BackupOptions.Fit(Path.GetFullPath(named), Vault), Options.Days)
        : new BackupFolder(Options.Folder ?? throw new StartFault("CHATHELPER_BACKUPS is not set; it must name the folder of the backups, best on another disk than the data."), Options.Days);

    /// <summary>Opens keys that are there already; makes none.</summary>
    /// <exception cref="StartFault">There are none, or they do not open.</exception>
    public KeyRing PresentKeys()
    {
        NeedKeys();
        return Vault.Open();
    }

    /// <exception cref="StartFault">There are none.</exception>
    public void NeedKeys()
    {
        if (!KeyRing.IsIn(Vault.Folder, Vault.Copy))
        {
            throw new StartFault($"There are no keys in {Vault.Folder}; a backup holds none. Put {KeyFile.Name} there, or {KeyFile.CopyName} into {Vault.Copy} (CHATHELPER_KEYS, CHATHELPER_KEYS_COPY), and the master key where it was.");
        }
    }
}
