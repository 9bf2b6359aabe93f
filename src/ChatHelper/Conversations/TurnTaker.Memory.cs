using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Outbox;
using ChatHelper.Storage;

namespace ChatHelper.Conversations;

/// <summary>What is said from memory and kept nowhere.</summary>
internal sealed partial class TurnTaker
{
    /// <summary>Says something that stands in no turn; it is kept nowhere and lost with the process.</summary>
    /// <param name="reply">Made with the language of the talk; null: nobody was here from this address.</param>
    public async Task Tell(Address address, Func<string?, Reply> reply)
    {
        string? language = null;
        try
        {
            language = await writer.Write(null, session => Known(session, address)?.Conversation.Language);
        }
        catch (StorageFault)
        {
            // In the pack's first language, then: it must be said.
        }

        OnReady(FromMemory(address, [reply(language)]));
    }

    // What remains is the last word to the person, sent from memory: nothing of theirs is written any more.
    private TurnOutcome Erased(Session session, Person person, Incoming incoming, Turn turn, Reply? first, DateTimeOffset now)
    {
        erasures.Begin(session, person, incoming is Said or Pressed or Gave ? MessageStore.Young(session, person.Id, now) : [], now);
        OnErasing(session, person, incoming);
        foreach (var store in effects)
        {
            store.Store(session, person, turn.Effects.OfType<Erase>().First(), now);
        }

        var last = FromMemory(person.Address, turn.Replies.Skip(first is null ? 0 : 1));
        return new TurnOutcome(new Taken(first, Repeated: false, last, turn.Picked), null, person.Address) { Erased = person.Id, Incoming = incoming };
    }

    private static TurnOutcome Unstored(Address address, IReadOnlyList<Reply> replies) =>
        new(new Taken(null, Repeated: false, FromMemory(address, replies), null) { TurnedAway = true }, null, address);

    private static List<OutboxRow> FromMemory(Address address, IEnumerable<Reply> replies) =>
        [.. replies.Select((reply, index) => new OutboxRow(-1 - index, 0, address, reply, 0))];
}
