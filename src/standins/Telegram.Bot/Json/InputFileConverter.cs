namespace Telegram.Bot.Json;

/// <summary>A file in a request: the id of one that Telegram holds, or the name of the part that carries the bytes.</summary>
internal sealed class InputFileConverter<TFile> : JsonConverter<TFile> where TFile : InputFile
{
    public override TFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputFile.FromFileId(reader.GetString()!) as TFile ?? throw new JsonException("Bytes do not come in JSON.");

    public override void Write(Utf8JsonWriter writer, TFile value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is InputFileStream stream ? $"attach://{stream.Part}" : value.ToString());
}
