namespace Telegram.Bot.Requests;

/// <summary>Sends a file.</summary>
public class SendDocumentRequest() : FileRequestBase<Message>("sendDocument")
{
    public required ChatId ChatId { get; set; }

    public required InputFile Document { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }

    public long? DirectMessagesTopicId { get; set; }

    public long? ReceiverUserId { get; set; }

    public string? CallbackQueryId { get; set; }

    public InputFile? Thumbnail { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool DisableContentTypeDetection { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    public string? MessageEffectId { get; set; }

    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }

    private protected override IEnumerable<InputFile?> Files => [Document, Thumbnail];
}
