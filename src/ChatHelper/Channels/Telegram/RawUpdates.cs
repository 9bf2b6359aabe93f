using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatHelper.Channels.Telegram;

/// <summary>The same call as the library's, with each update still as it came.</summary>
internal sealed class RawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int? Limit { get; init; }

    public int? Timeout { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }

    /// <exception cref="JsonException">It has a shape that nobody foresaw.</exception>
    public static Update Read(JsonElement raw) => raw.Deserialize<Update>(JsonBotAPI.Options)!;

    /// <summary>The chat of a message or a press in it; null when none can be seen.</summary>
    public static long? ChatOf(JsonElement raw)
    {
        var message = Below(raw, "message") ?? Below(Below(raw, "callback_query"), "message");
        return Below(Below(message, "chat"), "id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var chat) ? chat : null;
    }

    private static JsonElement? Below(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var found) ? found : null;

    public static int IdOf(JsonElement raw) => raw.GetProperty("update_id").GetInt32();
}
