using Microsoft.Data.Sqlite;

namespace ChatHelper.Storage;

/// <summary>After the disk has failed.</summary>
internal sealed partial class Writer
{
    private volatile StorageFault? _broken;

    /// <summary>Told once, when the disk has failed. Set once at the start.</summary>
    public Action<string> OnBroken { get; set; } = _ => { };

    /// <summary>The disk has failed: nothing is written any more, the process has to begin anew.</summary>
    public bool IsBroken => _broken is not null;

    /// <summary>Writes nothing more when the fault says that the disk has failed.</summary>
    /// <returns>Whether it does.</returns>
    public bool Breaks(Exception fault)
    {
        if (!DiskFault.IsFailure(fault))
        {
            return false;
        }

        var word = new StorageFault($"the disk has failed ({fault.Message}); nothing is taken until the program is started again", fault);
        if (Interlocked.CompareExchange(ref _broken, word, null) is null)
        {
            OnBroken(word.Message);
        }

        return true;
    }

    // SQLite's own checkpoints say nothing of a disk that failed in them; this one does.
    private void Checkpoint()
    {
        if (Works >= _checkpointAt)
        {
            _checkpointAt = Works + WorksToCheckpoint;
            try
            {
                _session.Scalar("PRAGMA wal_checkpoint(PASSIVE)");
            }
            catch (SqliteException fault)
            {
                Breaks(fault);
            }
        }
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
}
