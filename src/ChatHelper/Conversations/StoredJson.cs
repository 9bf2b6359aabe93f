using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Turns;

namespace ChatHelper.Conversations;

/// <summary>How conversations and replies stand on disk. Fields at their default are left out.</summary>
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(CaseFile))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(GivenFile))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Chinese stands as it is instead of as escapes: half the bytes. Nothing here becomes HTML.</summary>
    public static StoredJson Plain { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new FactSheetJson(), new FactJson() },
    });
}
