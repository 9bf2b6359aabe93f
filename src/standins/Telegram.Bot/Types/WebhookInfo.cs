namespace Telegram.Bot.Types;

/// <summary>How updates are delivered at present.</summary>
public class WebhookInfo
{
    /// <summary>Empty when no webhook is set.</summary>
    public string Url { get; set; } = default!;

    public bool HasCustomCertificate { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int PendingUpdateCount { get; set; }

    public string? IpAddress { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? LastErrorDate { get; set; }

    public string? LastErrorMessage { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? LastSynchronizationErrorDate { get; set; }

    public int? MaxConnections { get; set; }

    public UpdateType[]? AllowedUpdates { get; set; }
}
