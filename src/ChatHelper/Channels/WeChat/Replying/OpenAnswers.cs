using ChatHelper.Conversations;
using ChatHelper.Outbox;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Whose message is being answered just now. What a commit leaves for them goes with that answer; what did not fit into it,
/// or came in between, follows.</summary>
internal sealed class OpenAnswers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Address, State> _open = [];

    /// <returns>Ends when work does that goes on although its connection is gone.</returns>
    public Task Begin(Address address)
    {
        lock (_lock)
        {
            var state = _open.TryGetValue(address, out var known) ? known : _open[address] = new State();
            state.Count++;
            return state.Late;
        }
    }

    /// <summary>Whether somebody is being answered there.</summary>
    public bool IsOpen(Address address)
    {
        lock (_lock)
        {
            return _open.ContainsKey(address);
        }
    }

    /// <summary>The work goes on although its connection is gone.</summary>
    public void GoesOn(Address address, Task work)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(address, out var state))
            {
                state.Late = work;
            }
        }
    }

    /// <summary>Puts rows aside until the answer is out.</summary>
    /// <returns>False: nobody is being answered there.</returns>
    public bool PutAside(OutboxRow row)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(row.Address, out var state))
            {
                return false;
            }

            state.Rows[row.Id] = row;
            return true;
        }
    }

    /// <summary>An answer has taken these along, or put others in their place.</summary>
    public void Drop(Address address, IEnumerable<long> rows)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(address, out var state))
            {
                foreach (var row in rows)
                {
                    state.Rows.Remove(row);
                }
            }
        }
    }

    /// <returns>What is left, once nobody is being answered there any more.</returns>
    public IReadOnlyList<OutboxRow> End(Address address)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(address, out var state) || --state.Count > 0)
            {
                return [];
            }

            _open.Remove(address);
            return [.. state.Rows.Values];
        }
    }

    private sealed class State
    {
        public int Count { get; set; }

        public Task Late { get; set; } = Task.CompletedTask;

        public SortedDictionary<long, OutboxRow> Rows { get; } = [];
    }
}
