using System.Runtime.InteropServices;

namespace ChatHelper.Vault;

/// <summary>Keys stand in memory while the worker runs: no core file, and no other process of the same user may look.</summary>
internal static partial class ProcessMemory
{
    private const int SetDumpable = 4; // PR_SET_DUMPABLE, prctl(2)

    public static void Close()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetDumpable, 0, 0, 0, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);
}
