using ChatHelper.Core.Turns;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatHelper.Channels.Telegram;

/// <summary>Buttons under a reply. Where several may be picked the picked ones stand in the buttons themselves, so that
/// nothing about them needs to be remembered.</summary>
internal static class ReplyKeyboard
{
    private const int ShortLabel = 14; // columns of a narrow screen's half; a Chinese character takes two
    private const int CopyLimit = 256;
    private const char Box = '\u2610';
    private const char Tick = '\u2611';

    public static InlineKeyboardMarkup? Of(Reply reply, TelegramWords words)
    {
        if (reply.Choices.Count == 0 && (reply.Copy is null || reply.Copy.Length > CopyLimit))
        {
            return null;
        }

        List<InlineKeyboardButton> buttons = new(reply.Choices.Count);
        var use = reply.Many ? ButtonUse.Open : ButtonUse.Choice;
        for (var i = 0; i < reply.Choices.Count; i++)
        {
            if (ButtonCode.Of(use, reply.Version, reply.Step, reply.Choices[i].Id) is { } code)
            {
                var label = $"{i + 1}. {reply.Choices[i].Text}";
                buttons.Add(InlineKeyboardButton.WithCallbackData(reply.Many ? $"{Box} {label}" : label, code));
            }
        }

        var rows = Rows(buttons);
        if (reply.Many && ButtonCode.Of(ButtonUse.Done, reply.Version, reply.Step, "") is { } done)
        {
            rows.Add([InlineKeyboardButton.WithCallbackData(words.Line(reply.Language, "telegram.done"), done)]);
        }

        if (reply.Copy is { Length: > 0 and <= CopyLimit } copy)
        {
            rows.Add([InlineKeyboardButton.WithCopyText(words.Line(reply.Language, "telegram.copy"), copy)]);
        }

        return new InlineKeyboardMarkup(rows);
    }

    /// <summary>The keyboard after a press on one of several. The button becomes what its presser meant: the same press once more
    /// changes nothing.</summary>
    public static InlineKeyboardMarkup Toggled(InlineKeyboardMarkup keyboard, string pressed) =>
        new(keyboard.InlineKeyboard.Select(row => row.Select(button => button.CallbackData == pressed ? Toggled(button) : button).ToList()).ToList());

    /// <summary>What is picked.</summary>
    public static IReadOnlyList<string> Picked(InlineKeyboardMarkup? keyboard) => [.. (keyboard?.InlineKeyboard ?? [])
        .SelectMany(row => row ?? [])
        .Select(button => ButtonCode.Read(button?.CallbackData))
        .Where(code => code is { Use: ButtonUse.Picked })
        .Select(code => code!.Choice)];

    private static InlineKeyboardButton Toggled(InlineKeyboardButton button)
    {
        var picked = button.CallbackData![0] == '-';
        return InlineKeyboardButton.WithCallbackData(
            $"{(picked ? Tick : Box)}{button.Text.AsSpan(1)}", $"{(picked ? '+' : '-')}{button.CallbackData.AsSpan(1)}");
    }

    private static List<List<InlineKeyboardButton>> Rows(List<InlineKeyboardButton> buttons)
    {
        var columns = buttons.Count > 3 && buttons.TrueForAll(button => Columns(button.Text) <= ShortLabel) ? 2 : 1;
        return [.. buttons.Chunk(columns).Select(row => row.ToList())];
    }

    private static int Columns(string label) => label.Sum(letter => letter < '\u2E80' ? 1 : 2);
}
