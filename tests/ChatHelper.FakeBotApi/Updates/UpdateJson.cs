using System.Buffers;
using System.Text.Json;
using ChatHelper.Fakes.Chats;

namespace ChatHelper.Fakes.Updates;

/// <summary>A press of a button under a message, which the server may no longer hold.</summary>
internal readonly record struct PressedButton(string CallbackId, long UserId, Chat Chat, int MessageId, string Data);

/// <summary>Update objects as the Bot API spells them.</summary>
internal static class UpdateJson
{
    public static byte[] OfMessage(int id, Message message) => Make(id, "message"u8, message, static (json, m) => m.Write(json));

    public static byte[] OfEdit(int id, Message message) => Make(id, "edited_message"u8, message, static (json, m) => m.Write(json));

    public static byte[] OfPress(int id, PressedButton press) => Make(id, "callback_query"u8, press, static (json, p) =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, p.CallbackId);
        p.Chat.WriteUser(json, "from"u8, p.UserId);
        json.WritePropertyName("message"u8);
        if (p.Chat.TryFind(p.MessageId, out var message))
        {
            lock (p.Chat.Gate)
            {
                message.Write(json);
            }
        }
        else
        {
            json.WriteStartObject();
            p.Chat.Write(json, "chat"u8);
            json.WriteNumber("message_id"u8, p.MessageId);
            json.WriteNumber("date"u8, 0); // an inaccessible message
            json.WriteEndObject();
        }
        json.WriteString("chat_instance"u8, p.Chat.Id.ToString());
        json.WriteString("data"u8, p.Data);
        json.WriteEndObject();
    });

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _own;

    private static byte[] Make<T>(int id, ReadOnlySpan<byte> kind, T what, Action<Utf8JsonWriter, T> write)
    {
        if (_own is null)
        {
            var made = new ArrayBufferWriter<byte>(1024);
            _own = (made, new Utf8JsonWriter(made, new JsonWriterOptions { SkipValidation = true }));
        }
        var (buffer, json) = _own.Value;
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteNumber("update_id"u8, id);
        json.WritePropertyName(kind);
        write(json, what);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
