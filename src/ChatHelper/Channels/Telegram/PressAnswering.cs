using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Channels.Telegram;

/// <summary>What a pressed button shows: it stops spinning at once, and a used keyboard gives way to what was picked. None of
/// it matters to the conversation, so failures are only counted.</summary>
internal sealed class PressAnswering(ITelegramBotClient bot)
{
    private const int MostAtOnce = 2000;
    private int _underWay;
    private long _failures;

    /// <summary>Calls that failed since the start.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>Ends the spinning of a button.</summary>
    public void Answer(CallbackQuery query)
    {
        if (Volatile.Read(ref _underWay) < MostAtOnce)
        {
            _ = Try(bot.AnswerCallbackQuery(query.Id));
        }
    }

    /// <summary>Shows other buttons under a message.</summary>
    public Task Keyboard(Message message, InlineKeyboardMarkup keyboard) => Try(bot.EditMessageReplyMarkup(message.Chat.Id, message.Id, keyboard));

    /// <summary>Puts what was picked under the question, in place of the buttons.</summary>
    public void Show(Message message, string picked)
    {
        if (Volatile.Read(ref _underWay) < MostAtOnce)
        {
            var shown = $"{message.Text}\n\n\u2713 {picked}";
            _ = Try(message.Text is not null && shown.Length <= TextParts.Longest
                ? bot.EditMessageText(message.Chat.Id, message.Id, shown)
                : bot.EditMessageReplyMarkup(message.Chat.Id, message.Id, InlineKeyboardMarkup.Empty()));
        }
    }

    /// <summary>Takes away a message that holds a number or a code.</summary>
    public void Delete(Message message) => _ = Try(bot.DeleteMessages(message.Chat.Id, [message.Id]));

    private async Task Try(Task call)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await call;
        }
        catch (RequestException)
        {
            // "Not modified" and "query is too old" among them.
            Interlocked.Increment(ref _failures);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
