namespace Telegram.Bot.Json;

/// <summary>A file in a request: the id of one that Telegram holds, or the name of the part that carries the bytes.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputFile.FromFileId(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is InputFileStream stream ? $"attach://{stream.Part}" : value.ToString());
}
