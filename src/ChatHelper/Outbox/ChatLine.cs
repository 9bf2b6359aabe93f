using ChatHelper.Conversations;

namespace ChatHelper.Outbox;

/// <summary>What waits for one chat, in order. Touched under the pump's lock, but for the current row while it is being sent.</summary>
internal sealed class ChatLine(OutboxPump pump, Address address) : IThreadPoolWorkItem
{
    public Address Address { get; } = address;

    public Queue<OutboxRow> Rows { get; } = new();

    /// <summary>The row that is being sent, or is to be sent again; no longer among the others.</summary>
    public OutboxRow? Current { get; set; }

    /// <summary>Queued to be sent, waiting for its time, or being sent.</summary>
    public bool Busy { get; set; }

    /// <summary>Answers under way that must arrive before anything from here.</summary>
    public int Held { get; set; }

    /// <summary>More rows wait in the database than are remembered here.</summary>
    public bool More { get; set; }

    /// <summary>The newest row that is or was remembered.</summary>
    public long Newest { get; set; }

    /// <summary>The current row is marked as claimed on disk.</summary>
    public bool Claimed { get; set; }

    /// <summary>Parts of the current row that were accepted.</summary>
    public int Part { get; set; }

    /// <summary>The channel's numbers of those parts.</summary>
    public List<long> Numbers { get; private set; } = [];

    /// <summary>How often the current row failed.</summary>
    public int Failures { get; set; }

    /// <summary>No sending before this timestamp.</summary>
    public long NotBefore { get; set; }

    /// <summary>When the next message would be due at an even pace.</summary>
    public long Due { get; set; }

    /// <summary>Nothing about it needs to be remembered.</summary>
    public bool Forgettable(long now) => !Busy && Held == 0 && Rows.Count == 0 && NotBefore <= now && Due <= now;

    /// <summary>What was accepted of the current row, which is done.</summary>
    public IReadOnlyList<long> TakeNumbers()
    {
        if (Numbers.Count == 0)
        {
            return [];
        }

        var taken = Numbers;
        Numbers = [];
        return taken;
    }

    public void Execute() => pump.Send(this);
}
