namespace Telegram.Bot.Types.Enums;

/// <summary>What an update carries; also the names given to <c>allowed_updates</c>. Only the kinds we take have a name here;
/// every other kind reads as <see cref="Unknown"/>. Numbers are the library's.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<UpdateType>))]
public enum UpdateType
{
    Unknown = 0,
    Message = 1,
    CallbackQuery = 4,
    EditedMessage = 5,
    MyChatMember = 12,
}
