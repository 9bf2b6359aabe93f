namespace Telegram.Bot.Types;

/// <summary>A message. A text has <see cref="Text"/>; a file has a caption at most.</summary>
public class Message
{
    [JsonPropertyName("message_id"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    [JsonIgnore]
    public int MessageId => Id;

    /// <summary>The forum topic it stands in.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>The sender; null in channels.</summary>
    public User? From { get; set; }

    public Chat? SenderChat { get; set; }

    /// <summary>UTC; <c>default</c> when the message is no longer accessible to the bot.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    public Chat Chat { get; set; } = default!;

    public bool IsTopicMessage { get; set; }

    public Message? ReplyToMessage { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? EditDate { get; set; }

    /// <summary>Shared by the files of one album.</summary>
    public string? MediaGroupId { get; set; }

    public string? Text { get; set; }

    public MessageEntity[]? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    /// <summary>One picture in several sizes, the largest last.</summary>
    public PhotoSize[]? Photo { get; set; }

    public Video? Video { get; set; }

    public Voice? Voice { get; set; }

    public string? Caption { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }

    public Contact? Contact { get; set; }

    /// <summary>The group became the supergroup with this id.</summary>
    public long? MigrateToChatId { get; set; }

    public long? MigrateFromChatId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>What the message carries.</summary>
    [JsonIgnore]
    public MessageType Type => this switch
    {
        { Text: not null } => MessageType.Text,
        { Animation: not null } => MessageType.Animation,
        { Audio: not null } => MessageType.Audio,
        { Document: not null } => MessageType.Document,
        { Photo: not null } => MessageType.Photo,
        { Video: not null } => MessageType.Video,
        { Voice: not null } => MessageType.Voice,
        { Contact: not null } => MessageType.Contact,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        { MigrateFromChatId: not null } => MessageType.MigrateFromChatId,
        _ => MessageType.Unknown,
    };
}
