using System.Globalization;
using ChatHelper.Channels.Waiting;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Channels.Telegram;

/// <summary>What an update is to us.</summary>
internal abstract record UpdateReading
{
    /// <summary>Nothing.</summary>
    public sealed record Ignored : UpdateReading
    {
        public static Ignored Instance { get; } = new();
    }

    /// <summary>It can be taken as it is.</summary>
    public sealed record Whole(Address From, Incoming Incoming) : UpdateReading;

    /// <summary>A file that must be fetched first.</summary>
    public sealed record WithFile(SentFile File) : UpdateReading;

    /// <summary>One of several was marked or unmarked: the keyboard changes, the conversation does not.</summary>
    public sealed record Toggled(Address From, Message Message, string Data) : UpdateReading;

    /// <summary>Something in the volunteers' group.</summary>
    public sealed record OfVolunteers(Message Message, string Key) : UpdateReading;
}

/// <summary>Reads updates. Never throws for anything a person can send.</summary>
/// <param name="shown">The keyboard of a message as it is now; null: as the update has it.</param>
internal sealed class UpdateReader(CommandBook commands, long? volunteerGroup, Func<Message, InlineKeyboardMarkup?>? shown = null)
{
    public const string Channel = "telegram";

    public UpdateReading Read(Update update)
    {
        var key = update.Id.ToString(CultureInfo.InvariantCulture);
        return update switch
        {
            { Message: { Chat: { } chat } message } when chat.Id == volunteerGroup => new UpdateReading.OfVolunteers(message, key),
            { Message: { Chat.Type: ChatType.Private } message } => Numbered(OfMessage(message, key), message),
            { CallbackQuery: { From: not null } query } => Numbered(OfPress(query, key), query.Message),
            { MyChatMember: { Chat.Type: ChatType.Private, NewChatMember: ChatMemberBanned } left } => new UpdateReading.Whole(At(left.Chat.Id), new WentAway(Channel, key)),
            _ => UpdateReading.Ignored.Instance,
        };
    }

    public static Address At(long chat) => new(Channel, chat.ToString(CultureInfo.InvariantCulture));

    // A message that Telegram shows us no more has no time of its own: it is too old to be taken back.
    private static UpdateReading Numbered(UpdateReading reading, Message? message)
    {
        var number = message is null ? null : new ChannelMessage(message.Id, new DateTimeOffset(DateTime.SpecifyKind(message.Date, DateTimeKind.Utc)));
        return reading switch
        {
            UpdateReading.Whole whole => whole with { Incoming = whole.Incoming with { Message = number } },
            UpdateReading.WithFile { File: var file } => new UpdateReading.WithFile(file with { Message = number }),
            _ => reading,
        };
    }

    private UpdateReading OfMessage(Message message, string key)
    {
        var from = At(message.Chat.Id);
        UpdateReading File(FileBase file, string? name) =>
            new UpdateReading.WithFile(new SentFile(from, key, file.FileId, name ?? "", file.FileSize ?? 0, message.Caption ?? ""));
        return message switch
        {
            { Text: { } text } => new UpdateReading.Whole(from, OfText(text, key, message.From?.LanguageCode ?? "")),
            { Photo: [.., { } largest] } => File(largest, "photo.jpg"),
            { Animation: { } film } => File(film, film.FileName),
            { Document: { } document } => File(document, document.FileName),
            { Voice: { } voice } => File(voice, "voice.ogg"),
            { Video: { } video } => File(video, video.FileName ?? "video.mp4"),
            { Audio: { } audio } => File(audio, audio.FileName ?? "audio"),

            // Other people's numbers are not for us to hold: the person is told so like of a file that is not kept.
            { Contact: not null } => new UpdateReading.Whole(from, new Gave(Channel, key, new GivenFile("", "", "refused-contact", 0, ""), "")),
            _ => UpdateReading.Ignored.Instance,
        };
    }

    // A command of the menu is a slash and a word, perhaps with the bot's name and something after it.
    private Incoming OfText(string text, string key, string hint)
    {
        if (text is not ['/', _, ..] || text.Length > 100)
        {
            return new Said(Channel, key, text) { Hint = hint };
        }

        var word = text.AsSpan(1);
        var end = word.IndexOfAny(" @\n");
        var command = (end < 0 ? word : word[..end]).ToString().ToLowerInvariant();
        if (commands.Match($"/{command}") is null && commands.Ids.Contains(command))
        {
            return new Pressed(Channel, key, null, null, [command]);
        }

        // What is a command without a slash is one behind it: /delete is typed as readily as /erase.
        var bare = commands.Match($"/{command}") is null && commands.Match(command) is not null;
        return new Said(Channel, key, command.Length == 0 ? text : bare ? command : $"/{command}") { Hint = hint };
    }

    private UpdateReading OfPress(CallbackQuery query, string key)
    {
        if (query.Message is { Chat.Type: not ChatType.Private })
        {
            return UpdateReading.Ignored.Instance;
        }

        var from = At(query.Message?.Chat?.Id ?? query.From.Id);
        return ButtonCode.Read(query.Data) switch
        {
            // A button we cannot read is an old one: the answer says where the person stands.
            null => new UpdateReading.Whole(from, new Pressed(Channel, key, 0, "", [""])),
            { Use: ButtonUse.Choice } code => new UpdateReading.Whole(from, new Pressed(Channel, key, code.Version, code.Step, [code.Choice])),
            { Use: ButtonUse.Done } code => new UpdateReading.Whole(
                from, new Pressed(Channel, key, code.Version, code.Step, ReplyKeyboard.Picked(query.Message is { } asked && shown is not null ? shown(asked) : query.Message?.ReplyMarkup))),
            _ when query.Message is { ReplyMarkup: not null, Chat: not null } message => new UpdateReading.Toggled(from, message, query.Data!),
            _ => UpdateReading.Ignored.Instance,
        };
    }
}
