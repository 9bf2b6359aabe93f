namespace ChatHelper.Fakes.Faulty;

/// <summary>How the rates are kept.</summary>
public enum RateMode
{
    /// <summary>Not looked at.</summary>
    Off,

    /// <summary>Counted, never refused: for judging a pacer.</summary>
    Watch,

    /// <summary>Counted and refused with 429.</summary>
    Enforce,
}

/// <summary>Broken rates so far.</summary>
/// <param name="Chat">Sends beyond one a second (burst 3) in one chat.</param>
/// <param name="Group">Sends beyond 20 in a minute in one group.</param>
/// <param name="Total">Sends beyond 30 in a second.</param>
/// <param name="Early">Sends before the moment that a 429 had named.</param>
public sealed record RateBreaks(int Chat, int Group, int Total, int Early);

/// <summary>The judge of pace: sends of messages, documents and copies, by the fake's clock.</summary>
public sealed class RateLimits
{
    private const int ChatBurst = 3;
    private const int GroupPerMinute = 20;
    private const int TotalPerSecond = 30;
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<long, long> _chats = [];
    private readonly Dictionary<long, Queue<long>> _groups = [];
    private readonly Dictionary<long, long> _bans = [];
    private readonly Queue<long> _total = new();
    private int _chatBreaks, _groupBreaks, _totalBreaks, _early;

    internal RateLimits(TimeProvider clock) => _clock = clock;

    /// <summary>Off at first.</summary>
    public RateMode Mode { get; set; }

    /// <summary>Forgiven jitter between the sender's clock and ours, in fake time.</summary>
    public TimeSpan Slack { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What was broken so far.</summary>
    public RateBreaks Breaks
    {
        get
        {
            lock (_gate)
            {
                return new RateBreaks(_chatBreaks, _groupBreaks, _totalBreaks, _early);
            }
        }
    }

    /// <summary>Refuses every send to a chat (0: to everybody) for a while.</summary>
    public void Ban(long chatId, int seconds)
    {
        lock (_gate)
        {
            _bans[chatId] = Now() + (seconds * TimeSpan.TicksPerSecond);
        }
    }

    /// <summary>Seconds to wait, or 0 when the send may pass.</summary>
    internal int Check(long chatId)
    {
        lock (_gate)
        {
            var now = Now();
            var banned = Math.Max(Left(chatId, now), Left(0, now));
            if (banned > Slack.Ticks)
            {
                _early++;
                return Seconds(banned);
            }
            return Mode == RateMode.Off ? 0 : Pace(chatId, now);
        }
    }

    private int Pace(long chatId, long now)
    {
        const long second = TimeSpan.TicksPerSecond;
        var due = Math.Max(_chats.GetValueOrDefault(chatId), now);
        var chat = due - now - ((ChatBurst - 1) * second);
        var group = chatId < 0 ? Over(Group(chatId), now, 60 * second, GroupPerMinute) : 0;
        var total = Over(_total, now, second, TotalPerSecond);
        _chatBreaks += chat > Slack.Ticks ? 1 : 0;
        _groupBreaks += group > Slack.Ticks ? 1 : 0;
        _totalBreaks += total > Slack.Ticks ? 1 : 0;
        var wait = Math.Max(chat, Math.Max(group, total));
        if (wait > Slack.Ticks && Mode == RateMode.Enforce)
        {
            _bans[chatId] = now + wait;
            return Seconds(wait);
        }
        _chats[chatId] = due + second;
        _total.Enqueue(now);
        if (chatId < 0)
        {
            Group(chatId).Enqueue(now);
        }
        return 0;
    }

    // How long until a window that slides over the last sends has room again.
    private static long Over(Queue<long> sends, long now, long window, int most)
    {
        while (sends.TryPeek(out var first) && first <= now - window)
        {
            sends.Dequeue();
        }
        return sends.Count < most ? 0 : sends.ElementAt(sends.Count - most) + window - now;
    }

    private Queue<long> Group(long chatId) => _groups.TryGetValue(chatId, out var sends) ? sends : _groups[chatId] = new Queue<long>();

    private long Left(long chatId, long now) => _bans.TryGetValue(chatId, out var until) ? until - now : 0;

    private long Now() => _clock.GetUtcNow().UtcTicks;

    private static int Seconds(long ticks) => (int)Math.Ceiling(ticks / (double)TimeSpan.TicksPerSecond);
}
