using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.Web;

/// <summary>What the page posts: a text, or choices of a question. The key is made by the page, once for each word.</summary>
internal sealed record SayForm(string? Key, string? Seen, string? Text, int? Version, string? Step, IReadOnlyList<string>? Choices)
{
    public override string ToString() => nameof(SayForm);
}

internal sealed record RecoverForm(string? Code)
{
    public override string ToString() => nameof(RecoverForm);
}

internal sealed record QrForm(string? Text)
{
    public override string ToString() => nameof(QrForm);
}

/// <summary>A reply as the page gets it. The id is a text: it is larger than a number of a browser can be.</summary>
/// <param name="Reply">What is said; its files stand beside it, made.</param>
internal sealed record ShownReply(string? Id, Reply Reply, IReadOnlyList<ShownFile> Files);

/// <summary>A file as the page gets it: the page makes it into one that can be saved, so that no address of it exists.</summary>
/// <param name="Text">Of a text file; shown as it stands.</param>
/// <param name="Bytes">Of any other file, in base 64.</param>
/// <param name="Remark">What the person must know about it; empty for nothing.</param>
internal sealed record ShownFile(string Name, string Mime, string? Text, byte[]? Bytes, string Remark)
{
    /// <summary>Language that the text is written in; null: that of the reply.</summary>
    public string? Language { get; init; }

    public override string ToString() => nameof(ShownFile);
}

/// <summary>The answer to a post. Replies come over the stream; only the last words to an erased person come here.</summary>
/// <param name="Who">Whose conversation the post went to; a page that listens to another one connects anew.</param>
/// <param name="Erased">Nothing is kept any more.</param>
/// <param name="Replies">The last words.</param>
internal sealed record SayAnswer(string Who, bool Erased, IReadOnlyList<ShownReply> Replies)
{
    /// <summary>What was said should not stay on the screen.</summary>
    public bool Hides { get; init; }
}

/// <summary>Nobody new is taken in now.</summary>
/// <param name="Busy">What the person reads; the page sends the same again later.</param>
internal sealed record BusyAnswer(string Busy);

internal sealed record WhoEvent(string Who);

[JsonSerializable(typeof(SayForm))]
[JsonSerializable(typeof(RecoverForm))]
[JsonSerializable(typeof(QrForm))]
[JsonSerializable(typeof(ShownReply))]
[JsonSerializable(typeof(SayAnswer))]
[JsonSerializable(typeof(BusyAnswer))]
[JsonSerializable(typeof(WhoEvent))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class WebJson : JsonSerializerContext
{
    /// <summary>Chinese stands as it is: half the bytes. For answers read by a script alone.</summary>
    public static WebJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
