using ChatHelper.Fakes.Updates;

namespace ChatHelper.Fakes.Webhook;

/// <summary>The updates of one chat or one user. Touched by its one worker; <see cref="Waiting"/> also by the delivery, under its own lock.</summary>
internal sealed class DeliveryQueue(long id)
{
    private int _failures;

    public long Id => id;

    public WaitingList Waiting { get; } = new();

    /// <summary>The one to post now: the oldest, or any when the order is disturbed. A failed one stays at its place.</summary>
    public PendingUpdate Head(World world)
    {
        if (_failures == 0 && world.Updates.Reorder)
        {
            Waiting.ToFront(world.Dice.Below(Waiting.Count));
        }
        return Waiting.First;
    }

    public void Done(PendingUpdate update)
    {
        _failures = 0;
        Waiting.Remove(update);
    }

    public void Append(PendingUpdate update) => Waiting.Add(update);

    /// <summary>At once, then 2, 4, 8 … at most 60 s; Retry-After counts instead, up to an hour.</summary>
    public TimeSpan NextWait(TimeSpan? retryAfter)
    {
        _failures++;
        if (retryAfter is { } asked)
        {
            return TimeSpan.FromSeconds(Math.Clamp(asked.TotalSeconds, 0, 3600));
        }
        return _failures == 1 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(_failures - 1, 10))));
    }
}

/// <summary>A short list used from two threads.</summary>
internal sealed class WaitingList
{
    private readonly List<PendingUpdate> _updates = new(2);

    public int Count
    {
        get
        {
            lock (_updates)
            {
                return _updates.Count;
            }
        }
    }

    public PendingUpdate First
    {
        get
        {
            lock (_updates)
            {
                return _updates[0];
            }
        }
    }

    public void Add(PendingUpdate update)
    {
        lock (_updates)
        {
            _updates.Add(update);
        }
    }

    public void Remove(PendingUpdate update)
    {
        lock (_updates)
        {
            _updates.Remove(update);
        }
    }

    public void ToFront(int index)
    {
        lock (_updates)
        {
            (_updates[0], _updates[index]) = (_updates[index], _updates[0]);
        }
    }
}
