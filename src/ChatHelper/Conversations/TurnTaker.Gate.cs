using ChatHelper.Core.Turns;
using ChatHelper.Gate;
using ChatHelper.Storage;

namespace ChatHelper.Conversations;

/// <summary>How a turn goes through the gate.</summary>
internal sealed partial class TurnTaker
{
    /// <summary>Who may read on; asked before a turn is decided. Set once at the start.</summary>
    public Gatekeeper? Gate { get; set; }

    private async Task<TurnOutcome> Taken(Address address, Incoming incoming, Func<Reply, bool>? carries, bool greeted)
    {
        Task<TurnOutcome> Once(Pin? hashed) => writer.Write(address, session => Take(session, address, incoming, carries, greeted, hashed), Stored);
        var outcome = await Once(null);
        if (outcome.Over is { } over)
        {
            await Take(address, new Expired(ConversationStore.Retention, over));
            outcome = await Once(null);
        }

        if (outcome.Needs is { } tried)
        {
            // Hashing takes long on purpose: not on the writer's thread.
            outcome = await Once(await PinHash.Of(tried));
        }

        if (outcome.Moved?.Left is { } left)
        {
            await OnErased(left);
        }

        return outcome;
    }

    // Taken before, or to be hashed first: nothing is stored.
    private TurnOutcome? Halted(Session session, GatePass pass, Person? known, Address address, Incoming incoming) =>
        seen.Find(session, incoming) is { Seen: true } before ? new TurnOutcome(new Taken(before.Reply, Repeated: true, [], null) { Person = known?.Id ?? 0 }, known, address)
        : pass.Needs is { } tried ? new TurnOutcome(new Taken(null, Repeated: false, [], null), known, address) { Needs = tried }
        : null;

    private void Passed(TurnOutcome outcome)
    {
        Gate!.Stored(outcome.Taken.Person, outcome.Pass!);
        if (outcome.Moved is { } moved)
        {
            _cache.Forget(moved.From);
            OnReady([moved.Farewell]);
            OnMoved();
        }
    }
}
