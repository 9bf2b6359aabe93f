using System.Threading.Channels;
using ChatHelper.Conversations;
using ChatHelper.Outbox;

namespace ChatHelper.Channels.Web;

/// <summary>Open pages, by person: what has just been committed goes to them at once. The outbox stays the truth; a page
/// that misses something here reads it there when it connects again.</summary>
internal sealed class WebStreams
{
    private const int MostPages = 6;
    private readonly Dictionary<Address, List<Channel<OutboxRow>>> _open = [];
    private readonly Lock _gate = new();

    public Channel<OutboxRow> Open(Address address)
    {
        var page = Channel.CreateUnbounded<OutboxRow>(new UnboundedChannelOptions { SingleReader = true });
        lock (_gate)
        {
            if (!_open.TryGetValue(address, out var pages))
            {
                _open[address] = pages = [];
            }

            if (pages.Count >= MostPages)
            {
                pages[0].Writer.TryComplete();
                pages.RemoveAt(0);
            }

            pages.Add(page);
        }

        return page;
    }

    public void Close(Address address, Channel<OutboxRow> page)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(address, out var pages) && pages.Remove(page) && pages.Count == 0)
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
                _open.GetValueOrDefault(row.Address)?.ForEach(page => page.Writer.TryWrite(row));
            }
        }
    }
}
