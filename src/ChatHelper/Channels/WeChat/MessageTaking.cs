using ChatHelper.Channels.Waiting;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Limits;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat;

/// <summary>Takes a message and makes the words that answer it. Everything may be done again: a key is taken once, an answer that was
/// given is kept, and what waits is taken along by whichever answer comes first.</summary>
internal sealed class MessageTaking(
    WeChatOptions options, PushRight right, Engine engine, Composing composing, AnswerStore answers, LooseReplies loose, OpenAnswers open, WeChatWords words, WaitingUpdates waiting, Following following,
    PushQuota quota, ILogger<MessageTaking> log)
{
    private string Language => engine.Pack.Lines.Languages[0];

    /// <returns>What to say on the connection; empty: nothing. Nothing, too, when it has become too late for that: then it waits.</returns>
    public async Task<string> Take(Delivery delivery)
    {
        var from = WeChatReader.At(delivery.Message.FromUser);
        var text = await Worded(delivery, from);
        if (text.Length == 0 || delivery.TryAnswer())
        {
            return text;
        }

        // The connection went while this was made: the words wait like what comes later.
        loose.Put(from, new Reply(text, ReplyClass.Advice));
        return "";
    }

    /// <summary>What a connection hears that cannot wait any longer, where nothing can be said later.</summary>
    public string Later => words.Line(Language, "wechat.result");

    private async Task<string> Worded(Delivery delivery, Address from)
    {
        try
        {
            return await Taken(delivery, from);
        }
        catch (StorageFault fault)
        {
            WeChatLog.Storage(log, fault.Message);
            return words.Line(Language, "wechat.not-now");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            WeChatLog.Poison(log, delivery.Message.Type, fault.GetType().Name);
            return await Park(delivery.Message, fault);
        }
    }

    private async Task<string> Taken(Delivery delivery, Address from)
    {
        var message = delivery.Message;
        var (person, known, isLocked) = await engine.Writer.Write(null, session => Known(session, from));
        if (known.To(message.Key) is { } before)
        {
            return before;
        }

        var now = engine.Clock.GetUtcNow();
        if (!isLocked && message is { Type: "text" } && words.IsNext(message.Text, known.Offers || loose.HasOf(from) || (!right.Has && delivery.CameBehind)))
        {
            quota.Spoke(from, now);
            await delivery.Earlier;
            return await Composed(delivery, from, person) is { Length: > 0 } more ? more : await InTheirs(from, "wechat.nothing");
        }

        switch (WeChatReader.Read(message, OnDisk(message), fetches: options.Secret.Length > 0))
        {
            case WeChatReading.Left gone:
                await Leave(from, person, gone.Incoming);
                return "";
            case WeChatReading.Whole { Incoming: var incoming }:
                Heard(message, from, now);
                if (await Refused(from, (incoming as Said)?.Text ?? "", (incoming as Pressed)?.Choices) is { } why)
                {
                    return why;
                }

                if (await waiting.TakesBehind(from, incoming, () => engine.Admission.IsCry((incoming as Said)?.Text ?? "")))
                {
                    return await AfterWaiting(delivery, from);
                }

                return await Composed(delivery, from, (await engine.Turns.Take(from, incoming)).Person);
            case WeChatReading.WithFile when options.Secret.Length == 0:
                return await InTheirs(from, "file.refused-account");
            case WeChatReading.WithFile { File: var file }:
                Heard(message, from, now);
                if (await Refused(from, file.Caption) is { } full)
                {
                    return full;
                }

                await waiting.Takes(from, new WaitingUpdate(file));
                return await AfterWaiting(delivery, from);
            case WeChatReading.Unreadable:
                return await InTheirs(from, "wechat.unreadable");
            default:
                return "";
        }
    }

    // The key of an event has the OpenID in it, and keys outlive who is erased.
    private string OnDisk(WeChatMessage message) => message.IsEvent ? $"e:{Convert.ToHexStringLower(engine.Seal.Lookup("wechat-event", message.Key))}" : message.Key;

    // What waits is not for whoever holds the phone of a locked talk: it comes with the number.
    private (long Person, Answers Known, bool IsLocked) Known(Session session, Address from)
    {
        if (engine.Conversations.IdOf(session, from) is not { } person)
        {
            return (0, Answers.None, false);
        }

        var isLocked = engine.Gate.IsLocked(person);
        if (isLocked)
        {
            OutboxStore.HoldAll(session, person);
        }

        return (person, answers.Find(session, person), isLocked);
    }

    private void Heard(WeChatMessage message, Address from, DateTimeOffset now)
    {
        if (message.IsEvent)
        {
            quota.Touched(from, now);
        }
        else
        {
            quota.Spoke(from, now);
        }
    }

    private async Task<string> AfterWaiting(Delivery delivery, Address from)
    {
        await waiting.Emptied(from);
        return await Composed(delivery, from, await engine.Writer.Write(null, session => engine.Conversations.IdOf(session, from) ?? 0));
    }

    private async Task<string> Composed(Delivery delivery, Address from, long person)
    {
        var unkept = loose.Take(from);
        Composed? composed = null;
        try
        {
            composed = await engine.Writer.Write(from, session =>
            {
                person = IsHere(session, from, person) ? person : 0;
                if (!delivery.IsLate)
                {
                    var isLocked = engine.Gate.IsLocked(person);
                    return composing.Compose(session, from, person, delivery.Message.Key, unkept, engine.Clock.GetUtcNow(), row => isLocked || following.Sends(row));
                }

                composing.Leave(session, person, delivery.Message.Key);
                return null;
            });
        }
        finally
        {
            loose.Add(from, composed?.Loose ?? unkept);
        }

        if (composed is null)
        {
            return "";
        }

        open.Drop(from, composed.Taken);

        // Whatever is kept nowhere is put back by whoever asked for it.
        var isLate = composed.Text.Length > 0 && !delivery.TryAnswer() && composed.Taken.Count > 0;
        foreach (var row in isLate ? await PutBack(delivery, from, person, composed) : composed.Rest)
        {
            open.PutAside(row);
        }

        return isLate ? "" : composed.Text;
    }

    private Task<IReadOnlyList<OutboxRow>> PutBack(Delivery delivery, Address from, long person, Composed composed) => engine.Writer.Write(from, session =>
        IsHere(session, from, person) ? composing.PutBack(session, from, person, delivery.Message.Key, composed) : []);

    // They may have been erased since their word was taken, or have moved with all that waits for them.
    private bool IsHere(Session session, Address from, long person) => person != 0 && engine.Conversations.IdOf(session, from) == person;

    /// <returns>What is said instead; null: it is let in.</returns>
    private async Task<string?> Refused(Address from, string said, IReadOnlyList<string>? pressed = null)
    {
        switch (engine.Admission.Of(from, said, engine.Admission.Erases(said, pressed)))
        {
            case Entry.Open:
                return null;
            case Entry.Tell:
                return engine.Refusals.OfNotice(await LanguageOf(from)).Text;
            default:
                return "";
        }
    }

    private async Task<string> InTheirs(Address from, string line) => words.Line(await LanguageOf(from) ?? Language, line);

    private Task<string?> LanguageOf(Address from) => engine.Writer.Write(null, session => engine.Conversations.Find(session, from)?.Conversation.Language);

    // Nothing is pushed to whoever has left, not even what was about to be.
    private async Task Leave(Address from, long person, WentAway left)
    {
        if (person != 0)
        {
            await engine.Turns.Take(from, left);
            await engine.Writer.Write(from, session =>
            {
                OutboxStore.RemoveAll(session, IsHere(session, from, person) ? person : 0);
                return true;
            });
        }

        loose.Take(from);
    }

    // Its words are the person's and are not kept: they are asked for them again.
    private async Task<string> Park(WeChatMessage message, Exception fault)
    {
        try
        {
            await engine.Writer.Write(null, session =>
            {
                ParkedStore.Put(session, new Parked("message", WeChatReader.Channel, message.Id is { } id ? $"{id}" : message.Event, engine.Clock.GetUtcNow(), fault.GetType().Name));
                return true;
            });
        }
        catch (StorageFault)
        {
            // The log has it.
        }

        return words.Line(Language, "fault.sorry");
    }
}
