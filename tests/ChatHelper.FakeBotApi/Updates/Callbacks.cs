using System.Collections.Concurrent;
using System.Diagnostics;
using ChatHelper.Fakes.Load;

namespace ChatHelper.Fakes.Updates;

/// <summary>Pressed buttons that may still be answered: 150 s long.</summary>
internal sealed class Callbacks(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(150);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, long Stamp, long ChatId)> _pressed = new(StringComparer.Ordinal);
    private long _last = 4_000_000_000_000_000_000;

    /// <summary>Press to first answer.</summary>
    public Histogram Latency { get; } = new();

    public string New(long chatId)
    {
        var id = Interlocked.Increment(ref _last).ToString();
        if (_last % 4096 == 0)
        {
            Forget();
        }
        _pressed[id] = (clock.GetUtcNow(), Stopwatch.GetTimestamp(), chatId);
        return id;
    }

    /// <summary>The chat of a query that may be answered, or null. The first answer ends its life.</summary>
    public long? Answer(string? id)
    {
        if (id is null || !_pressed.TryRemove(id, out var press) || clock.GetUtcNow() - press.At > Life)
        {
            return null;
        }
        Latency.Add(Stopwatch.GetElapsedTime(press.Stamp));
        return press.ChatId;
    }

    // A bot that never answers must not fill the memory of a long run.
    private void Forget()
    {
        var dead = clock.GetUtcNow() - Life;
        foreach (var (id, press) in _pressed)
        {
            if (press.At < dead)
            {
                _pressed.TryRemove(id, out _);
            }
        }
    }
}
