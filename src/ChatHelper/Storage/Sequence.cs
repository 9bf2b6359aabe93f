namespace ChatHelper.Storage;

/// <summary>Row ids that rise within a process and over restarts, without asking the database: milliseconds, then a count.
/// A clock that steps back only makes the count run on.</summary>
internal sealed class Sequence(TimeProvider clock)
{
    private const int CountBits = 20;
    private long _last;

    public long Next()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, clock.GetUtcNow().ToUnixTimeMilliseconds() << CountBits);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }

    /// <summary>The highest number that is given out in a millisecond.</summary>
    public static long At(long milliseconds) => ((milliseconds + 1) << CountBits) - 1;

    /// <summary>When a number was given out, Unix milliseconds.</summary>
    public static long Milliseconds(long number) => number >> CountBits;

    /// <summary>Never below what is already stored (a clock set back between two runs).</summary>
    public void StartAfter(long stored) => _last = Math.Max(_last, stored);
}
