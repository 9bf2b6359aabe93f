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
    WeChatOptions options, Engine engine, Composing composing, AnswerStore answers, LooseReplies loose, OpenAnswers open, WeChatWords words, LastLanguages languages, WaitingUpdates waiting, PushQuota quota,
    ILogger<MessageTaking> log)
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

    /// <summary>What a connection hears that cannot wait any longer. Where the answer follows by itself that is nothing, but for whom to call.</summary>
    public string Later(WeChatMessage message) => Urgent(message, options.Certified ? "" : "wechat.result");

    private async Task<string> Worded(Delivery delivery, Address from)
    {
        try
        {
            return await Taken(delivery, from);
        }
        catch (StorageFault fault)
        {
            WeChatLog.Storage(log, fault.Message);
            return Urgent(delivery.Message, "wechat.not-now");
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
        var (person, known) = await engine.Writer.Write(null, session =>
            engine.Conversations.IdOf(session, from) is { } id ? (id, answers.Find(session, id)) : (0, Answers.None));
        if (known.To(message.Key) is { } before)
        {
            return before;
        }

        var now = engine.Clock.GetUtcNow();
        if (message is { Type: "text" } && words.IsUnreadable(message.Text))
        {
            return await InTheirs(from, "wechat.unreadable");
        }

        if (message is { Type: "text" } && words.IsNext(message.Text, known.Offers || loose.HasOf(from) || (!options.Certified && open.IsLate(from))))
        {
            quota.Spoke(from, now);
            await open.Late(from);
            return await Composed(delivery, from, person, asked: true) is { Length: > 0 } more ? more
                : await InTheirs(from, await Waits(from) ? "wechat.nothing.human" : "wechat.nothing");
        }

        switch (WeChatReader.Read(message))
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

                var answer = await Composed(delivery, from, (await engine.Turns.Take(from, incoming)).Person);
                return answer.Length == 0 && incoming is Said && !delivery.IsLate && await Waits(from) ? await InTheirs(from, "wechat.passed-on") : answer;
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

    /// <param name="asked">They asked for what waits.</param>
    private async Task<string> Composed(Delivery delivery, Address from, long person, bool asked = false)
    {
        var composed = await engine.Writer.Write(from, session =>
        {
            if (!delivery.IsLate)
            {
                return composing.Compose(session, from, person, delivery.Message.Key, engine.Clock.GetUtcNow(), asked);
            }

            composing.Leave(session, person, delivery.Message.Key);
            return null;
        });
        if (composed is null)
        {
            return "";
        }

        if (composed.Text.Length > 0)
        {
            languages.Note(from, composed.First.Language);
        }

        open.Drop(from, composed.Taken);
        if (composed.Loose.Count > 0)
        {
            loose.Add(from, composed.Loose);
        }

        // Whatever is kept nowhere is put back by whoever asked for it.
        var isLate = composed.Text.Length > 0 && !delivery.TryAnswer() && composed.Taken.Count > 0;
        foreach (var row in isLate ? await engine.Writer.Write(from, session => composing.PutBack(session, from, person, delivery.Message.Key, composed)) : composed.Rest)
        {
            open.PutAside(row);
        }

        return isLate ? "" : composed.Text;
    }

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

    private async Task<string?> LanguageOf(Address from) => (await Talk(from))?.Language;

    // A human answers them, and cannot be heard before they ask.
    private async Task<bool> Waits(Address from) => !options.Certified && (await Talk(from))?.Mode == Mode.Human;

    private Task<Conversation?> Talk(Address from) => engine.Writer.Write(null, session => engine.Conversations.Find(session, from)?.Conversation);

    // Without a look at what is kept. Whoever cries for help is told whom to call, whatever else is amiss.
    private string Urgent(WeChatMessage message, string line)
    {
        var language = languages.Of(WeChatReader.At(message.FromUser)) ?? engine.Pack.Languages.Of(message.Text)?.Languages[0] ?? Language;
        var said = line.Length > 0 ? words.Line(language, line) : "";
        return engine.Admission.IsCry(message.Text) ? $"{engine.Refusals.OfDanger(language)}\n\n{said}".Trim() : said;
    }

    // Nothing is pushed to whoever has left, not even what was about to be.
    private async Task Leave(Address from, long person, WentAway left)
    {
        if (person != 0)
        {
            await engine.Turns.Take(from, left);
            await engine.Writer.Write(from, session =>
            {
                OutboxStore.RemoveAll(session, person);
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

        return Urgent(message, "fault.sorry");
    }
}
