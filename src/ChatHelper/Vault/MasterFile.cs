using System.Security.Cryptography;
using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Vault;

/// <summary>Files that hold a master key or a passphrase.</summary>
internal static class MasterFile
{
    private const int ShortestPassphrase = 16;

    /// <summary>A key of 32 bytes.</summary>
    /// <param name="beside">Whether it lies in the data folder.</param>
    /// <exception cref="StartFault">It has another length.</exception>
    public static MasterKey Key(string path, bool beside = false)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return bytes.Length == SecretKey.Length
                ? MasterKey.OfKey(bytes, beside ? path : null)
                : throw new StartFault($"The master key {path} has {bytes.Length} bytes instead of {SecretKey.Length} ('head -c 32 /dev/urandom' makes one).");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The first line of a file; <c>-</c> asks at the terminal.</summary>
    /// <exception cref="StartFault">It is too short.</exception>
    public static MasterKey Passphrase(string path)
    {
        var words = path == "-" ? Asked() : File.ReadLines(path).FirstOrDefault() ?? "";
        return words.Length >= ShortestPassphrase
            ? MasterKey.OfPassphrase(words)
            : throw new StartFault($"The passphrase has {words.Length} characters; it must have {ShortestPassphrase} at least.");
    }

    /// <summary>Puts a file in the place of another, and overwrites the bytes of that one.</summary>
    public static void Replace(string path, string former)
    {
        using var old = File.Exists(former) ? new FileStream(former, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete) : null;
        File.Move(path, former, overwrite: true);
        FolderSync.Flush(Path.GetDirectoryName(former)!);
        Overwrite(old);
    }

    /// <summary>Overwrites a file and removes it.</summary>
    public static void Wipe(string path)
    {
        using (var old = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            Overwrite(old);
        }

        File.Delete(path);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    // A disk that writes elsewhere keeps the former bytes for a while; the keys they wrapped are wrapped anew.
    private static void Overwrite(FileStream? old)
    {
        if (old is not null)
        {
            old.Write(RandomNumberGenerator.GetBytes((int)Math.Min(old.Length, 4096)));
            old.Flush();
            DiskSync.Flush(old.SafeFileHandle);
        }
    }

    private static string Asked()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }

        Console.Error.Write("Passphrase: ");
        List<char> typed = [];
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.RemoveRange(Math.Max(0, typed.Count - 1), Math.Min(1, typed.Count));
            }
            else
            {
                typed.Add(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return string.Concat(typed);
    }
}
