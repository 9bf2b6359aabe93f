using System.Numerics;
using System.Text.Json;

namespace ChatHelper.Fakes.Load;

/// <summary>Times in microseconds, 64 steps to each doubling (error below 1.6 %), safe for many threads and without allocation.</summary>
public sealed class Histogram
{
    private const int Steps = 64;
    private readonly long[] _counts = new long[Steps * 40];
    private long _count, _sum, _max;

    /// <summary>How many times were added.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Adds one time.</summary>
    public void Add(TimeSpan time)
    {
        var value = Math.Max(0, time.Ticks / TimeSpan.TicksPerMicrosecond);
        Interlocked.Increment(ref _counts[Slot(value)]);
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _sum, value);
        for (var max = Interlocked.Read(ref _max); value > max && Interlocked.CompareExchange(ref _max, value, max) != max; max = Interlocked.Read(ref _max))
        {
        }
    }

    /// <summary>The time below which the given share (0 to 1) lies, in milliseconds.</summary>
    public double Quantile(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var slot = 0; slot < _counts.Length && left > 0; slot++)
        {
            left -= Interlocked.Read(ref _counts[slot]);
            if (left <= 0)
            {
                return Math.Min(Top(slot), Interlocked.Read(ref _max)) / 1000.0;
            }
        }
        return 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        (_count, _sum, _max) = (0, 0, 0);
    }

    internal void Write(Utf8JsonWriter json, string name)
    {
        var count = Count;
        json.WriteStartObject(name);
        json.WriteNumber("count"u8, count);
        json.WriteNumber("mean"u8, count == 0 ? 0 : Math.Round(Interlocked.Read(ref _sum) / 1000.0 / count, 3));
        json.WriteNumber("p50"u8, Quantile(0.50));
        json.WriteNumber("p95"u8, Quantile(0.95));
        json.WriteNumber("p99"u8, Quantile(0.99));
        json.WriteNumber("max"u8, Interlocked.Read(ref _max) / 1000.0);
        json.WriteEndObject();
    }

    private static int Slot(long value)
    {
        if (value < Steps)
        {
            return (int)value;
        }
        var power = BitOperations.Log2((ulong)value) - 6;
        return Math.Min((power * Steps) + (int)(value >> power), (Steps * 40) - 1);
    }

    private static long Top(int slot)
    {
        if (slot < 2 * Steps)
        {
            return slot;
        }
        var power = (slot / Steps) - 1;
        return ((long)(slot - (power * Steps) + 1) << power) - 1;
    }
}
