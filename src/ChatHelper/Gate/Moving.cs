using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Outbox;
using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper.Gate;

/// <summary>A case that has come to another address.</summary>
/// <param name="Case">The person, at the new address.</param>
/// <param name="Pass">What is said there.</param>
/// <param name="From">The old address; nothing is there any more.</param>
/// <param name="Waiting">What was not sent yet, now for the new address.</param>
/// <param name="Farewell">The last word to the old address, sent from memory.</param>
/// <param name="Left">Number of who was at the new address before; to be erased. Null: nobody.</param>
internal sealed record Moved(Person Case, GatePass Pass, Address From, IReadOnlyList<OutboxRow> Waiting, OutboxRow Farewell, long? Left);

/// <summary>Moves a case to the address from which its recovery code came, in the turn's own transaction.</summary>
internal sealed class Moving(Pack pack, ConversationStore conversations, OutboxStore outbox, ErasureStore erasures, GateStore store, Func<Conversation, Address, Reply?> standing)
{
    /// <param name="here">Who is at that address; they are gone after it.</param>
    public Moved To(Session session, long person, Person? here, Address to, DateTimeOffset now)
    {
        var from = conversations.AddressOf(session, person)!.Value;
        if (here is not null)
        {
            erasures.Begin(session, here, [], now);
        }

        // What was told there is only here from now on, as far as the channel lets us.
        erasures.Leave(session, from, MessageStore.Young(session, person, now), now);
        conversations.Move(session, person, to);
        MessageStore.Move(session, person, here?.Id);
        PaperLinkStore.RemoveAll(session, person); // they were given out at the old address
        var moved = conversations.Find(session, to)!;
        var state = store.Find(session, person);
        var talk = moved.Conversation;
        return new Moved(moved, new GatePass(new Turn(talk, [.. Says(talk, to, state.Pin is not null)], []))
        {
            State = state.Awaiting(Awaited.Nothing) with { Pin = null }, UsesCode = true, Opens = true, Stops = true, Hides = true, Noted = "continued on another account",
        }, from, outbox.Anew(session, moved), new OutboxRow(-1, 0, from, Line(talk, "gate.moved"), 0), here?.Id);
    }

    private IEnumerable<Reply> Says(Conversation talk, Address to, bool hadPin)
    {
        yield return Line(talk, "gate.return.done");
        if (hadPin)
        {
            yield return Line(talk, "gate.pin.off");
        }

        if (standing(talk, to) is { } asked)
        {
            yield return asked;
        }
    }

    private Reply Line(Conversation talk, string id) => new(pack.Lines.Find(talk.Language, id)?.Text ?? id, ReplyClass.Advice) { Language = talk.Language };
}
