namespace Telegram.Bot.Types;

/// <summary>Which message is answered.</summary>
public class ReplyParameters
{
    public int? MessageId { get; set; }

    public ChatId? ChatId { get; set; }

    /// <summary>Send anyway when the answered message is gone.</summary>
    public bool AllowSendingWithoutReply { get; set; }

    public static implicit operator ReplyParameters(int replyToMessageId) => new() { MessageId = replyToMessageId };

    public static implicit operator ReplyParameters?(Message? msg) =>
        msg is null ? null : new ReplyParameters { MessageId = msg.Id, ChatId = msg.Chat.Id };
}

/// <summary>Whether a link in the text gets a picture.</summary>
public class LinkPreviewOptions
{
    /// <summary>No preview.</summary>
    public static readonly LinkPreviewOptions Disabled = new() { IsDisabled = true };

    public bool IsDisabled { get; set; }

    public string? Url { get; set; }
}

/// <summary>Terms of a post offered to a channel; here only because the parameter lists have it.</summary>
public class SuggestedPostParameters
{
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? SendDate { get; set; }
}

/// <summary>A text in rich layout; here only because the parameter lists have it.</summary>
public class InputRichMessage
{
    public string? Html { get; set; }

    public string? Markdown { get; set; }
}
