using ChatHelper.Conversations;
using ChatHelper.Core.Turns;

namespace ChatHelper.Outbox;

/// <summary>A reply that its channel has not accepted yet.</summary>
/// <param name="Id">Rises with time; also the event id of the web chat.</param>
/// <param name="Person">Whose.</param>
/// <param name="Address">Where to.</param>
/// <param name="Reply">What.</param>
/// <param name="Attempts">Tries so far.</param>
internal sealed record OutboxRow(long Id, long Person, Address Address, Reply Reply, int Attempts)
{
    /// <summary>It may have arrived before: it is sent with the visible mark.</summary>
    public bool Doubtful { get; init; }
}
