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

    public static int IdOf(JsonElement raw) => raw.GetProperty("update_id").GetInt32();
}
