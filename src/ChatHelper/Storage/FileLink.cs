using System.Runtime.InteropServices;

namespace ChatHelper.Storage;

/// <summary>A second name for a file that never changes after it was written: no copy, and each name can go alone. The framework
/// has no way to make one.</summary>
internal static partial class FileLink
{
    /// <summary>Links, or copies where the two lie on different disks or the disk has no links. Durable but for the name.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static void LinkOrCopy(string from, string to)
    {
        if (!Try(from, to))
        {
            Copy(from, to);
        }
    }

    /// <returns>False where that cannot be done.</returns>
    public static bool Try(string from, string to) => OperatingSystem.IsLinux() && Link(from, to) == 0;

    /// <summary>Copies into a file that only its owner may read, whole on disk when this returns.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var copy = new FileStream(to, options);
        source.CopyTo(copy);
        copy.Flush();
        DiskSync.Flush(copy.SafeFileHandle);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
