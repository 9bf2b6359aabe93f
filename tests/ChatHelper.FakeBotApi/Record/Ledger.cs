using System.Collections.Concurrent;

namespace ChatHelper.Fakes.Record;

/// <summary>Everything offered to the bot and everything it did, in the order the server took it.</summary>
public sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly List<UpdateEntry> _updates = [];
    private readonly ConcurrentDictionary<string, StrongCount> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StrongCount> _refusals = new(StringComparer.Ordinal);
    private readonly bool _keep;
    private Action<LedgerEntry>? _heard;
    private long _last;

    internal Ledger(bool keep) => _keep = keep;

    /// <summary>False when only counts are kept, and no <see cref="LedgerEntry"/> is made unless somebody listens.</summary>
    internal bool Wanted => _keep || _heard is not null;

    /// <summary>A copy of all entries.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>A copy of the list of updates, in the order they were offered.</summary>
    public IReadOnlyList<UpdateEntry> Updates
    {
        get
        {
            lock (_gate)
            {
                return [.. _updates];
            }
        }
    }

    /// <summary>Accepted calls by method.</summary>
    public IReadOnlyDictionary<string, long> Calls => _calls.ToDictionary(c => c.Key, c => c.Value.Read(), StringComparer.Ordinal);

    /// <summary>Refused calls by error description.</summary>
    public IReadOnlyDictionary<string, long> Refusals => _refusals.ToDictionary(c => c.Key, c => c.Value.Read(), StringComparer.Ordinal);

    /// <summary>The texts the bot sent to a chat, in order; edits do not change them.</summary>
    public IReadOnlyList<string> Texts(long chatId) =>
        [.. Entries.Where(e => e.Kind == LedgerKind.Sent && e.ChatId == chatId).Select(e => e.Text ?? "")];

    /// <summary>Waits until an entry fits, the past included; throws <see cref="TimeoutException"/> after the given real time.</summary>
    public async Task<LedgerEntry> WaitAsync(Func<LedgerEntry, bool> fits, TimeSpan atMost)
    {
        var found = new TaskCompletionSource<LedgerEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(LedgerEntry entry)
        {
            if (fits(entry))
            {
                found.TrySetResult(entry);
            }
        }
        Listen(Look);
        try
        {
            if (Entries.FirstOrDefault(fits) is { } past)
            {
                return past;
            }
            return await found.Task.WaitAsync(atMost);
        }
        finally
        {
            Unlisten(Look);
        }
    }

    /// <summary>Tells of every entry after it was kept, on the thread of the call.</summary>
    public void Listen(Action<LedgerEntry> heard)
    {
        lock (_gate)
        {
            _heard += heard;
        }
    }

    /// <summary>Ends what <see cref="Listen"/> began.</summary>
    public void Unlisten(Action<LedgerEntry> heard)
    {
        lock (_gate)
        {
            _heard -= heard;
        }
    }

    internal void Count(string method, string? error)
    {
        _calls.GetOrAdd(method, static _ => new StrongCount()).Add();
        if (error is not null)
        {
            _refusals.GetOrAdd(error, static _ => new StrongCount()).Add();
        }
    }

    internal void Add(LedgerEntry entry)
    {
        lock (_gate)
        {
            entry = entry with { Number = ++_last };
            if (_keep)
            {
                _entries.Add(entry);
            }
        }
        _heard?.Invoke(entry);
    }

    internal void Add(UpdateEntry update)
    {
        if (_keep)
        {
            lock (_gate)
            {
                _updates.Add(update);
            }
        }
    }

    private sealed class StrongCount
    {
        private long _value;

        public void Add() => Interlocked.Increment(ref _value);

        public long Read() => Interlocked.Read(ref _value);
    }
}
