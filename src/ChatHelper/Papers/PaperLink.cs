using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Core.Turns;

namespace ChatHelper.Papers;

/// <summary>A link that is good now.</summary>
/// <param name="Person">Whose papers.</param>
/// <param name="OpenedBy">Keyed hash of what the browser has that opened it; null: nobody did yet.</param>
internal sealed record PaperLink(byte[] Lookup, long Person, DateTimeOffset Until, byte[]? OpenedBy, byte[] Closed);

/// <summary>What stands closed behind a link.</summary>
/// <param name="Files">What the papers are made from.</param>
/// <param name="Language">Of the reply they went with; empty for the pack's first.</param>
internal sealed record LinkedPapers(IReadOnlyList<ReplyFile> Files, string Language);

[JsonSerializable(typeof(LinkedPapers))]
internal sealed partial class PaperLinkJson : JsonSerializerContext
{
    /// <summary>Chinese stands as it is; nothing here becomes HTML.</summary>
    public static PaperLinkJson Plain { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    });
}
