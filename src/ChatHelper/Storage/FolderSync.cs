using System.Runtime.InteropServices;

namespace ChatHelper.Storage;

/// <summary>Makes a rename or a new name durable: after a power cut the file is there under its name. The framework has no way to
/// flush a folder.</summary>
internal static partial class FolderSync
{
    private const int ReadOnlyFolder = 0x10000 | 0x80000; // O_DIRECTORY | O_CLOEXEC on Linux

    /// <summary>Makes a folder, and those above it that are not there; each is there after a power cut.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var above = Path.GetDirectoryName(Path.GetFullPath(folder));
        if (above is not null)
        {
            Create(above);
        }

        Directory.CreateDirectory(folder);
        if (above is not null)
        {
            Flush(above);
        }
    }

    /// <exception cref="IOException">It is not on disk.</exception>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // other systems write names through, or offer no way
        }

        var handle = Open(folder, ReadOnlyFolder);
        if (handle < 0)
        {
            throw Refused(folder, Marshal.GetLastPInvokeError());
        }

        var done = Sync(handle);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (done < 0)
        {
            throw Refused(folder, error);
        }
    }

    private static IOException Refused(string folder, int error) => new($"The folder {folder} cannot be written through (error {error}).", error);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
