using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChatHelper.Tests.Hostile;

/// <summary>Time that this thread has spent on a processor, so that a busy machine does not look like slow code.</summary>
internal static class Work
{
    private const string Told = "/proc/thread-self/schedstat";
    private static readonly bool IsTold = System.IO.File.Exists(Told);

    public static TimeSpan Done()
    {
        if (!IsTold)
        {
            return Stopwatch.GetElapsedTime(0);
        }

        using var told = System.IO.File.OpenHandle(Told);
        Span<byte> line = stackalloc byte[64];
        var text = Encoding.ASCII.GetString(line[..RandomAccess.Read(told, line, 0)]);
        return TimeSpan.FromMicroseconds(long.Parse(text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture) / 1000.0);
    }
}
