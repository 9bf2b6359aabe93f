using System.Threading.Channels;
using ChatHelper.Conversations;
using ChatHelper.Outbox;

namespace ChatHelper.Channels.Web;

/// <summary>Open pages, by person: what has just been committed goes to them at once. The outbox stays the truth; a page
/// that misses something here reads it there when it connects again.</summary>
internal sealed class WebStreams
{
    /// <summary>Pages of one person, and of all.</summary>
    public const int MostPages = 6;
    public const int MostOpen = 5000;

    /// <summary>Replies that may wait for a slow page; one that lets more wait reads them from the outbox.</summary>
    public const int MostBehind = 128;

    private readonly Dictionary<Address, List<Channel<OutboxRow>>> _open = [];
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Pages that are open.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <returns>Null: too many pages are open.</returns>
    public Channel<OutboxRow>? Open(Address address)
    {
        var page = Channel.CreateBounded<OutboxRow>(new BoundedChannelOptions(MostBehind) { SingleReader = true });
        lock (_gate)
        {
            if (_count >= MostOpen)
            {
                return null;
            }

            if (!_open.TryGetValue(address, out var pages))
            {
                _open[address] = pages = [];
            }

            if (pages.Count >= MostPages)
            {
                pages[0].Writer.TryComplete();
                pages.RemoveAt(0);
                _count--;
            }

            pages.Add(page);
            _count++;
        }

        return page;
    }

    public void Close(Address address, Channel<OutboxRow> page)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(address, out var pages) || !pages.Remove(page))
            {
                return;
            }

            _count--;
            if (pages.Count == 0)
            {
                _open.Remove(address);
            }
        }
    }

    /// <summary>Called after each commit. The last words to an erased person have no row; they travel in the answer to the post.</summary>
    public void Ready(IReadOnlyList<OutboxRow> rows)
    {
        foreach (var row in rows.Where(row => row.Address.Channel == Credential.Channel && row.Person != 0))
        {
            lock (_gate)
            {
                _open.GetValueOrDefault(row.Address)?.ForEach(page => Put(page, row));
            }
        }
    }

    // A page that does not keep up is let go: it connects again and reads on where it stood.
    private static void Put(Channel<OutboxRow> page, OutboxRow row)
    {
        if (!page.Writer.TryWrite(row))
        {
            page.Writer.TryComplete();
        }
    }
}
