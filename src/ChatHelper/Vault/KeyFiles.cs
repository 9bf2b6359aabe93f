using ChatHelper.Storage;

namespace ChatHelper.Vault;

/// <summary>Makes both copies of the key file complete before they are used: at the first start, after one was lost, after a change of
/// the master key that was cut off.</summary>
internal static class KeyFiles
{
    /// <exception cref="StartFault">The master key opens neither copy.</exception>
    public static void Complete(string first, string second, MasterKey master)
    {
        if (!File.Exists(first) && !File.Exists(second))
        {
            Make(first, second, master);
            return;
        }

        if (!Opens(first, master))
        {
            if (!Opens(second, master))
            {
                Fail(File.Exists(first) ? first : second, master);
            }

            PrivateFile.Write(first, File.ReadAllBytes(second));
        }
        else if (!SameHead(first, second))
        {
            PrivateFile.Write(second, File.ReadAllBytes(first));
        }
    }

    private static void Make(string first, string second, MasterKey master)
    {
        var head = new byte[KeyFile.SlotBytes];
        using var root = SecretKey.Fresh();
        KeyHead.Make(head, master, root).Dispose();
        PrivateFile.Write(second, head);
        CrashPoint.Here("keys-copied");
        PrivateFile.Write(first, head);
    }

    private static bool Opens(string path, MasterKey master)
    {
        if (Head(path) is not { } head || !KeyHead.Is(head))
        {
            return false;
        }

        try
        {
            var (wrapping, root) = KeyHead.Read(head, master, path);
            wrapping.Dispose();
            root.Dispose();
            return true;
        }
        catch (StartFault)
        {
            return false;
        }
    }

    private static void Fail(string path, MasterKey master)
    {
        if (Head(path) is { } head && KeyHead.Is(head))
        {
            KeyHead.Read(head, master, path);
        }

        throw new StartFault($"The key file {path} is damaged in its first bytes. Put its copy ({KeyFile.Name} or {KeyFile.CopyName}) back; without one of them nothing can be read.");
    }

    // What is damaged behind the heads is nothing to copy over the sound one.
    private static bool SameHead(string first, string second) => Head(second) is { } other && other.AsSpan(0, KeyHead.Length).SequenceEqual(Head(first).AsSpan(0, KeyHead.Length));

    private static byte[]? Head(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var head = new byte[KeyFile.SlotBytes];
        return RandomAccess.Read(file, head, 0) == head.Length ? head : null;
    }
}
