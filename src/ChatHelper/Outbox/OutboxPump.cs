using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Watch;

namespace ChatHelper.Outbox;

/// <summary>Sends one part of a row.</summary>
/// <param name="row">The row; its words carry the visible mark when it is doubtful.</param>
/// <param name="part">Which part, from 0.</param>
internal delegate Task<Outcome> SendPart(OutboxRow row, int part);

/// <summary>Told inside the commit that removes a row which messages of the channel it became.</summary>
internal delegate void OnSent(Session session, OutboxRow row, IReadOnlyList<long> numbers);

/// <summary>Carries the outbox of one channel: each chat strictly in order, chats side by side, at the channel's pace. A row is
/// claimed on disk before its first byte leaves and removed after it was accepted.</summary>
internal sealed partial class OutboxPump : IDisposable
{
    private const int Remembered = 32;
    private const int RememberedInNeed = 2; // of very many chats
    private const int LinesKept = 20_000;
    private const int Tries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly string _channel;
    private readonly SendPart _send;
    private readonly Action<Address, long> _gone;
    private readonly OutboxStore _outbox;
    private readonly Writer _writer;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Meters? _meters;
    private readonly Pace _pace;
    private readonly SendGate _gate;
    private readonly OutboxMarks _marks;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ChatLine> _lines = new(StringComparer.Ordinal);
    private readonly Queue<ChatLine> _ready = new();
    private readonly PriorityQueue<ChatLine, long> _later = new();
    private long _armed = long.MaxValue;
    private int _flying;
    private int _forgetAt = LinesKept;
    private bool _open;
    private bool _closed;

    /// <param name="gone">Told with the address and a row's id when a person cannot be reached any more.</param>
    public OutboxPump(string channel, SendPart send, Action<Address, long> gone, Pace pace, OutboxStore outbox, Writer writer, TimeProvider clock, ILogger<OutboxPump> log, Meters? meters = null, OnSent? sent = null)
    {
        _meters = meters;
        (_channel, _send, _gone, _pace, _outbox, _writer, _clock, _log) = (channel, send, gone, pace, outbox, writer, clock, log);
        _gate = new SendGate(pace, clock);
        _marks = new OutboxMarks(writer, clock, Claimed, fault => OutboxLog.Delayed(log, fault), sent);
        _timer = clock.CreateTimer(static pump => ((OutboxPump)pump!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes up what waits from before the start, of each chat one more than is remembered, which tells that there are more; from then on also what turns leave. What a turn leaves before is read here.</summary>
    public Task Open() => _writer.Write(null, session => _outbox.Recover(session, _channel, Remembered + 1), rows =>
    {
        lock (_lock)
        {
            _open = true;
        }

        Ready(rows);
    });

    /// <summary>Rows that a commit left; of other channels too. Called on the writer's thread.</summary>
    public void Ready(IReadOnlyList<OutboxRow> rows)
    {
        lock (_lock)
        {
            foreach (var row in rows)
            {
                if (_open && row.Address.Channel == _channel)
                {
                    Queue(Line(row.Address), row);
                }
            }

            Run();
        }
    }

    /// <summary>Nothing goes to this chat until <see cref="Free"/>: an answer under way must arrive first.</summary>
    public void Hold(Address address)
    {
        lock (_lock)
        {
            Line(address).Held++;
        }
    }

    /// <summary>Whether nothing waits for this chat and nothing is under way.</summary>
    public bool Quiet(Address address)
    {
        lock (_lock)
        {
            return !_lines.TryGetValue(address.Id, out var line) || (line.Rows.Count == 0 && !line.More && !line.Busy);
        }
    }

    /// <summary>Whether a row is being sent, or is to be sent again, or what came of it is not on disk yet.</summary>
    public bool Sends(OutboxRow row)
    {
        lock (_lock)
        {
            return (_lines.TryGetValue(row.Address.Id, out var line) && line.Current?.Id == row.Id) || _marks.Holds(row.Id);
        }
    }

    /// <summary>Ends <see cref="Hold"/>.</summary>
    public void Free(Address address, TimeSpan after)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(address.Id, out var line) && --line.Held == 0)
            {
                if (after > TimeSpan.Zero)
                {
                    line.NotBefore = Math.Max(line.NotBefore, At(after));
                }

                Next(line);
                Run();
            }
        }
    }

    /// <summary>Claims nothing more and waits for what is under way.</summary>
    public async Task Close(TimeSpan atMost)
    {
        var until = At(atMost);
        lock (_lock)
        {
            _closed = true;
        }

        while (Volatile.Read(ref _flying) > 0 && _clock.GetTimestamp() < until)
        {
            await Task.Delay(10);
        }

        await _marks.Written;
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Sends the first row of a line; called by the line.</summary>
    internal async void Send(ChatLine line)
    {
        var row = line.Current!;
        Outcome outcome;
        try
        {
            outcome = await _send(row, line.Part);
        }
        catch (Exception fault)
        {
            OutboxLog.Broke(_log, _channel, row.Id, fault.GetType().Name);
            outcome = Outcome.Unknown.Instance;
        }

        if (outcome is Outcome.Gone)
        {
            _gone(row.Address, row.Id);
        }

        lock (_lock)
        {
            _flying--;
            Land(line, row, outcome);
            Run();
        }
    }

    private void Run()
    {
        if (_closed || (_ready.Count == 0 && _later.Count == 0))
        {
            return;
        }

        var now = _clock.GetTimestamp();
        while (_later.TryPeek(out var waited, out var at) && at <= now)
        {
            _later.Dequeue();
            _ready.Enqueue(waited);
        }

        while (_ready.Count > 0 && _flying < _pace.InFlight)
        {
            if (_gate.Open(now) is var open && open > now)
            {
                Arm(open, now);
                break;
            }

            var line = _ready.Dequeue();
            if (_gate.Open(line, now) is var at && at > now)
            {
                _later.Enqueue(line, at);
                continue;
            }

            _gate.Count(line, now);
            _flying++;
            line.Current ??= line.Rows.Dequeue();
            if (line.Claimed || line.Current.Id < 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(line, preferLocal: false);
            }
            else
            {
                _marks.Claim(line, line.Current.Id);
            }
        }

        if (_later.TryPeek(out _, out var next))
        {
            Arm(next, now);
        }
    }

    // One timer for all that wait; none while nothing does.
    private void Arm(long at, long now)
    {
        if (at < _armed)
        {
            _armed = at;
            _timer.Change(_clock.GetElapsedTime(now, at) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    private void Tick()
    {
        lock (_lock)
        {
            _armed = long.MaxValue;
            Run();
        }
    }

    private long At(TimeSpan after) => _clock.GetTimestamp() + (long)(after.TotalSeconds * _clock.TimestampFrequency);

    private static TimeSpan BackOff(int failures) => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(failures - 1, 6)));
}
