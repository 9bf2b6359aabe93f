using System.Security.Cryptography;
using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Vault;

/// <summary>Changes the master key: all keys are wrapped anew, nothing else is written. The worker must not run. Whenever it is cut
/// off, what lies there opens with the former key or with the new one, never with neither: the two key files are written one after
/// the other, and our own new key lies beside the former until both are.</summary>
internal sealed class KeyRotation(VaultOptions options)
{
    /// <summary>A new key of our own in the place of the former.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    /// <exception cref="StartFault">The present key is the operator's: they name the new one.</exception>
    public int ToOwn()
    {
        if (!options.IsOwn)
        {
            throw new StartFault("The present master key is not one that this program made: --new-key-file or --new-passphrase-file must name the new one.");
        }

        using var ring = options.Open();
        PrivateFile.Write(options.NextKey, RandomNumberGenerator.GetBytes(SecretKey.Length));
        CrashPoint.Here("keys-next");
        using var next = MasterFile.Key(options.NextKey);
        ring.Rewrap(next, options.Folder, options.Copy);
        CrashPoint.Here("keys-changed");
        MasterFile.Replace(options.NextKey, options.OwnKey);
        return ring.Persons.Count;
    }

    /// <summary>A key file of the operator's, made when it is not there. The settings must name it from now on.</summary>
    public int ToKeyFile(string path)
    {
        if (!File.Exists(path))
        {
            PrivateFile.Write(Path.GetFullPath(path), RandomNumberGenerator.GetBytes(SecretKey.Length));
        }

        return To(MasterFile.Key(path), Path.GetFullPath(path));
    }

    /// <summary>A passphrase of the operator's. The settings must name its file from now on.</summary>
    public int ToPassphrase(string path) => To(MasterFile.Passphrase(path), path);

    // A key of our own that opens nothing any more goes.
    private int To(MasterKey next, string path)
    {
        using var master = next;
        using var ring = options.Open();
        ring.Rewrap(next, options.Folder, options.Copy);
        CrashPoint.Here("keys-changed");
        if (File.Exists(options.OwnKey) && path != options.OwnKey)
        {
            MasterFile.Wipe(options.OwnKey);
        }

        return ring.Persons.Count;
    }
}
