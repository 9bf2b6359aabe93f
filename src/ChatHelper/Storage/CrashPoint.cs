using System.Diagnostics;
using System.Globalization;

namespace ChatHelper.Storage;

/// <summary>Named places at which the process can be made to die as by <c>kill -9</c>: <c>CHATHELPER_CRASH_AT=place:n</c> dies at the
/// n-th passing. What a crash leaves there must be taken up at the next start; the tests die at every name that the source passes here.</summary>
internal static class CrashPoint
{
    private static readonly string? s_name = Environment.GetEnvironmentVariable("CHATHELPER_CRASH_AT")?.Split(':')[0];
    private static int s_left = int.TryParse(Environment.GetEnvironmentVariable("CHATHELPER_CRASH_AT")?.Split(':').Last(), CultureInfo.InvariantCulture, out var n) ? n : 1;

    public static void Here(string name)
    {
        if (s_name == name && Interlocked.Decrement(ref s_left) == 0)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite); // whoever passes here goes no step further, however long the signal takes
        }
    }
}
