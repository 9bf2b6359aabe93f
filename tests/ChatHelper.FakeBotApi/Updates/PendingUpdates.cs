namespace ChatHelper.Fakes.Updates;

/// <summary>Waiting updates in order, of which the dead are removed. Its owner locks.</summary>
internal sealed class PendingUpdates
{
    private readonly LinkedList<PendingUpdate> _list = new();
    private DateTimeOffset _soonest = DateTimeOffset.MaxValue;

    public int Count => _list.Count;

    public PendingUpdate? First => _list.First?.Value;

    public IEnumerable<PendingUpdate> InOrder => _list;

    public void Add(PendingUpdate update)
    {
        update.Node = _list.AddLast(update);
        _soonest = update.Expires < _soonest ? update.Expires : _soonest;
    }

    public void Remove(PendingUpdate update)
    {
        if (update.Node is { } node)
        {
            _list.Remove(node);
            update.Node = null;
        }
    }

    // Lives differ by kind, so dead ones may stand behind living ones; the walk is made only when something can be dead.
    public void Expire(DateTimeOffset now)
    {
        if (now < _soonest)
        {
            return;
        }
        _soonest = DateTimeOffset.MaxValue;
        for (var node = _list.First; node is not null;)
        {
            var (update, next) = (node.Value, node.Next);
            if (now >= update.Expires)
            {
                update.Entry.Expired = update.Entry.ConfirmedAt is null;
                Remove(update);
            }
            else if (update.Expires < _soonest)
            {
                _soonest = update.Expires;
            }
            node = next;
        }
    }
}
