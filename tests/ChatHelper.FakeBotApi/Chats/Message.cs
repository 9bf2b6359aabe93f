using System.Text;
using System.Text.Json;

namespace ChatHelper.Fakes.Chats;

/// <summary>A message as the server keeps it. Changes happen under its chat's lock.</summary>
internal sealed class Message
{
    public required Chat Chat { get; init; }
    public required int Id { get; init; }
    public required long Date { get; init; }
    public required long From { get; init; }
    public int Thread { get; init; }
    public string? Text { get; set; }
    public ReadOnlyMemory<byte> Entities { get; set; }
    public ReadOnlyMemory<byte> ReplyMarkup { get; set; }
    public StoredFile? Document { get; init; }

    /// <summary>Members of the message object written as they are, for kinds the server has no field for.</summary>
    public string? OtherFields { get; init; }
    public long EditDate { get; set; }

    /// <summary>Clients may neither forward nor save it.</summary>
    public bool Protected { get; init; }

    /// <summary>True when it carries buttons, not a removal of them.</summary>
    public bool HasKeyboard => ReplyMarkup.Span.IndexOf("\"inline_keyboard\""u8) >= 0 || ReplyMarkup.Span.IndexOf("\"keyboard\""u8) >= 0;

    public bool FromBot => From == Chat.BotId;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id"u8, Id);
        if (Thread != 0)
        {
            json.WriteNumber("message_thread_id"u8, Thread);
            json.WriteBoolean("is_topic_message"u8, value: true);
        }
        Chat.WriteUser(json, "from"u8, From);
        Chat.Write(json, "chat"u8);
        json.WriteNumber("date"u8, Date);
        if (EditDate != 0)
        {
            json.WriteNumber("edit_date"u8, EditDate);
        }
        if (Document is not null)
        {
            Document.Write(json, "document"u8, withPath: false);
        }
        if (Text is not null)
        {
            json.WriteString(Document is null ? "text"u8 : "caption"u8, Text);
            WriteEntities(json);
        }
        if (ReplyMarkup.Span.IndexOf("\"inline_keyboard\""u8) >= 0)
        {
            json.WritePropertyName("reply_markup"u8);
            json.WriteRawValue(ReplyMarkup.Span, skipInputValidation: true);
        }
        if (OtherFields is not null)
        {
            using var fields = JsonDocument.Parse("{" + OtherFields + "}");
            foreach (var field in fields.RootElement.EnumerateObject())
            {
                field.WriteTo(json);
            }
        }
        json.WriteEndObject();
    }

    private void WriteEntities(Utf8JsonWriter json)
    {
        var name = Document is null ? "entities"u8 : "caption_entities"u8;
        if (!Entities.IsEmpty)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(Entities.Span, skipInputValidation: true);
        }
        else if (!FromBot && Text!.StartsWith('/'))
        {
            var end = Text.AsSpan().IndexOfAny(' ', '\n');
            json.WritePropertyName(name);
            json.WriteRawValue(Encoding.UTF8.GetBytes($$"""[{"offset":0,"length":{{(end < 0 ? Text.Length : end)}},"type":"bot_command"}]"""), skipInputValidation: true);
        }
    }
}
