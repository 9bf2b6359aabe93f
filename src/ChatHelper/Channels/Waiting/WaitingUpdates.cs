using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Waiting;

/// <summary>Fetches a file from its channel and keeps it, or says in its kind why not.</summary>
/// <param name="person">Whose it is to be.</param>
/// <exception cref="StorageFault">The disk cannot take it.</exception>
/// <exception cref="OperationCanceledException">The program ends; that is no refusal.</exception>
internal delegate Task<GivenFile> FetchFile(SentFile sent, long person, CancellationToken stop);

/// <summary>Files take a while to fetch. So that no channel waits for one, an update with a file is kept on
/// disk and taken later; what the same person says meanwhile is kept behind it, so that they are heard in the order in which they spoke.</summary>
internal sealed class WaitingUpdates(string channel, WaitingStore store, FetchFile fetch, TurnTaker turns, Writer writer, TimeProvider clock, ILogger log) : IDisposable
{
    private const int Tries = 3;
    private const int AtOnce = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Address, WaitingLine> _lines = [];
    private readonly SemaphoreSlim _fetching = new(AtOnce);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Persons of whom something waits.</summary>
    public int Persons
    {
        get
        {
            lock (_lines)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Keeps what came behind a file. Danger does not wait behind one, nor does what follows it.</summary>
    /// <param name="isCry">Whether it tells of danger; asked only when something waits.</param>
    /// <returns>False: it can be taken at once.</returns>
    /// <exception cref="StorageFault">It is not on disk.</exception>
    public async Task<bool> TakesBehind(Address from, Incoming incoming, Func<bool> isCry)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(from, out var line) || line.Urgent)
            {
                return false;
            }

            if (isCry())
            {
                line.Urgent = true;
                return false;
            }
        }

        return WaitingUpdate.Of(incoming) is { } behind && await Takes(from, behind);
    }

    /// <summary>Takes up what waits from before the start; before anything new is taken.</summary>
    public async Task Open()
    {
        foreach (var (from, row) in await writer.Write(null, session => store.All(session, channel)))
        {
            Arrive(Join(from, always: true)!, from, row);
        }
    }

    /// <summary>Keeps an update when it has a file or when something of its person waits already.</summary>
    /// <returns>False: nothing of theirs waits, it can be taken at once.</returns>
    /// <exception cref="StorageFault">It is not on disk.</exception>
    public async Task<bool> Takes(Address from, WaitingUpdate update)
    {
        if (Join(from, update.File is not null) is not { } line)
        {
            return false;
        }

        long? row = null;
        try
        {
            var stored = false;
            while (!stored && await turns.Meet(from, update.Key) is var person and > 0)
            {
                // Whoever was erased in between is met anew.
                (stored, row) = await writer.Write(from, session => WaitingStore.Stands(session, person) ? (true, store.Add(session, channel, person, update)) : (false, null));
            }
        }
        finally
        {
            Arrive(line, from, row);
        }

        return true;
    }

    /// <summary>Ends when nothing of this person waits any more.</summary>
    public Task Emptied(Address from)
    {
        lock (_lines)
        {
            return _lines.TryGetValue(from, out var line) ? line.Gone.Task : Task.CompletedTask;
        }
    }

    /// <summary>The program ends: what is being fetched stays on disk and waits for the next start.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private WaitingLine? Join(Address from, bool always)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(from, out var line))
            {
                if (!always)
                {
                    return null;
                }

                _lines[from] = line = new WaitingLine();
            }

            if (line.Urgent && !always)
            {
                return null;
            }

            line.Arriving++;
            return line;
        }
    }

    private void Arrive(WaitingLine line, Address from, long? row)
    {
        lock (_lines)
        {
            line.Arriving--;
            if (row is { } stored)
            {
                line.Rows.Enqueue(stored);
            }

            if (line.Rows.Count > 0 && !line.Moving)
            {
                line.Moving = true;
                _ = Task.Run(() => Move(line, from));
            }

            Forget(line, from);
        }
    }

    private async Task Move(WaitingLine line, Address from)
    {
        while (!_stop.IsCancellationRequested)
        {
            long row;
            lock (_lines)
            {
                if (!line.Rows.TryDequeue(out row))
                {
                    line.Moving = false;
                    Forget(line, from);
                    return;
                }
            }

            await TakeUp(from, row);
        }
    }

    private void Forget(WaitingLine line, Address from)
    {
        if (line is { Moving: false, Arriving: 0, Rows.Count: 0 })
        {
            _lines.Remove(from);
            line.Gone.TrySetResult();
        }
    }

    private async Task TakeUp(Address from, long row)
    {
        for (var failures = 0; !_stop.IsCancellationRequested;)
        {
            try
            {
                await TakeOnce(from, row, give: failures >= Tries);
                return;
            }
            catch (StorageFault)
            {
                await Task.Delay(Patience, clock);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                WaitingLog.Poison(log, row, ++failures, fault.GetType().Name);
            }
        }
    }

    private async Task TakeOnce(Address from, long row, bool give)
    {
        if (!give && await writer.Write(null, session => store.Find(session, row)) is var (person, update))
        {
            var incoming = update.Incoming ?? await Fetched(update.File!, person);
            if ((await writer.Write(from, session => store.Find(session, row)))?.Person == person)
            {
                await turns.Take(from, incoming);
            }
        }

        await writer.Write(from, session =>
        {
            WaitingStore.Remove(session, row);
            return true;
        });
    }

    private async Task<Gave> Fetched(SentFile sent, long person)
    {
        await _fetching.WaitAsync(_stop.Token);
        try
        {
            return new Gave(channel, sent.Key, await fetch(sent, person, _stop.Token), sent.Caption) { Message = sent.Message };
        }
        finally
        {
            _fetching.Release();
        }
    }
}
