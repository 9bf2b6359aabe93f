namespace Telegram.Bot.Requests;

/// <summary>Replaces the text of a message.</summary>
public class EditMessageTextRequest() : RequestBase<Message>("editMessageText")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public string? Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public InputRichMessage? RichMessage { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces the buttons of a message.</summary>
public class EditMessageReplyMarkupRequest() : RequestBase<Message>("editMessageReplyMarkup")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Sends a message again, without saying where it came from.</summary>
public class CopyMessageRequest() : RequestBase<MessageId>("copyMessage")
{
    public required ChatId ChatId { get; set; }

    public required ChatId FromChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public int? MessageThreadId { get; set; }

    public long? DirectMessagesTopicId { get; set; }

    public int? VideoStartTimestamp { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    public string? MessageEffectId { get; set; }

    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }
}

/// <summary>Deletes up to a hundred messages of a chat.</summary>
public class DeleteMessagesRequest() : RequestBase<bool>("deleteMessages")
{
    public required ChatId ChatId { get; set; }

    public required IEnumerable<int> MessageIds { get; set; }
}

/// <summary>Shows the bot at work.</summary>
public class SendChatActionRequest() : RequestBase<bool>("sendChatAction")
{
    public required ChatId ChatId { get; set; }

    public required ChatAction Action { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }
}
