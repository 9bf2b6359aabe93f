namespace Telegram.Bot.Json;

/// <summary>Seconds since 1970 as a UTC time. Zero, which the Bot API sends for a message it no longer has, is <c>default</c>.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt64() switch
        {
            0 => default,
            > 0 and <= 253_402_300_799 and var seconds => DateTime.UnixEpoch.AddSeconds(seconds),
            _ => throw new JsonException("A time before 1970 or after 9999."),
        };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == default ? 0 : (long)(value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);
}
