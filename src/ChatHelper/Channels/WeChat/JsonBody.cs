using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatHelper.Channels.WeChat;

/// <summary>Bodies of calls. Letters stand as they are: WeChat shows escaped ones to the person as the escape.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>A text of a person's or of ours; half a letter becomes a mark.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text) => json.WriteString(name, Encoding.UTF8.GetBytes(text));
}
