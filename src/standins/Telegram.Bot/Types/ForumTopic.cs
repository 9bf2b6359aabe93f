namespace Telegram.Bot.Types;

/// <summary>A topic of a forum group.</summary>
public class ForumTopic
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int MessageThreadId { get; set; }

    public string Name { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int IconColor { get; set; }

    public string? IconCustomEmojiId { get; set; }
}
