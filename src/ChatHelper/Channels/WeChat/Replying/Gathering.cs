using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Storage;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Gathers what waits for a person into the answer to their message. What the answer does not carry follows, or waits.</summary>
internal sealed class Gathering(Engine engine, Composing composing, LooseReplies loose, OpenAnswers open, Following following, LastLanguages languages)
{
    /// <param name="person">0: nothing of them is kept.</param>
    /// <param name="asked">They asked for what waits.</param>
    /// <returns>Empty: nothing was waiting, or it was too late for this connection.</returns>
    public async Task<string> For(Delivery delivery, Address from, long person, bool asked = false)
    {
        var unkept = loose.Take(from);
        Composed? composed = null;
        try
        {
            composed = await engine.Writer.Write(from, session =>
            {
                person = IsHere(session, from, person) ? person : 0;
                var isLocked = engine.Gate.IsLocked(person);
                return composing.Compose(session, from, person, delivery.Message.Key, unkept, engine.Clock.GetUtcNow(), row => isLocked || following.Sends(row), asked);
            });
        }
        finally
        {
            loose.Add(from, composed?.Loose ?? unkept);
        }

        if (composed.Text.Length > 0)
        {
            languages.Note(from, composed.First.Language);
        }

        // Whatever is kept nowhere is put back by whoever asked for it.
        var isLate = composed.Text.Length == 0 ? delivery.IsLate : !delivery.TryAnswer() && composed.Taken.Count > 0;
        var rest = isLate ? await PutBack(delivery, from, person, composed) : composed.Rest;
        open.Drop(from, composed.Taken);
        foreach (var row in rest)
        {
            open.PutAside(row);
        }

        return isLate ? "" : composed.Text;
    }

    /// <summary>Whether they are there: they may have been erased since their word was taken, or have moved with all that waits for them.</summary>
    public bool IsHere(Session session, Address from, long person) => person != 0 && engine.Conversations.IdOf(session, from) == person;

    private Task<IReadOnlyList<OutboxRow>> PutBack(Delivery delivery, Address from, long person, Composed composed) => engine.Writer.Write(from, session =>
        IsHere(session, from, person) ? composing.PutBack(session, from, person, delivery.Message.Key, composed) : []);
}
