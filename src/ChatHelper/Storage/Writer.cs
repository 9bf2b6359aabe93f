using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Storage;

/// <summary>The one writer. Whatever waits is written in one transaction with one fsync (group commit), and only then is
/// anybody told. Works of one lane (one person) never share a batch, so each sees what the one before it stored.</summary>
internal sealed class Writer : IDisposable
{
    private const int LargestBatch = 512;

    // A row that may not be written is our mistake and stays one: waiting for the disk would wait for ever.
    private const int Constraint = 19;

    private readonly Session _session;
    private readonly BlockingCollection<Work> _waiting = [];
    private readonly Thread _thread;

    public Writer(Database database)
    {
        _session = new Session(database.Open());
        _thread = new Thread(Run) { Name = "writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What must be on disk before a batch is: runs on the writer's thread. Set once at the start.</summary>
    public Action BeforeCommit { get; set; } = () => { };

    /// <summary>Batches committed since the start.</summary>
    public long Batches { get; private set; }

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
        try
        {
            _waiting.Add(work);
        }
        catch (InvalidOperationException)
        {
            work.Fail(new StorageFault("the writer has stopped"));
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
        _session.Dispose();
    }

    private void Run()
    {
        List<Work> batch = [];
        List<Work> later = [];
        HashSet<object> lanes = [];
        while (later.Count > 0 || !_waiting.IsCompleted)
        {
            batch.Clear();
            lanes.Clear();
            Take(later, batch, lanes);
            if (batch.Count > 0)
            {
                Commit(batch);
            }
        }
    }

    // First what had to wait for its lane, then whatever is queued; blocks only when there is nothing at all.
    private void Take(List<Work> later, List<Work> batch, HashSet<object> lanes)
    {
        var held = later.ToArray();
        later.Clear();
        foreach (var work in held)
        {
            Sort(work, later, batch, lanes);
        }

        while (batch.Count < LargestBatch && later.Count < LargestBatch
            && _waiting.TryTake(out var work, batch.Count > 0 || later.Count > 0 ? 0 : Timeout.Infinite))
        {
            Sort(work, later, batch, lanes);
        }
    }

    private static void Sort(Work work, List<Work> later, List<Work> batch, HashSet<object> lanes)
    {
        if (batch.Count >= LargestBatch || (work.Lane is { } lane && !lanes.Add(lane)))
        {
            later.Add(work);
        }
        else
        {
            batch.Add(work);
        }
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
            if (batch.Count == 1 || !TryCommit(alone, out fault))
            {
                var refused = fault is SqliteException { SqliteErrorCode: not Constraint } or IOException;
                Refusals += refused ? 1 : 0;
                work.Fail(refused ? new StorageFault(fault!.Message, fault) : fault!);
            }
        }
    }

    private bool TryCommit(List<Work> batch, out Exception? fault)
    {
        try
        {
            _session.Begin();
            foreach (var work in batch)
            {
                work.Write(_session);
            }

            BeforeCommit();
            CrashPoint.Here("turn-decided");
            _session.Commit();
            CrashPoint.Here("turn-committed");
            Batches++;
            Works += batch.Count;
        }
        catch (Exception thrown)
        {
            fault = thrown;
            TryRollback();
            return false;
        }

        foreach (var work in batch)
        {
            work.Done();
        }

        fault = null;
        return true;
    }

    private void TryRollback()
    {
        try
        {
            _session.Rollback();
        }
        catch (Exception gone) when (gone is SqliteException or InvalidOperationException)
        {
            // A full disk rolls back by itself; there is nothing left to undo.
        }
    }

    private abstract class Work(object? lane)
    {
        public object? Lane { get; } = lane;

        public abstract void Write(Session session);

        public abstract void Done();

        public abstract void Fail(Exception fault);
    }

    private sealed class Work<T>(object? lane, Func<Session, T> write, Action<T>? stored) : Work(lane)
    {
        // Continuations run elsewhere: the writer's thread only writes.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _done.Task;

        public override void Write(Session session) => _result = write(session);

        // It is on disk whatever the hearer does; a hearer that breaks must not take the writer with it.
        public override void Done()
        {
            try
            {
                stored?.Invoke(_result!);
                _done.SetResult(_result!);
            }
            catch (Exception broken)
            {
                _done.SetException(broken);
            }
        }

        public override void Fail(Exception fault) => _done.TrySetException(fault);
    }
}
