using System.Globalization;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Papers;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Channels.Telegram;

/// <summary>Puts a reply into calls of the Bot API: plain text, cut where it is too long, then its documents, the buttons under the last.
/// What may have arrived before carries the mark, each part of it.</summary>
internal sealed class TelegramSender(ITelegramBotClient bot, TelegramWords words, FileMaker files, Func<long, bool>? protects = null)
{
    /// <summary>Whether a reply is one message, so that it can travel inside the answer to a webhook.</summary>
    public static bool IsOneMessage(Reply reply) => reply.Files.Count == 0 && reply.Text.Length <= TextParts.Longest && !string.IsNullOrWhiteSpace(reply.Text);

    /// <summary>The call for a reply that is one message.</summary>
    public SendMessageRequest Call(long chat, long person, Reply reply) =>
        new() { ChatId = chat, Text = reply.Text, ReplyMarkup = ReplyKeyboard.Of(reply, words), ProtectContent = Protects(person, reply) };

    /// <summary>Sends one part of a row.</summary>
    public async Task<Outcome> Send(OutboxRow row, int part)
    {
        var chat = long.Parse(row.Address.Id, CultureInfo.InvariantCulture);
        var reply = row.Reply;
        var mark = row.Doubtful ? words.Line(reply.Language, "outbox.doubtful") : "";
        try
        {
            if (IsOneMessage(reply))
            {
                return Outcome.Accepted.Whole with { Number = (await bot.SendRequest(new PlainSend(Call(chat, row.Person, reply with { Text = $"{mark}{reply.Text}" })))).Id };
            }

            List<string> texts = [.. TextParts.Of(reply.Text).Where(text => !string.IsNullOrWhiteSpace(text))];
            var last = texts.Count + reply.Files.Count - 1;
            long? number = part <= last ? await Send(chat, row, texts, part, mark, isLast: part == last) : null;
            return new Outcome.Accepted(More: part < last) { Number = number };
        }
        catch (RequestException failure)
        {
            return TelegramOutcome.Of(failure);
        }
    }

    private async Task<int> Send(long chat, OutboxRow row, List<string> texts, int part, string mark, bool isLast)
    {
        var reply = row.Reply;
        var keyboard = isLast ? ReplyKeyboard.Of(reply, words) : null;
        if (part < texts.Count)
        {
            return (await bot.SendMessage(chat, $"{mark}{texts[part]}", replyMarkup: keyboard, protectContent: Protects(row.Person, reply))).Id;
        }

        var file = reply.Files[part - texts.Count];
        if (file.CopyOf is { } source)
        {
            return await Copy(chat, row, source, mark.Length == 0 ? null : Under(mark, file.Text), keyboard);
        }

        _ = Show(chat);
        var made = await files.Make(file, reply.Language, row.Person);
        using var content = new MemoryStream(made.Bytes);
        var sent = await bot.SendDocument(chat, InputFile.FromStream(content, made.Name), caption: mark.Length + made.Remark.Length == 0 ? null : Under(mark, made.Remark), replyMarkup: keyboard,
            protectContent: file.Export is null && protects?.Invoke(row.Person) == true);
        return sent.Id;
    }

    // Copied, never forwarded: a forwarded message names who wrote it. Without words of ours it keeps its own.
    private async Task<int> Copy(long chat, OutboxRow row, string source, string? under, InlineKeyboardMarkup? keyboard)
    {
        var at = source.Split('/');
        var copy = await bot.CopyMessage(
            chat, long.Parse(at[0], CultureInfo.InvariantCulture), int.Parse(at[1], CultureInfo.InvariantCulture),
            caption: under, replyMarkup: keyboard, protectContent: protects?.Invoke(row.Person) == true);
        return copy.Id;
    }

    private static string Under(string mark, string text) => TextParts.Of($"{mark}{text}", TextParts.MostUnder)[0];

    // Who locks their talk does not want it passed on from their screen; what they copy to others, and help, stays free. A code
    // is for paper alone.
    private bool Protects(long person, Reply reply) =>
        reply.Secret || (reply is { Copy: null, Step: not Reply.CrisisStep } && protects?.Invoke(person) == true);

    private async Task Show(long chat)
    {
        try
        {
            await bot.SendChatAction(chat, ChatAction.UploadDocument);
        }
        catch (RequestException)
        {
            // Only a sign that something is coming.
        }
    }
}
