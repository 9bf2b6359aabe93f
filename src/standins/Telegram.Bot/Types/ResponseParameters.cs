namespace Telegram.Bot.Types;

/// <summary>What the Bot API adds to a refusal.</summary>
public class ResponseParameters
{
    /// <summary>The group became the supergroup with this id.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the next try.</summary>
    public int? RetryAfter { get; set; }
}
