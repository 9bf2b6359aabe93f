namespace Telegram.Bot.Types.Enums;

/// <summary>How marks inside a text are read; <see cref="None"/> is not sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParseMode>))]
public enum ParseMode
{
    None = 0,
    Markdown,
    Html,
    MarkdownV2,
}
