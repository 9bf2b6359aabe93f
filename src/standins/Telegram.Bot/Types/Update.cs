namespace Telegram.Bot.Types;

/// <summary>One thing that happened, as the Bot API delivers it.</summary>
public class Update
{
    /// <summary>The delivery key: rising, but not without gaps, and random again after a quiet week.</summary>
    [JsonPropertyName("update_id"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    public Message? Message { get; set; }

    public Message? EditedMessage { get; set; }

    public CallbackQuery? CallbackQuery { get; set; }

    public ChatMemberUpdated? MyChatMember { get; set; }

    /// <summary>Which of the properties is set; <see cref="UpdateType.Unknown"/> for a kind we do not take.</summary>
    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        _ => UpdateType.Unknown,
    };
}
