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

    /// <summary>A shape that nobody foresaw; the reader of JSON has two words for it.</summary>
    public static bool IsUnforeseen(Exception fault) => fault is JsonException or NotSupportedException;

    /// <exception cref="JsonException">It has a shape that nobody foresaw.</exception>
    /// <exception cref="NotSupportedException">Likewise.</exception>
    public static Update Read(JsonElement raw) => raw.Deserialize<Update>(JsonBotAPI.Options) ?? throw new JsonException("No update.");

    /// <returns>Null when it has none that could be confirmed.</returns>
    public static int? IdOf(JsonElement raw) => Below(raw, "update_id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt32(out var known) ? known : null;

    /// <summary>The chat of a message or a press in it; null when none can be seen.</summary>
    public static long? ChatOf(JsonElement raw)
    {
        var message = Below(raw, "message") ?? Below(Below(raw, "callback_query"), "message");
        return Below(Below(message, "chat"), "id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var chat) ? chat : null;
    }

    private static JsonElement? Below(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var found) ? found : null;
}
