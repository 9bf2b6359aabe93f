namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>What WeChat delivered: words, a picture, a voice, an event. What a kind does not have is empty.</summary>
internal sealed record WeChatMessage
{
    /// <summary>Our account.</summary>
    public required string ToUser { get; init; }

    /// <summary>OpenID of the person: theirs with our account alone, and personal.</summary>
    public required string FromUser { get; init; }

    /// <summary>When WeChat took it, in whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>text</c>, <c>image</c>, <c>voice</c>, <c>event</c>, …; may be one that we do not know.</summary>
    public required string Type { get; init; }

    /// <summary>MsgId; events have none.</summary>
    public long? Id { get; init; }

    public string Text { get; init; } = "";

    public string MediaId { get; init; } = "";

    /// <summary>Where a picture lies; often plain http, so that it is fetched by <see cref="MediaId"/> instead.</summary>
    public string PicUrl { get; init; } = "";

    /// <summary>Of a voice: <c>amr</c>, <c>speex</c>.</summary>
    public string Format { get; init; } = "";

    /// <summary>What WeChat heard in a voice, where the account has that turned on.</summary>
    public string Recognition { get; init; } = "";

    /// <summary>Of a file.</summary>
    public string? FileName { get; init; }

    public string Event { get; init; } = "";

    public string EventKey { get; init; } = "";

    public bool IsEvent => Type == "event";

    /// <summary>The same for each delivery of the same message, and of no other. An event has no number, and one person may cause two in
    /// one second. Holds the OpenID of events: not for logs.</summary>
    public string Key => IsEvent ? $"e:{FromUser}:{At.ToUnixTimeSeconds()}:{Event}:{EventKey}" : $"m:{Id}";

    public override string ToString() => $"WeChat {Type}";
}
