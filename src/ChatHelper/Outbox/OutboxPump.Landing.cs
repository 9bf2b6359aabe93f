using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Outbox;

/// <summary>What follows from a claim and from each outcome of sending.</summary>
internal sealed partial class OutboxPump
{
    private void Claimed(ChatLine line, bool there)
    {
        if (there)
        {
            CrashPoint.Here("outbox-claimed");
            line.Claimed = true;
            ThreadPool.UnsafeQueueUserWorkItem(line, preferLocal: false);
            return;
        }

        lock (_lock)
        {
            _flying--; // the person was erased meanwhile
            Done(line);
            Run();
        }
    }

    private void Land(ChatLine line, OutboxRow row, Outcome outcome)
    {
        Count(outcome);
        if (outcome is Outcome.Accepted { Number: { } number })
        {
            line.Numbers.Add(number);
        }

        switch (outcome)
        {
            case Outcome.Accepted { More: true }:
                (line.Part, line.Failures) = (line.Part + 1, 0);
                _ready.Enqueue(line);
                break;
            case Outcome.RetryAfter wait:
                _gate.Forbid(line, wait.Wait * (1 + Jitter(row.Id)), _clock.GetTimestamp());
                Again(line, row, release: true);
                break;
            case Outcome.NotSent:
                line.NotBefore = At(BackOff(++line.Failures));
                Again(line, row, release: true);
                break;
            case Outcome.Waits:
                Wait(line, row);
                break;
            case Outcome.Unknown when row.Reply.Class == ReplyClass.Advice && ++line.Failures <= Tries:
                line.NotBefore = At(BackOff(line.Failures));
                line.Current = row with { Doubtful = true };
                Again(line, row, release: false);
                break;
            case Outcome.Unknown when row.Reply.Class == ReplyClass.Advice:
                OutboxLog.GivenUp(_log, _channel, row.Id, Tries);
                _meters?.Failed(_channel);
                Done(line);
                break;
            case Outcome.Unauthorised:
                OutboxLog.Unauthorised(_log, _channel, _lines.Values.Count(one => one.Busy));
                _closed = true;
                Again(line, row, release: true);
                break;
            case Outcome.Refused refused:
                OutboxLog.Refused(_log, _channel, row.Id, refused.Code, refused.Why);
                _marks.Park(row, _channel, $"refused with {refused.Code}", line.TakeNumbers());
                Done(line);
                break;
            default:
                CrashPoint.Here("outbox-sent");
                _marks.Remove(row, line.TakeNumbers());
                Done(line);
                break;
        }
    }

    private void Count(Outcome outcome)
    {
        if (outcome is Outcome.Accepted { More: false })
        {
            _meters?.Sent(_channel);
        }
        else if (outcome is Outcome.Refused or Outcome.Gone)
        {
            _meters?.Failed(_channel);
        }
    }

    // A row of which a part was accepted, or perhaps was, stays claimed: after a crash it must carry the mark.
    private void Again(ChatLine line, OutboxRow row, bool release)
    {
        if (release && line.Part == 0 && !row.Doubtful && line.Claimed)
        {
            _marks.Release(row.Id);
            line.Claimed = false;
        }

        _ready.Enqueue(line);
    }

    // Everything of this chat stays in the database; whoever hears from the person takes it along.
    private void Wait(ChatLine line, OutboxRow row)
    {
        if (line is { Part: 0, Claimed: true } && !row.Doubtful)
        {
            _marks.Release(row.Id);
        }

        line.Rows.Clear();
        line.TakeNumbers();
        (line.Current, line.Busy, line.Claimed, line.Part, line.Failures, line.More) = (null, false, false, 0, 0, false);
    }

    private void Done(ChatLine line)
    {
        var row = line.Current!;
        line.TakeNumbers();
        (line.Current, line.Busy, line.Claimed, line.Part, line.Failures) = (null, false, false, 0, 0);
        if (line.Rows.Count == 0 && line.More)
        {
            line.Busy = true;
            _ = Refill(line, row.Person);
        }

        Next(line);
    }

    // Runs among the commits: what they leave is either read here or told after it, never both.
    private async Task Refill(ChatLine line, long person)
    {
        while (true)
        {
            try
            {
                await _writer.Write(null, session => _outbox.Of(session, person, line.Newest, Remembered), rows => Refilled(line, rows));
                return;
            }
            catch (StorageFault fault)
            {
                OutboxLog.Delayed(_log, fault.Message);
                if (_writer.IsBroken)
                {
                    return;
                }

                await Task.Delay(Patience, _clock);
            }
        }
    }

    private void Refilled(ChatLine line, IReadOnlyList<OutboxRow> rows)
    {
        lock (_lock)
        {
            (line.Busy, line.More) = (false, false);
            foreach (var row in rows)
            {
                Queue(line, row);
            }

            line.More |= rows.Count == Remembered;
            Run();
        }
    }

    // Up to a tenth, spread by the row's number: never below what the channel asked for.
    private static double Jitter(long row) => (ulong)(row * -7046029254386353131L) % 1000 / 10_000.0;
}
