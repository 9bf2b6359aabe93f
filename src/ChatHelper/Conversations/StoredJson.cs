using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Core.Turns;

namespace ChatHelper.Conversations;

/// <summary>How conversations and replies stand on disk. Fields at their default are left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(FactSheetJson), typeof(FactJson)])]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Chinese stands as it is instead of as escapes: half the bytes. Nothing here becomes HTML.</summary>
    public static StoredJson Plain { get; } = new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
