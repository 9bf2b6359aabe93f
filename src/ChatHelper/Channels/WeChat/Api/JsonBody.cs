using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>Bodies of calls. Letters stand as they are: WeChat shows escaped ones to the person as the escape.</summary>
internal static class JsonBody
{
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>A text of a person's or of ours; half a letter becomes a mark. The writer's most lenient encoder still escapes emoji, so
    /// that this escapes by itself: what JSON asks for, and nothing else.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var sign in text)
        {
            _ = sign is '"' or '\\' ? escaped.Append('\\').Append(sign)
                : sign < ' ' ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}")
                : escaped.Append(sign);
        }

        json.WritePropertyName(name);
        json.WriteRawValue(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }
}
