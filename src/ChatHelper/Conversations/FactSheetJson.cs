using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Core.Facts;

namespace ChatHelper.Conversations;

/// <summary>Facts as rows <c>[name, state, raw, value, precision]</c>: a third of the bytes of named fields, and a
/// conversation is written at every turn.</summary>
internal sealed class FactSheetJson : JsonConverter<FactSheet>
{
    public override FactSheet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<KeyValuePair<string, Fact>> facts = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Read();
            var name = reader.GetString()!;
            facts.Add(KeyValuePair.Create(name, FactJson.ReadRest(ref reader)));
        }

        return FactSheet.Of(facts);
    }

    public override void Write(Utf8JsonWriter writer, FactSheet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (name, fact) in value)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            FactJson.WriteRest(writer, fact);
        }

        writer.WriteEndArray();
    }
}

/// <summary>One fact in the same row form, without its name.</summary>
internal sealed class FactJson : JsonConverter<Fact>
{
    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadRest(ref reader);

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        WriteRest(writer, value);
    }

    // Stands after '[' or after the name; takes the closing ']' too.
    public static Fact ReadRest(ref Utf8JsonReader reader)
    {
        reader.Read();
        var state = (FactState)reader.GetInt32();
        reader.Read();
        var raw = reader.GetString()!;
        reader.Read();
        var value = reader.GetString()!;
        reader.Read();
        var precision = (Precision)reader.GetInt32();
        reader.Read();
        return new Fact(state, raw, value, precision);
    }

    public static void WriteRest(Utf8JsonWriter writer, Fact fact)
    {
        writer.WriteNumberValue((int)fact.State);
        writer.WriteStringValue(fact.Raw);
        writer.WriteStringValue(fact.Value);
        writer.WriteNumberValue((int)fact.Precision);
        writer.WriteEndArray();
    }
}
