namespace ChatHelper.Fakes.Record;

/// <summary>What an entry of the ledger tells.</summary>
public enum LedgerKind
{
    /// <summary>A message was accepted from the bot.</summary>
    Sent,

    /// <summary>A message changed its text or keyboard.</summary>
    Edited,

    /// <summary>A callback query was answered.</summary>
    Answered,

    /// <summary>A message was deleted by the bot.</summary>
    Deleted,

    /// <summary>Any other accepted call (commands, topics, chat actions, webhook).</summary>
    Called,

    /// <summary>A call was refused with an error.</summary>
    Refused,
}

/// <summary>One thing the bot did, at the moment the server accepted or refused it. Never changed afterwards.</summary>
public sealed record LedgerEntry
{
    /// <summary>Order of acceptance, from 1.</summary>
    public long Number { get; init; }

    /// <summary>Time by the fake's clock, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public LedgerKind Kind { get; init; }

    /// <summary>The Bot API method, in the contract's spelling.</summary>
    public string Method { get; init; } = "";

    /// <summary>True when the call came in the body of a webhook answer.</summary>
    public bool InWebhookAnswer { get; init; }

    /// <summary>The chat, or 0.</summary>
    public long ChatId { get; init; }

    /// <summary>The message, or 0.</summary>
    public int MessageId { get; init; }

    /// <summary>The topic, or 0.</summary>
    public int ThreadId { get; init; }

    /// <summary>Text, caption, notice of a callback answer, or name of a topic.</summary>
    public string? Text { get; init; }

    /// <summary>The reply_markup as JSON.</summary>
    public string? ReplyMarkup { get; init; }

    /// <summary>The document's file name.</summary>
    public string? DocumentName { get; init; }

    /// <summary>The document's length in bytes.</summary>
    public int DocumentLength { get; init; }

    /// <summary>Clients may neither forward nor save the message.</summary>
    public bool Protected { get; init; }

    /// <summary>The callback query that was answered.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The error code of a refusal, or 0.</summary>
    public int ErrorCode { get; init; }

    /// <summary>The error description of a refusal.</summary>
    public string? Error { get; init; }
}

/// <summary>One update, from its offer to its end. The counts rise while the server runs.</summary>
public sealed class UpdateEntry
{
    /// <summary>The update_id.</summary>
    public int UpdateId { get; internal set; }

    /// <summary>message, edited_message or callback_query.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The chat it happened in.</summary>
    public long ChatId { get; init; }

    /// <summary>The message's text, the callback's data or the file's name.</summary>
    public string? Text { get; init; }

    /// <summary>When the person acted.</summary>
    public DateTimeOffset OfferedAt { get; init; }

    /// <summary>How often it was handed to the bot.</summary>
    public int Delivered => _delivered;

    /// <summary>When the bot confirmed it first (offset or 2xx).</summary>
    public DateTimeOffset? ConfirmedAt { get; internal set; }

    /// <summary>True when its life ended before the bot confirmed it.</summary>
    public bool Expired { get; internal set; }

    private int _delivered;

    internal void CountDelivery() => Interlocked.Increment(ref _delivered);
}
