using System.Diagnostics;
using System.Globalization;

namespace ChatHelper.Storage;

/// <summary>Named places at which the process can be made to die as by <c>kill -9</c>: <c>CHATHELPER_CRASH_AT=place:n</c> dies at the
/// n-th passing. What a crash leaves there must be taken up at the next start; the tests go through all of them.</summary>
internal static class CrashPoint
{
    /// <summary>All places.</summary>
    public static readonly string[] Names =
        ["turn-decided", "turn-committed", "outbox-claimed", "outbox-sent", "file-written", "erase-marked", "erase-key", "erase-rows", "erase-files", "purge",
        "restore-moved", "keys-next", "keys-rewrapped", "keys-changed"];

    private static readonly string? s_name = Environment.GetEnvironmentVariable("CHATHELPER_CRASH_AT")?.Split(':')[0];
    private static int s_left = int.TryParse(Environment.GetEnvironmentVariable("CHATHELPER_CRASH_AT")?.Split(':').Last(), CultureInfo.InvariantCulture, out var n) ? n : 1;

    public static void Here(string name)
    {
        if (s_name == name && Interlocked.Decrement(ref s_left) == 0)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
