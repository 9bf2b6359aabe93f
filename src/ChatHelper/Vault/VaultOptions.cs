using System.Security.Cryptography;
using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Vault;

/// <summary>Where the keys are.</summary>
/// <param name="Folder"><c>CHATHELPER_KEYS</c>: folder of the wrapped keys; <c>keys</c> in the data folder when left out.</param>
/// <param name="Copy"><c>CHATHELPER_KEYS_COPY</c>: folder of their second copy, best on another disk; the same folder when left out.</param>
/// <param name="KeyFile"><c>CHATHELPER_MASTER_KEY_FILE</c>, or the credential <c>chathelper-master-key</c> that systemd hands over;
/// null: a passphrase, or a key that is made among the keys.</param>
/// <param name="PassphraseFile"><c>CHATHELPER_PASSPHRASE_FILE</c>: a file whose first line is the passphrase; <c>-</c> asks at the terminal.</param>
/// <param name="DataFolder">The data folder, to tell whether a key lies beside the data.</param>
internal sealed record VaultOptions(string Folder, string Copy, string? KeyFile, string? PassphraseFile, string DataFolder)
{
    private const string Credential = "chathelper-master-key";
    private const string Own = "master.key";

    public static VaultOptions Read(Func<string, string?> variable, string dataFolder)
    {
        var folder = Path.GetFullPath(variable("CHATHELPER_KEYS") ?? Path.Combine(dataFolder, "keys"));
        var credential = variable("CREDENTIALS_DIRECTORY") is { Length: > 0 } handed ? Path.Combine(handed, Credential) : null;
        var file = variable("CHATHELPER_MASTER_KEY_FILE") ?? (File.Exists(credential) ? credential : null);
        var passphrase = variable("CHATHELPER_PASSPHRASE_FILE");
        return file is not null && passphrase is not null
            ? throw new StartFault("CHATHELPER_MASTER_KEY_FILE and CHATHELPER_PASSPHRASE_FILE are both set; one of them opens the keys.")
            : new VaultOptions(folder, Path.GetFullPath(variable("CHATHELPER_KEYS_COPY") ?? folder), file, passphrase, Path.GetFullPath(dataFolder));
    }

    /// <summary>Keys inside the data folder, for the terminal and the tests.</summary>
    public static VaultOptions Beside(string dataFolder) => Read(_ => null, dataFolder);

    /// <summary>Where the key lies that is made among the keys.</summary>
    public string OwnKey => Path.Combine(Folder, Own);

    /// <summary>The key that is to follow it, while the keys are wrapped anew.</summary>
    public string NextKey => $"{OwnKey}.next";

    /// <summary>Whether the master key is one that this program made for itself.</summary>
    public bool IsOwn => KeyFile is null && PassphraseFile is null;

    /// <summary>Opens the ring; makes keys and files that are not there yet, unless <paramref name="readOnly"/>. A change of our own
    /// master key that was cut off is carried to its end, or what it left is removed.</summary>
    /// <exception cref="StartFault">Something is missing, unreadable or does not fit.</exception>
    public KeyRing Open(bool readOnly = false)
    {
        try
        {
            return !IsOwn || !File.Exists(NextKey) ? Open(Master(readOnly), readOnly) : OpenChanging(readOnly);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartFault($"The keys in {Folder} can be neither read nor made: {fault.Message}", fault);
        }
    }

    /// <summary>Key files that must stay where they are; a passphrase may be taken away once it was read.</summary>
    public IReadOnlyList<string> Files =>
        [KeyRing.First(Folder), KeyRing.Second(Copy), .. PassphraseFile is null ? [KeyFile ?? Path.Combine(Folder, Own)] : Array.Empty<string>()];

    /// <summary>What the operator must know; empty when all is well.</summary>
    public string Warning => KeyFile is { } file
        ? Inside(file, DataFolder) ? $"The master key {file} lies inside the data folder: whoever copies the folder can read everything. Move it elsewhere (CHATHELPER_MASTER_KEY_FILE)." : ""
        : PassphraseFile is { } phrase
            ? phrase != "-" && Inside(phrase, DataFolder) ? $"The passphrase {phrase} lies inside the data folder: whoever copies the folder can read everything." : ""
            : Inside(Folder, DataFolder) ? $"The master key lies beside the data, in {OwnKey}: whoever copies the folder can read everything. "
                + "For real use set CHATHELPER_MASTER_KEY_FILE, a systemd credential or CHATHELPER_PASSPHRASE_FILE (README, Keys)." : "";

    /// <summary>The master key of these options.</summary>
    public MasterKey Master(bool readOnly)
    {
        if (PassphraseFile is { } phrase)
        {
            return MasterFile.Passphrase(phrase);
        }

        var path = KeyFile ?? OwnKey;
        if (KeyFile is null && !readOnly && !File.Exists(path) && !KeyRing.IsIn(Folder, Copy))
        {
            PrivateFile.Write(path, RandomNumberGenerator.GetBytes(SecretKey.Length));
        }

        return File.Exists(path)
            ? MasterFile.Key(path, Inside(path, DataFolder))
            : throw new StartFault($"The master key {path} is not there; without it nothing in {DataFolder} can be read. Put the right file back.");
    }

    private KeyRing Open(MasterKey master, bool readOnly)
    {
        using (master)
        {
            return KeyRing.Open(Folder, Copy, master, readOnly);
        }
    }

    // The present key opens as long as one file is wrapped for it; after that the next one does.
    private KeyRing OpenChanging(bool readOnly)
    {
        try
        {
            var ring = Open(Master(readOnly), readOnly);
            if (!readOnly)
            {
                MasterFile.Wipe(NextKey);
            }

            return ring;
        }
        catch (StartFault)
        {
            var ring = Open(MasterFile.Key(NextKey, Inside(NextKey, DataFolder)), readOnly);
            if (!readOnly)
            {
                MasterFile.Replace(NextKey, OwnKey);
            }

            return ring;
        }
    }

    private static bool Inside(string path, string folder) =>
        Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
