using System.Globalization;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Papers;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatHelper.Channels.Telegram;

/// <summary>Puts a reply into calls of the Bot API: plain text, cut where it is too long, then its documents, the buttons under the last.</summary>
internal sealed class TelegramSender(ITelegramBotClient bot, TelegramWords words, FileMaker files, Func<long, bool>? protects = null)
{
    /// <summary>Whether a reply is one message, so that it can travel inside the answer to a webhook.</summary>
    public static bool IsOneMessage(Reply reply) => reply.Files.Count == 0 && reply.Text.Length <= TextParts.Longest && !string.IsNullOrWhiteSpace(reply.Text);

    /// <summary>The call for a reply that is one message.</summary>
    public SendMessageRequest Call(long chat, Reply reply) => new() { ChatId = chat, Text = reply.Text, ReplyMarkup = ReplyKeyboard.Of(reply, words) };

    /// <summary>Sends one part of a row.</summary>
    public async Task<Outcome> Send(OutboxRow row, int part)
    {
        var chat = long.Parse(row.Address.Id, CultureInfo.InvariantCulture);
        var reply = row.Doubtful ? row.Reply with { Text = $"{words.Line(row.Reply.Language, "outbox.doubtful")}{row.Reply.Text}" } : row.Reply;
        try
        {
            if (IsOneMessage(reply))
            {
                return Outcome.Accepted.Whole with { Number = (await bot.SendRequest(new PlainSend(Call(chat, reply)))).Id };
            }

            List<string> texts = [.. TextParts.Of(reply.Text).Where(text => !string.IsNullOrWhiteSpace(text))];
            var last = texts.Count + reply.Files.Count - 1;
            long? number = part <= last ? await Send(chat, row with { Reply = reply }, texts, part, isLast: part == last) : null;
            return new Outcome.Accepted(More: part < last) { Number = number };
        }
        catch (RequestException failure)
        {
            return TelegramOutcome.Of(failure);
        }
    }

    private async Task<int> Send(long chat, OutboxRow row, List<string> texts, int part, bool isLast)
    {
        var reply = row.Reply;
        var keyboard = isLast ? ReplyKeyboard.Of(reply, words) : null;
        if (part < texts.Count)
        {
            return (await bot.SendMessage(chat, texts[part], replyMarkup: keyboard)).Id;
        }

        var file = reply.Files[part - texts.Count];
        _ = Show(chat);
        var made = await files.Make(file, reply.Language, row.Person);
        using var content = new MemoryStream(made.Bytes);
        var sent = await bot.SendDocument(chat, InputFile.FromStream(content, made.Name), caption: made.Remark.Length == 0 ? null : made.Remark, replyMarkup: keyboard,
            protectContent: file.Export is null && protects?.Invoke(row.Person) == true);
        return sent.Id;
    }

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
