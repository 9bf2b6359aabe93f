using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Storage;

/// <summary>The one writer. Whatever waits is written in one transaction with one fsync (group commit), and only then is
/// anybody told. Works of one lane (one person) never share a batch, so each sees what the one before it stored; however many
/// wait in one lane, the others pass by it.</summary>
internal sealed partial class Writer : IDisposable
{
    /// <summary>Works that may wait altogether, and in one lane; further ones are refused and their channels keep them.</summary>
    public const int MostWaiting = 8192;
    public const int MostInLane = 256;

    private const int WorksToCheckpoint = 2000;
    private const int LargestBatch = 512;

    // A row that may not be written is our mistake and stays one: waiting for the disk would wait for ever.
    private const int Constraint = 19;

    private readonly Session _session;
    private readonly Tide _tide;
    private readonly BlockingCollection<Work> _waiting = [];
    private readonly Dictionary<object, Lane> _lanes = [];
    private readonly Queue<Lane> _turns = new();
    private readonly Thread _thread;
    private int _waits;
    private long _checkpointAt = WorksToCheckpoint;

    public Writer(Database database)
    {
        _session = new Session(database.Open());

        // KiB. Each turn touches pages that lie where chance put its person: what SQLite keeps by itself is too little for them.
        _session.Execute("PRAGMA cache_size = -8192");
        _tide = new Tide(database.Path, _session);
        _thread = new Thread(Run) { Name = "writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What must be on disk before a batch is: runs on the writer's thread. Set once at the start.</summary>
    public Action BeforeCommit { get; set; } = () => { };

    /// <summary>Gives the room that is kept for deleting; false: there is none. Set once at the start.</summary>
    public Func<bool> MakeRoom { get; set; } = () => false;

    /// <summary>Commits of before the start that are not there any more.</summary>
    public long Missing => _tide.Missing;

    /// <summary>Batches committed since the start.</summary>
    public long Batches { get; private set; }

    /// <summary>Works that wait now.</summary>
    public int Waiting => Volatile.Read(ref _waits);

    /// <summary>Works in them.</summary>
    public long Works { get; private set; }

    /// <summary>Works that the disk refused.</summary>
    public long Refusals { get; private set; }

    /// <summary>Runs a work inside the next batch; done when the batch is on disk. A work that throws leaves nothing behind
    /// and fails alone. A database that cannot write fails the task with <see cref="StorageFault"/>.</summary>
    /// <param name="lane">Works with equal lanes are kept in order and apart; null: no lane.</param>
    /// <param name="write">Runs on the writer's thread, inside the transaction; no other IO belongs there.</param>
    /// <param name="stored">Runs on the writer's thread after the commit, before the task completes.</param>
    public Task<T> Write<T>(object? lane, Func<Session, T> write, Action<T>? stored = null)
    {
        var work = new Work<T>(lane, write, stored);
        if (Interlocked.Increment(ref _waits) > MostWaiting)
        {
            Refuse(work, "more waits to be written than may");
            return work.Task;
        }

        try
        {
            _waiting.Add(work);
        }
        catch (InvalidOperationException)
        {
            Refuse(work, "the writer has stopped");
        }

        return work.Task;
    }

    public void Dispose()
    {
        if (_waiting.IsAddingCompleted)
        {
            return;
        }

        _waiting.CompleteAdding();
        _thread.Join();
        if (IsBroken)
        {
            _session.LeaveLog();
        }

        _session.Dispose();
        _tide.Dispose();
    }

    private void Run()
    {
        List<Work> batch = [];
        while (_lanes.Count > 0 || !_waiting.IsCompleted)
        {
            batch.Clear();
            Take(batch);
            if (batch.Count > 0)
            {
                Interlocked.Add(ref _waits, -batch.Count);
                Commit(batch);
            }
        }
    }

    // First one of each lane that had to wait, in turn and for half of the batch, then whatever is queued; blocks only when there is
    // nothing at all. A lane that is in the batch stays known until the next one, so that what follows in it waits.
    private void Take(List<Work> batch)
    {
        List<Lane> served = [];
        for (var left = _turns.Count; left > 0; left--)
        {
            var lane = _turns.Dequeue();
            if (lane.Works.Count == 0)
            {
                _lanes.Remove(lane.Key);
            }
            else if (batch.Count < LargestBatch / 2)
            {
                batch.Add(lane.Works.Dequeue());
                served.Add(lane);
            }
            else
            {
                _turns.Enqueue(lane);
            }
        }

        served.ForEach(_turns.Enqueue);
        while (batch.Count < LargestBatch && _waiting.TryTake(out var work, batch.Count > 0 ? 0 : Timeout.Infinite))
        {
            Sort(work, batch);
        }
    }

    private void Sort(Work work, List<Work> batch)
    {
        if (work.Lane is not { } key)
        {
            batch.Add(work);
        }
        else if (!_lanes.TryGetValue(key, out var lane))
        {
            _turns.Enqueue(_lanes[key] = new Lane(key, []));
            batch.Add(work);
        }
        else if (lane.Works.Count < MostInLane)
        {
            lane.Works.Enqueue(work);
        }
        else
        {
            Refuse(work, "more of one person waits to be written than may");
        }
    }

    private void Refuse(Work work, string why)
    {
        Interlocked.Decrement(ref _waits);
        work.Fail(new StorageFault(why));
    }

    private void Commit(List<Work> batch)
    {
        if (TryCommit(batch, out var fault))
        {
            return;
        }

        // One bad work must not take the others with it: each gets a transaction of its own.
        foreach (var work in batch)
        {
            List<Work> alone = [work];
            if ((batch.Count == 1 || !TryCommit(alone, out fault)) && !Fits(alone, ref fault))
            {
                var refused = fault is SqliteException { SqliteErrorCode: not Constraint } or IOException;
                Refusals += refused ? 1 : 0;
                work.Fail(refused ? new StorageFault(fault!.Message, fault) : fault!);
            }
        }
    }

    // What makes room is tried again with the room that is kept for it.
    private bool Fits(List<Work> alone, ref Exception? fault) =>
        DiskFault.IsFull(fault) && _session.Frees && MakeRoom() && TryCommit(alone, out fault);

    private bool TryCommit(List<Work> batch, out Exception? fault)
    {
        if (_broken is not null)
        {
            fault = _broken;
            return false;
        }

        try
        {
            _session.Begin();
            foreach (var work in batch)
            {
                work.Write(_session);
            }

            BeforeCommit();
            CrashPoint.Here("turn-decided");
            _tide.Commit(_session);
            CrashPoint.Here("turn-committed");
            Batches++;
            Works += batch.Count;
        }
        catch (Exception thrown)
        {
            fault = thrown;
            TryRollback();
            Breaks(thrown);
            return false;
        }

        foreach (var work in batch)
        {
            work.Done();
        }

        Checkpoint();
        fault = null;
        return true;
    }

    private sealed record Lane(object Key, Queue<Work> Works);
}
