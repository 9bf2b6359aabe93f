using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChatHelper.Storage;

/// <summary>Brings what was written to the disk. The framework's own way to do so says nothing when the disk refuses (seen with
/// .NET 10: an EIO of fsync is swallowed), and then something is acknowledged that a power cut takes away.</summary>
internal static partial class DiskSync
{
    /// <exception cref="IOException">It is not on disk, and asking again would prove nothing; its HResult is the system's error.</exception>
    public static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (Sync(file) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new IOException($"a file could not be brought to the disk (error {error})", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle file);
}
