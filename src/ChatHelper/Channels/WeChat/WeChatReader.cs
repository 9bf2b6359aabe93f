using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.WeChat;

/// <summary>What a message is to us.</summary>
internal abstract record WeChatReading
{
    /// <summary>Nothing to take and nothing to say.</summary>
    public sealed record Nothing : WeChatReading
    {
        public static Nothing Instance { get; } = new();
    }

    /// <summary>It can be taken as it is.</summary>
    public sealed record Whole(Incoming Incoming) : WeChatReading
    {
        public override string ToString() => nameof(Whole);
    }

    /// <summary>A file that must be fetched first.</summary>
    public sealed record WithFile(SentFile File) : WeChatReading
    {
        public override string ToString() => nameof(WithFile);
    }

    /// <summary>They follow us no more.</summary>
    public sealed record Left(WentAway Incoming) : WeChatReading;

    /// <summary>Nothing that we could read: a place, a card, a link.</summary>
    public sealed record Unreadable : WeChatReading
    {
        public static Unreadable Instance { get; } = new();
    }
}

/// <summary>Reads messages. Never throws for anything WeChat can deliver.</summary>
internal static class WeChatReader
{
    public const string Channel = "wechat";

    // The same word with which a talk begins elsewhere.
    private const string Begin = "/start";

    public static Address At(string openId) => new(Channel, openId);

    /// <param name="key">Of the message, as it may stand on disk.</param>
    /// <param name="fetches">Files can be fetched; of a voice that cannot be there are still the words that WeChat heard.</param>
    public static WeChatReading Read(WeChatMessage message, string key, bool fetches) => message switch
    {
        { IsEvent: true } => OfEvent(message, key),
        { Type: "voice", Recognition.Length: > 0 } when !fetches => new WeChatReading.Whole(new Said(Channel, key, message.Recognition)),
        { Type: "text" } => new WeChatReading.Whole(new Said(Channel, key, message.Text)),
        { Type: "image" or "voice" or "video" or "shortvideo" or "file", MediaId.Length: > 0 } => new WeChatReading.WithFile(
            new SentFile(At(message.FromUser), key, message.MediaId, message.FileName ?? Name(message), 0, message.Recognition)),
        _ => WeChatReading.Unreadable.Instance,
    };

    private static WeChatReading OfEvent(WeChatMessage message, string key) => message.Event switch
    {
        "subscribe" => new WeChatReading.Whole(new Said(Channel, key, Begin)),
        "unsubscribe" => new WeChatReading.Left(new WentAway(Channel, key)),
        "CLICK" when message.EventKey.Length > 0 => new WeChatReading.Whole(new Pressed(Channel, key, null, null, [message.EventKey])),
        _ => WeChatReading.Nothing.Instance, // a scan, a page of the menu, and what WeChat may yet think of
    };

    private static string Name(WeChatMessage message) => message.Type switch
    {
        "image" => "image.jpg",
        "voice" => message.Format.Length is > 0 and < 8 && message.Format.All(char.IsAsciiLetter) ? $"voice.{message.Format.ToLowerInvariant()}" : "voice.amr",
        _ => "video.mp4",
    };
}
