using System.Globalization;
using ChatHelper.Conversations;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using ChatHelper.Desk;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using NodaTime;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatHelper.Channels.Telegram;

/// <summary>The volunteers' group as a second view of the desk: each case a topic. What is written there goes to the person, what
/// the person says stands there, and <c>/close</c> ends it.</summary>
internal sealed class VolunteerGroup(
    Engine engine, TelegramOptions options, TelegramClients clients, TelegramWords words, ILogger<VolunteerGroup> log)
{
    private const string Channel = "desk";
    private const int MarkLength = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly TopicStore _topics = new(engine.HandOvers);
    private readonly ITelegramBotClient _bot = clients.Sending;
    private readonly ChatId _group = options.VolunteerGroup!.Value;
    private readonly Pace _pace = options.Pace;
    private int _failures;

    /// <summary>Takes what a volunteer wrote.</summary>
    public async Task Take(Message message, string key)
    {
        if (message is not { MessageThreadId: { } thread, From.IsBot: false }
            || await engine.Writer.Write(null, session => _topics.Of(session, thread)) is not { } topic)
        {
            return;
        }

        engine.Surroundings.VolunteerSeen(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()));
        var to = await engine.Writer.Write(null, session => engine.Conversations.AddressOf(session, topic.Case.Person)!.Value);
        if (message.Text is { } command && command.StartsWith("/close", StringComparison.OrdinalIgnoreCase))
        {
            await Close(topic, to, key);
            return;
        }

        await Came(topic, to, message.From);
        if (message.Text is { } text)
        {
            await engine.Turns.Take(to, new VolunteerSaid(Channel, $"telegram:{key}", Pseudonym, text));
            await engine.Writer.Write(null, session => Note(session, topic.Case, message.From, "replied"));
        }
        else if (to.Channel == UpdateReader.Channel && IsMedia(message))
        {
            var shown = new ReplyFile("", "", message.Caption ?? "") { CopyOf = string.Create(CultureInfo.InvariantCulture, $"{message.Chat.Id}/{message.Id}") };
            await engine.Turns.Take(to, new VolunteerShowed(Channel, $"telegram:{key}", shown));
            await engine.Writer.Write(null, session => Note(session, topic.Case, message.From, "showed something in"));
        }
    }

    // What can carry words, and with them the mark of a repetition.
    private static bool IsMedia(Message message) =>
        message is { Photo: not null } or { Document: not null } or { Video: not null } or { Animation: not null } or { Audio: not null } or { Voice: not null };

    /// <summary>Shows new cases and words until it is stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, engine.Clock);
        try
        {
            do
            {
                await TryShow(stop);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The host ends.
        }
    }

    private async Task TryShow(CancellationToken stop)
    {
        try
        {
            foreach (var one in await engine.Writer.Write(null, _topics.New))
            {
                await Open(one);
            }

            foreach (var news in await engine.Writer.Write(null, _topics.News))
            {
                await Show(news);
            }

            _failures = 0;
        }
        catch (Exception fault) when (fault is RequestException or StorageFault)
        {
            TelegramLog.Volunteers(log, TelegramOutcome.Words(fault));
            var wait = fault is ApiRequestException { Parameters.RetryAfter: { } asked } ? asked : Math.Min(60, 1 << Math.Min(_failures++, 6));
            await Task.Delay(TimeSpan.FromSeconds(wait), engine.Clock, stop);
        }
    }

    // The title tells nothing of the person: titles stand in every member's list of chats.
    private async Task Open(Case one)
    {
        var topic = await _bot.CreateForumTopic(_group, $"{words.Line("", "telegram.topic")} {one.Id[..4]}");
        await engine.Writer.Write(null, session =>
        {
            TopicStore.Add(session, one.Id, topic.MessageThreadId, 0);
            return Note(session, one, null, "posted");
        });
        foreach (var part in TextParts.Of(Shown(one.Summary)).Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            await Post(topic.MessageThreadId, part);
        }
    }

    private async Task Show(TopicNews news)
    {
        foreach (var message in news.Messages)
        {
            foreach (var part in TextParts.Of(Shown(message.Text)).Where(part => !string.IsNullOrWhiteSpace(part)))
            {
                await Post(news.Topic.Thread, part);
            }

            await engine.Writer.Write(null, session =>
            {
                TopicStore.Shown(session, news.Topic.Case.Id, message.Id);
                return 0;
            });
        }
    }

    // Every member of the group reads it: whoever needs a number takes the case at the desk.
    private string Shown(string text)
    {
        var parts = TextPart.Of(text);
        var shown = string.Concat(parts.Select(part => part.Shown));
        return parts.All(part => part.Kind == Hidden.Nothing) ? shown : $"{shown}\n{words.Line("", "telegram.masked")}";
    }

    // One group takes few messages a minute.
    private async Task Post(int thread, string text)
    {
        await _bot.SendMessage(_group, text, messageThreadId: thread);
        if (_pace.PerGroup > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 / _pace.PerGroup), engine.Clock);
        }
    }

    // Who has it but was not announced, as the program ended in between, is announced now.
    private async Task Came(Topic topic, Address to, User volunteer)
    {
        var by = $"telegram:{Pseudonym}-{Mark(volunteer)}";
        var claimed = await engine.Writer.Write(null, session =>
        {
            if (engine.HandOvers.Claim(session, topic.Case.Id, by))
            {
                Note(session, topic.Case, volunteer, "took");
            }

            return engine.HandOvers.Find(session, topic.Case.Id) is { State: CaseState.Claimed, Announced: false } one && one.ClaimedBy == by ? one : null;
        });
        if (claimed is not null)
        {
            await engine.Turns.Take(to, claimed.Came(Pseudonym));
        }
    }

    private async Task Close(Topic topic, Address to, string key)
    {
        await engine.Turns.Take(to, new VolunteerLeft(Channel, $"telegram:{key}"));
        try
        {
            await _bot.CloseForumTopic(_group, topic.Thread);
        }
        catch (RequestException fault)
        {
            TelegramLog.Volunteers(log, TelegramOutcome.Words(fault));
        }
    }

    // The account's number would name its owner; a keyed hash still tells two of them apart.
    private bool Note(Session session, Case one, User? member, string what)
    {
        engine.Audit.Write(session, one.Person, engine.Clock.GetUtcNow(), member is null ? "group" : $"group {Mark(member)}", $"{what} {one.Id}");
        return true;
    }

    private string Mark(User member) => Convert.ToHexStringLower(engine.Seal.Lookup("telegram-volunteer", $"{member.Id}"))[..MarkLength];

    // Volunteers stay unnamed: their own account says too much.
    private string Pseudonym => words.Line("", "telegram.volunteer");
}
