using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Limits;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Takes a message and makes the words that answer it. Everything may be done again: a key is taken once, an answer that was
/// given is kept, and what waits is taken along by whichever answer comes first.</summary>
internal sealed class MessageTaking(
    WeChatOptions options, PushRight right, Engine engine, Gathering gathering, AnswerStore answers, LooseReplies loose, WeChatWords words, TheirWords theirs, WaitingUpdates waiting, PushQuota quota,
    ILogger<MessageTaking> log)
{
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

    /// <summary>What a connection hears that cannot wait any longer. Where the answer follows by itself that is nothing, but for whom to call.</summary>
    public string Later(WeChatMessage message) => theirs.AtOnce(message, right.Has ? "" : "wechat.result");

    /// <summary>The same where there was no time to look at what they wrote.</summary>
    public string Otherwise => right.Has ? "" : words.Line(engine.Pack.Lines.Languages[0], "wechat.result");

    private async Task<string> Worded(Delivery delivery, Address from)
    {
        try
        {
            return await Taken(delivery, from);
        }
        catch (StorageFault fault)
        {
            WeChatLog.Storage(log, fault.Message);
            return theirs.AtOnce(delivery.Message, "wechat.not-now");
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

        var reading = message is { Type: "text" } && words.IsUnreadable(message.Text) ? WeChatReading.Unreadable.Instance
            : WeChatReader.Read(message, OnDisk(message), fetches: options.Secret.Length > 0);
        switch (reading)
        {
            case WeChatReading.Nothing:
                return "";
            case WeChatReading.Left gone:
                await Leave(from, person, gone.Incoming);
                return "";
        }

        Heard(message, from, engine.Clock.GetUtcNow());
        if (await Refused(from, reading) is { } why)
        {
            return why;
        }

        if (!isLocked && message is { Type: "text" } && words.IsNext(message.Text, known.Offers || loose.HasOf(from) || (!right.Has && delivery.CameBehind)))
        {
            await delivery.Earlier;
            return await gathering.For(delivery, from, person, asked: true) is { Length: > 0 } more ? more
                : await theirs.Say(from, await theirs.WaitFor(from) ? "wechat.nothing.human" : "wechat.nothing");
        }

        switch (reading)
        {
            case WeChatReading.Whole { Incoming: var incoming }:
                if (await waiting.TakesBehind(from, incoming, () => engine.Admission.IsCry((incoming as Said)?.Text ?? "")))
                {
                    return await AfterWaiting(delivery, from);
                }

                var answer = await gathering.For(delivery, from, (await engine.Turns.Take(from, incoming)).Person);
                return answer.Length == 0 && incoming is Said && !delivery.IsLate && await theirs.WaitFor(from) ? await theirs.Say(from, "wechat.passed-on") : answer;
            case WeChatReading.WithFile { File: var file } when options.Secret.Length > 0:
                await waiting.Takes(from, new WaitingUpdate(file));
                return await AfterWaiting(delivery, from);
            case WeChatReading.WithFile:
                return await theirs.Say(from, "file.refused-account");
            default:
                return await theirs.Say(from, "wechat.unreadable");
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
        return await gathering.For(delivery, from, await engine.Writer.Write(null, session => engine.Conversations.IdOf(session, from) ?? 0));
    }

    /// <returns>What is said instead; null: it is let in.</returns>
    private async Task<string?> Refused(Address from, WeChatReading reading)
    {
        var (said, pressed) = reading switch
        {
            WeChatReading.Whole { Incoming: Said { Text: var text } } => (text, null),
            WeChatReading.Whole { Incoming: Pressed { Choices: var choices } } => ("", choices),
            WeChatReading.WithFile { File.Caption: var caption } => (caption, null),
            _ => ("", (IReadOnlyList<string>?)null),
        };
        switch (engine.Admission.Of(from, said, engine.Admission.Erases(said, pressed)))
        {
            case Entry.Open:
                return null;
            case Entry.Tell:
                return engine.Refusals.OfNotice(await theirs.LanguageOf(from)).Text;
            default:
                return "";
        }
    }

    // Nothing is pushed to whoever has left, not even what was about to be.
    private async Task Leave(Address from, long person, WentAway left)
    {
        if (person != 0)
        {
            await engine.Turns.Take(from, left);
            await engine.Writer.Write(from, session =>
            {
                OutboxStore.RemoveAll(session, gathering.IsHere(session, from, person) ? person : 0);
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

        return theirs.AtOnce(message, "fault.sorry");
    }
}
