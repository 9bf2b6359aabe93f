using ChatHelper.Evidence;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Erasure;

/// <summary>Carries an erasing out: marked (in the turn's commit), key destroyed, rows removed, bytes removed, log emptied. Every step
/// can be done again; what a crash cut off is taken up at the next start.</summary>
internal sealed class Eraser(Writer writer, Database database, KeyRing keys, FileStore files, ILogger<Eraser> log)
{
    private readonly Lock _gate = new();
    private Task _emptying = Task.CompletedTask;

    /// <summary>Erases a person who is marked. Done when nothing of them can be read; a disk that refuses the rest leaves it for later.</summary>
    public async Task Erase(long person)
    {
        CrashPoint.Here("erase-marked");
        keys.Destroy(person);
        CrashPoint.Here("erase-key");
        try
        {
            await Removed(person);
            Empty();
        }
        catch (StorageFault fault)
        {
            EraserLog.Later(log, fault.Message);
        }
    }

    /// <summary>Takes up what was cut off, and removes whoever came back with a restored database while their key is gone.</summary>
    /// <exception cref="StartFault">The keys belong to another database.</exception>
    public async Task TakeUp()
    {
        if (await writer.Write(null, session => ErasureStore.KeysOf(session, keys.Id)) != keys.Id)
        {
            throw new StartFault("The key file belongs to another database: what stands in this one was closed with other keys. "
                + "Put the right key file back (CHATHELPER_KEYS). Nothing was changed.");
        }

        var missing = (await writer.Write(null, ErasureStore.Everybody)).Where(person => !keys.Has(person)).ToList();
        var begun = (await writer.Write(null, ErasureStore.Begun)).Except(missing).ToList();
        foreach (var person in begun)
        {
            keys.Destroy(person);
        }

        foreach (var person in begun.Concat(missing))
        {
            await Removed(person);
        }

        if (begun.Count + missing.Count > 0)
        {
            EraserLog.TakenUp(log, begun.Count, missing.Count);
            Empty();
        }
    }

    /// <summary>Ends when the log is empty of what was erased.</summary>
    public Task Emptied()
    {
        lock (_gate)
        {
            return _emptying;
        }
    }

    private async Task Removed(long person)
    {
        var kept = await writer.Write(null, session => ErasureStore.RemoveRows(session, person));
        CrashPoint.Here("erase-rows");
        foreach (var file in kept)
        {
            files.Remove(file);
        }

        CrashPoint.Here("erase-files");
    }

    // What stands in the log cannot be read any more: it goes aside, one emptying for all who are erased meanwhile.
    private void Empty()
    {
        lock (_gate)
        {
            if (_emptying.IsCompleted)
            {
                _emptying = Task.Run(() =>
                {
                    try
                    {
                        database.EmptyLog();
                    }
                    catch (SqliteException fault)
                    {
                        EraserLog.Later(log, fault.Message);
                    }
                });
            }
        }
    }
}
