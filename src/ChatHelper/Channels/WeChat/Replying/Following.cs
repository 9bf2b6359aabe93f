using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Brings what no answer carries: by customer-service messages where the account may send them; elsewhere it waits for the
/// person's next word.</summary>
/// <param name="pump">Null: the account only answers.</param>
internal sealed class Following(OutboxPump? pump, OpenAnswers open, LooseReplies loose)
{
    // Time for the answer on the connection to arrive first.
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(300);

    /// <summary>Takes up what waits from before the start.</summary>
    public Task Open() => pump?.Open() ?? Task.CompletedTask;

    public Task Close(TimeSpan atMost) => pump?.Close(atMost) ?? Task.CompletedTask;

    /// <summary>Whether a row is on its way: it may be with WeChat before we know.</summary>
    public bool Sends(OutboxRow row) => pump?.Sends(row) == true;

    /// <summary>Rows that a commit left, of other channels too. Called on the writer's thread.</summary>
    public void Ready(IReadOnlyList<OutboxRow> rows)
    {
        foreach (var row in rows.Where(row => row.Address.Channel == WeChatReader.Channel))
        {
            if (open.IsOpen(row.Address) || pump is null)
            {
                Keep(row);
            }
            else
            {
                pump.Ready([row]);
            }
        }
    }

    /// <summary>What is left when the answer is on its way.</summary>
    public void Send(Address address, IReadOnlyList<OutboxRow> rows)
    {
        if (pump is null)
        {
            return; // it stands in the outbox
        }

        IReadOnlyList<OutboxRow> unkept = [.. loose.Take(address).Select((reply, index) => new OutboxRow(-1 - index, 0, address, reply, 0))];
        if (rows.Count + unkept.Count > 0)
        {
            pump.Hold(address);
            pump.Ready([.. rows, .. unkept]);
            pump.Free(address, Ahead);
        }
    }

    private void Keep(OutboxRow row)
    {
        if (row.Id < 0)
        {
            loose.Add(row.Address, [row.Reply]);
        }
        else
        {
            open.PutAside(row);
        }
    }
}
