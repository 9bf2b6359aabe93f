namespace Telegram.Bot.Types.Enums;

/// <summary>How a user stands to a chat. In a private chat <see cref="Kicked"/> means the person blocked the bot.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ChatMemberStatus>))]
public enum ChatMemberStatus
{
    Creator = 1,
    Administrator,
    Member,
    Left,
    Kicked,
    Restricted,
}
