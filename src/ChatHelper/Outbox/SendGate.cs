namespace ChatHelper.Outbox;

/// <summary>Says when a message may go: even pace with a burst for each chat and for the whole bot, and what the channel forbade.
/// Times are timestamps of the clock. Not safe for many threads: the pump's lock guards it.</summary>
internal sealed class SendGate(Pace pace, TimeProvider clock)
{
    private const int BotBurst = 5;
    private const int GroupBurst = 2;
    private const int ChatsThatMeanAll = 3;
    private readonly Queue<(long At, ChatLine Line)> _bans = new();
    private readonly long _second = clock.TimestampFrequency;
    private long _due;
    private long _pausedUntil;

    /// <summary>When the whole bot may send next; not after now: at once.</summary>
    public long Open(long now) => pace.PerBot == 0 ? _pausedUntil : Math.Max(_pausedUntil, Earliest(_due, pace.PerBot, BotBurst, now));

    /// <summary>When this chat may be sent to next.</summary>
    public long Open(ChatLine line, long now)
    {
        var (rate, burst) = Rate(line);
        return rate == 0 ? line.NotBefore : Math.Max(line.NotBefore, Earliest(line.Due, rate, burst, now));
    }

    /// <summary>A message goes now.</summary>
    public void Count(ChatLine line, long now)
    {
        var (rate, _) = Rate(line);
        line.Due = rate == 0 ? 0 : Math.Max(line.Due, now) + (long)(_second / rate);
        _due = pace.PerBot == 0 ? 0 : Math.Max(_due, now) + (long)(_second / pace.PerBot);
    }

    /// <summary>The channel forbids this chat for a while. Three chats within a second mean all of them.</summary>
    public void Forbid(ChatLine line, TimeSpan wait, long now)
    {
        line.NotBefore = now + (long)(wait.TotalSeconds * _second);
        while (_bans.TryPeek(out var ban) && ban.At < now - _second)
        {
            _bans.Dequeue();
        }

        _bans.Enqueue((now, line));
        if (_bans.Select(ban => ban.Line).Distinct().Count() >= ChatsThatMeanAll)
        {
            _pausedUntil = Math.Max(_pausedUntil, line.NotBefore);
        }
    }

    // A group's number is below zero.
    private (double Rate, int Burst) Rate(ChatLine line) =>
        line.Address.Id.StartsWith('-') ? (pace.PerGroup, GroupBurst) : (pace.PerChat, pace.ChatBurst);

    private long Earliest(long due, double rate, int burst, long now) =>
        due <= now ? now : due - (long)(_second / rate * (burst - 1));
}
