using ChatHelper.Conversations;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Replies that stand in no database, because nothing of their person is kept: first words, last words, notices. They wait
/// in memory for the answer that takes them along, and not for long.</summary>
internal sealed class LooseReplies(TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<Address, (List<Reply> Replies, DateTimeOffset At)> _waiting = [];
    private readonly Queue<(Address Address, DateTimeOffset At)> _order = new();

    public void Add(Address address, IReadOnlyCollection<Reply> replies)
    {
        if (replies.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Forget(now);
            var all = _waiting.TryGetValue(address, out var known) ? known.Replies : [];
            all.AddRange(replies);
            _waiting[address] = (all, now);
            _order.Enqueue((address, now));
        }
    }

    /// <summary>Puts a reply before those that wait.</summary>
    public void Put(Address address, Reply first) => Add(address, [first, .. Take(address)]);

    /// <summary>All that wait for an address; they wait no more.</summary>
    public IReadOnlyList<Reply> Take(Address address)
    {
        lock (_lock)
        {
            return _waiting.Remove(address, out var known) && known.At + Kept > clock.GetUtcNow() ? known.Replies : [];
        }
    }

    /// <summary>Whether any wait.</summary>
    public bool HasOf(Address address)
    {
        lock (_lock)
        {
            return _waiting.TryGetValue(address, out var known) && known.At + Kept > clock.GetUtcNow();
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && (oldest.At + Kept <= now || _order.Count > Most))
        {
            _order.Dequeue();
            if (_waiting.TryGetValue(oldest.Address, out var known) && known.At == oldest.At)
            {
                _waiting.Remove(oldest.Address);
            }
        }
    }
}
