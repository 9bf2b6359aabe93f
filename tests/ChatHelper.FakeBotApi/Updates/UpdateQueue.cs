using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Updates;

/// <summary>The updates the bot has not confirmed, in the order they happened.</summary>
internal sealed class UpdateQueue(FakeBotApiOptions options, TimeProvider clock, Dice dice, Ledger ledger)
{
    public const int LargestAnswer = 1 << 22;
    private readonly Lock _gate = new();
    private readonly PendingUpdates _pending = new();
    private readonly Queue<PendingUpdate> _again = new();
    private int _next = options.FirstUpdateId;
    private int? _jump;
    private TaskCompletionSource<PollEnd>? _waiter;

    /// <summary>Share of updates that come again after they were confirmed, up to <see cref="MostCopies"/> times.</summary>
    public double DuplicateShare { get; set; }
    public int MostCopies { get; set; } = 1;

    /// <summary>True shuffles each answer of getUpdates, and each queue of the webhook.</summary>
    public bool Reorder { get; set; }

    /// <summary>Null means all.</summary>
    public HashSet<string>? Allowed { get; set; }

    /// <summary>Takes a new update while a webhook is set.</summary>
    public Action<PendingUpdate>? Forward { get; set; }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                _pending.Expire(clock.GetUtcNow());
                return _pending.Count;
            }
        }
    }

    /// <summary>The next id becomes the given one as soon as nothing waits, as after a silent week.</summary>
    public void JumpTo(int id)
    {
        lock (_gate)
        {
            _jump = id;
        }
    }

    public void Offer<T>(UpdateEntry entry, long queueId, TimeSpan life, T what, Func<int, T, byte[]> json)
    {
        PendingUpdate update;
        TaskCompletionSource<PollEnd>? waiter;
        Action<PendingUpdate>? forward;
        lock (_gate)
        {
            if (Allowed is not null && !Allowed.Contains(entry.Kind))
            {
                return;
            }
            if (_jump is { } jump && _pending.Count == 0)
            {
                (_next, _jump) = (jump, null);
            }
            var id = _next++;
            update = new PendingUpdate
            {
                Id = id, QueueId = queueId, Expires = entry.OfferedAt + life, Json = json(id, what),
                Entry = entry,
                Copies = dice.Falls(DuplicateShare) ? 1 + dice.Below(MostCopies) : 0,
            };
            entry.UpdateId = id;
            _pending.Add(update);
            ledger.Add(entry); // before anybody can reply to it
            (waiter, forward) = (_waiter, Forward);
        }
        waiter?.TrySetResult(PollEnd.Updates);
        forward?.Invoke(update);
    }

    /// <summary>One getUpdates: confirms, then takes what there is or waits for the first.</summary>
    public async ValueTask<(PollEnd End, List<PendingUpdate> Updates)> PollAsync(int offset, int limit, TimeSpan timeout, CancellationToken gone)
    {
        TaskCompletionSource<PollEnd>? mine, other;
        lock (_gate)
        {
            Confirm(offset);
            var batch = Take(limit);
            if (batch.Count > 0 || timeout <= TimeSpan.Zero)
            {
                return (PollEnd.Updates, batch);
            }
            other = _waiter;
            _waiter = mine = new TaskCompletionSource<PollEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        other?.TrySetResult(PollEnd.OtherPoller);
        var end = PollEnd.Updates;
        try
        {
            end = await mine.Task.WaitAsync(timeout, gone);
            if (end == PollEnd.Updates)
            {
                await Task.Delay(1, gone); // the server gathers for a moment before it answers
            }
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // Nothing came, or the poller left: the answer is empty.
        }
        lock (_gate)
        {
            if (_waiter == mine)
            {
                _waiter = null;
            }
            return end == PollEnd.Updates && !gone.IsCancellationRequested ? (end, Take(limit)) : (end, []);
        }
    }

    public void EndPolling(PollEnd end)
    {
        lock (_gate)
        {
            _waiter?.TrySetResult(end);
            _waiter = null;
        }
    }

    public List<PendingUpdate> All()
    {
        lock (_gate)
        {
            _pending.Expire(clock.GetUtcNow());
            return [.. _pending.InOrder];
        }
    }

    public bool IsWaiting(PendingUpdate update)
    {
        lock (_gate)
        {
            _pending.Expire(clock.GetUtcNow());
            return update.Node is not null;
        }
    }

    /// <summary>The webhook took it. True when it must come again.</summary>
    public bool ConfirmOne(PendingUpdate update)
    {
        lock (_gate)
        {
            update.Entry.ConfirmedAt ??= clock.GetUtcNow();
            if (update.Copies > 0)
            {
                update.Copies--;
                return true;
            }
            _pending.Remove(update);
            return false;
        }
    }

    public void Drop()
    {
        lock (_gate)
        {
            _pending.Expire(DateTimeOffset.MaxValue);
        }
    }

    // An offset beyond the next id is of another time (before a jump): it confirms nothing, and delivery starts at the head.
    private void Confirm(int offset)
    {
        if (offset < 0)
        {
            while (_pending.Count > -(long)offset)
            {
                Confirmed(_pending.First!);
            }
        }
        else if (offset <= _next)
        {
            while (_pending.First is { } first && first.Id < offset)
            {
                Confirmed(first);
            }
        }
    }

    private void Confirmed(PendingUpdate update)
    {
        update.Entry.ConfirmedAt ??= clock.GetUtcNow();
        if (update.Copies > 0)
        {
            for (; update.Copies > 0; update.Copies--)
            {
                _again.Enqueue(update);
            }
        }
        _pending.Remove(update);
    }

    private List<PendingUpdate> Take(int limit)
    {
        _pending.Expire(clock.GetUtcNow());
        var batch = new List<PendingUpdate>(Math.Min(limit, _pending.Count + _again.Count));
        var bytes = 0;
        foreach (var update in _again.Concat(_pending.InOrder).Take(limit))
        {
            bytes += update.Json.Length + 1;
            if (batch.Count > 0 && bytes > LargestAnswer - 64)
            {
                break;
            }
            update.Entry.CountDelivery();
            batch.Add(update);
        }
        for (var repeated = Math.Min(batch.Count, _again.Count); repeated > 0; repeated--)
        {
            _again.Dequeue();
        }
        if (Reorder)
        {
            for (var i = batch.Count - 1; i > 0; i--)
            {
                var j = dice.Below(i + 1);
                (batch[i], batch[j]) = (batch[j], batch[i]);
            }
        }
        return batch;
    }
}
