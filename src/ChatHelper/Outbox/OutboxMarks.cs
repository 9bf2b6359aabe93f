using ChatHelper.Storage;
using ChatHelper.Watch;

namespace ChatHelper.Outbox;

/// <summary>Writes what becomes of rows, many at once: whatever gathers while one write is under way goes with the next.</summary>
internal sealed class OutboxMarks(Writer writer, TimeProvider clock, Action<ChatLine, bool> claimed, Action<string> delayed, OnSent? sent)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private List<Mark> _waiting = [];
    private List<Mark> _spare = [];
    private List<Mark> _going = [];
    private Task _writing = Task.CompletedTask;
    private bool _busy;

    private enum Kind
    {
        Claim,
        Release,
        Remove,
    }

    /// <summary>Ends when nothing waits any more.</summary>
    public Task Written
    {
        get
        {
            lock (_gate)
            {
                return _writing;
            }
        }
    }

    /// <summary>Before the first byte leaves; the line is told when it is on disk, and whether the row is still there.</summary>
    public void Claim(ChatLine line, long id) => Add(new Mark(Kind.Claim, id, line));

    /// <summary>The channel did not take it.</summary>
    public void Release(long id) => Add(new Mark(Kind.Release, id, null));

    /// <summary>The channel has it, or never will.</summary>
    /// <param name="numbers">The channel's numbers of its messages.</param>
    public void Remove(OutboxRow row, IReadOnlyList<long> numbers) => Add(new Mark(Kind.Remove, row.Id, null, Row: row, Numbers: numbers));

    /// <summary>The channel never will have it, and somebody should know.</summary>
    public void Park(OutboxRow row, string channel, string fault, IReadOnlyList<long> numbers) =>
        Add(new Mark(Kind.Remove, row.Id, null, new Parked("reply", channel, $"{row.Id}", clock.GetUtcNow(), fault), row, numbers));

    /// <summary>Whether something about a row is not on disk yet.</summary>
    public bool Holds(long id)
    {
        lock (_gate)
        {
            return _waiting.Exists(mark => mark.Id == id) || _going.Exists(mark => mark.Id == id);
        }
    }

    private void Add(Mark mark)
    {
        if (mark.Id < 0)
        {
            return; // the last words to an erased person are nowhere on disk
        }

        lock (_gate)
        {
            _waiting.Add(mark);
            if (!_busy)
            {
                _busy = true;
                _writing = Task.Run(Flush);
            }
        }
    }

    private async Task Flush()
    {
        while (true)
        {
            List<Mark> marks;
            lock (_gate)
            {
                if (_waiting.Count == 0)
                {
                    _busy = false;
                    return;
                }

                (marks, _waiting, _spare) = (_waiting, _spare, []);
                _going = marks;
            }

            var there = await Stored(marks);
            for (var i = 0; i < marks.Count; i++)
            {
                if (marks[i].Line is { } line)
                {
                    claimed(line, there[i]);
                }
            }

            lock (_gate)
            {
                marks.Clear();
                _spare = marks;
            }
        }
    }

    private async Task<bool[]> Stored(List<Mark> marks)
    {
        while (true)
        {
            try
            {
                var there = await writer.Write(null, session => Write(session, marks));
                if (marks.Exists(mark => mark.Kind == Kind.Remove))
                {
                    CrashPoint.Here("outbox-removed");
                }

                return there;
            }
            catch (StorageFault fault)
            {
                delayed(fault.Message);
                if (writer.IsBroken)
                {
                    return new bool[marks.Count]; // nothing leaves any more; the next start finds the rows as they are
                }

                await Task.Delay(Patience, clock);
            }
        }
    }

    private bool[] Write(Session session, List<Mark> marks)
    {
        var there = new bool[marks.Count];
        for (var i = 0; i < there.Length; i++)
        {
            if (marks[i].Parked is { } parked)
            {
                ParkedStore.Put(session, parked);
            }

            if (marks[i] is { Row: { } row, Numbers.Count: > 0 } mark)
            {
                sent?.Invoke(session, row, mark.Numbers);
            }

            there[i] = marks[i].Kind switch
            {
                Kind.Claim => OutboxStore.Claim(session, marks[i].Id),
                Kind.Release => OutboxStore.Release(session, marks[i].Id),
                _ => OutboxStore.Remove(session, marks[i].Id),
            };
        }

        return there;
    }

    private readonly record struct Mark(Kind Kind, long Id, ChatLine? Line, Parked? Parked = null, OutboxRow? Row = null, IReadOnlyList<long>? Numbers = null);
}
