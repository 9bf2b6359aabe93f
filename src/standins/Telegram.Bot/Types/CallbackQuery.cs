namespace Telegram.Bot.Types;

/// <summary>A press of a button; it must be answered, or the button keeps spinning.</summary>
public class CallbackQuery
{
    public string Id { get; set; } = default!;

    public User From { get; set; } = default!;

    /// <summary>The message with the button; its date is <c>default</c> when it is too old to be accessible.</summary>
    public Message? Message { get; set; }

    public string? InlineMessageId { get; set; }

    public string ChatInstance { get; set; } = default!;

    /// <summary>What we put on the button.</summary>
    public string? Data { get; set; }
}
