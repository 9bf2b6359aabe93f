namespace Telegram.Bot.Json;

/// <summary>Enum members as the Bot API writes them; a name that is new to us reads as zero instead of failing the whole answer.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
{
    private static readonly (JsonEncodedText Name, TEnum Value)[] Known =
        [.. Enum.GetValues<TEnum>().Select(value => (JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}")), value))];

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        foreach (var (name, value) in Known)
        {
            if (reader.ValueTextEquals(name.EncodedUtf8Bytes))
            {
                return value;
            }
        }

        return default;
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        foreach (var known in Known)
        {
            if (EqualityComparer<TEnum>.Default.Equals(known.Value, value))
            {
                writer.WriteStringValue(known.Name);
                return;
            }
        }

        throw new JsonException($"{typeof(TEnum).Name} has no member {value}.");
    }
}
