namespace Telegram.Bot.Types;

/// <summary>A chat: with one person, or a group of volunteers.</summary>
public class Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatType Type { get; set; }

    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>True for a supergroup with topics.</summary>
    public bool IsForum { get; set; }
}
