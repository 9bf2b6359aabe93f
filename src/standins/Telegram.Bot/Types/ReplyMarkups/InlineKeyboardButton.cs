namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button: it sends data back, opens an address, or copies a text.</summary>
public class InlineKeyboardButton
{
    public InlineKeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }

    public string? Url { get; set; }

    /// <summary>1 to 64 bytes of UTF-8.</summary>
    public string? CallbackData { get; set; }

    public CopyTextButton? CopyText { get; set; }

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) => new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithCallbackData(string textAndCallbackData) =>
        WithCallbackData(textAndCallbackData, textAndCallbackData);

    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) => new(text) { CopyText = copyText };
}
