namespace Telegram.Bot.Types.Enums;

/// <summary>What a message carries; kinds we have no use for read as <see cref="Unknown"/>. Numbers are the library's.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MessageType>))]
public enum MessageType
{
    Unknown = 0,
    Text = 1,
    Photo = 2,
    Audio = 3,
    Video = 4,
    Voice = 5,
    Document = 6,
    Contact = 9,
    MigrateFromChatId = 25,
    MigrateToChatId = 26,
    Animation = 36,
}
