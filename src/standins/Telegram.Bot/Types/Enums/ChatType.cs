namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of a chat.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ChatType>))]
public enum ChatType
{
    Private = 1,
    Group,
    Channel,
    Supergroup,
    Sender,
}
