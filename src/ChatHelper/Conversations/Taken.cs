using ChatHelper.Core.Turns;
using ChatHelper.Outbox;

namespace ChatHelper.Conversations;

/// <summary>An Incoming that has been taken and is on disk.</summary>
/// <param name="First">The reply that travels inside the channel's own answer; null when none or when not asked for.</param>
/// <param name="Repeated">The key was known: this is what the first delivery got, and nothing else happened.</param>
/// <param name="Rows">Replies that wait in the outbox.</param>
/// <param name="Picked">For a press: what was picked, in words.</param>
internal sealed record Taken(Reply? First, bool Repeated, IReadOnlyList<OutboxRow> Rows, string? Picked)
{
    /// <summary>Whose turn it was; 0 when the person is not known any more.</summary>
    public long Person { get; init; }

    /// <summary>Nobody new is taken in now: nothing was stored.</summary>
    public bool TurnedAway { get; init; }

    /// <summary>What the person sent should not stay on a screen: the channel takes it away where it can.</summary>
    public bool Hides { get; init; }
}
