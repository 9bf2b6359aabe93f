namespace Telegram.Bot.Requests;

/// <summary>Opens a topic in a forum group.</summary>
public class CreateForumTopicRequest() : RequestBase<ForumTopic>("createForumTopic")
{
    public required ChatId ChatId { get; set; }

    public required string Name { get; set; }

    public int? IconColor { get; set; }

    public string? IconCustomEmojiId { get; set; }
}

/// <summary>Closes a topic.</summary>
public class CloseForumTopicRequest() : RequestBase<bool>("closeForumTopic")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageThreadId { get; set; }
}

/// <summary>Deletes a topic with all its messages.</summary>
public class DeleteForumTopicRequest() : RequestBase<bool>("deleteForumTopic")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageThreadId { get; set; }
}

/// <summary>Opens a closed topic again.</summary>
public class ReopenForumTopicRequest() : RequestBase<bool>("reopenForumTopic")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageThreadId { get; set; }
}
