using ChatHelper.Evidence;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Erasure;

/// <summary>Carries an erasing out: marked (in the turn's commit), key destroyed, rows removed, bytes removed, log emptied. Every step
/// can be done again; what a crash cut off is taken up at the next start.</summary>
/// <param name="onRoom">Told when what was erased has given its room back.</param>
internal sealed class Eraser(Writer writer, Database database, KeyRing keys, FileStore files, Action onRoom, ILogger<Eraser> log)
{
    private readonly Lock _gate = new();
    private Task _emptying = Task.CompletedTask;

    /// <summary>Erases a person who is marked. Done when nothing of them can be read; a disk that refuses the rest leaves it for later.</summary>
    public async Task Erase(long person)
    {
        CrashPoint.Here("erase-marked");
        Destroy(person);
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

        var begun = await writer.Write(null, ErasureStore.Begun);
        var missing = (await writer.Write(null, ErasureStore.Everybody)).Except(begun).Where(person => !keys.Has(person)).ToList();
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

    // The mark stands: after a disk that failed the next start destroys the key.
    private void Destroy(long person)
    {
        try
        {
            keys.Destroy(person);
        }
        catch (IOException fault)
        {
            writer.Breaks(fault);
            throw new StorageFault(fault.Message, fault);
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
                        CrashPoint.Here("erase-emptied");
                        onRoom();
                    }
                    catch (SqliteException fault)
                    {
                        writer.Breaks(fault);
                        EraserLog.Later(log, fault.Message);
                    }
                });
            }
        }
    }
}
