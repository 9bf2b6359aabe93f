namespace Telegram.Bot.Types;

/// <summary>A person or a bot.</summary>
public class User
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    public bool IsBot { get; set; }

    public string FirstName { get; set; } = default!;

    public string? LastName { get; set; }

    public string? Username { get; set; }

    /// <summary>IETF tag of the person's client, such as <c>zh-hans</c>.</summary>
    public string? LanguageCode { get; set; }
}
