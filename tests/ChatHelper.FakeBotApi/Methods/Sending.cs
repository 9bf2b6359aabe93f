using System.Text.Json;
using ChatHelper.Fakes.Chats;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Methods;

internal sealed class Sending(World world)
{
    private const int LargestUpload = 50 << 20;

    public ValueTask SendMessage(Call call)
    {
        var a = call.Arguments;
        var text = a.String("text"u8);
        var entities = a.Json("entities"u8);
        if (TextRules.Fault(text, entities, a.String("parse_mode"u8)) is { } fault)
        {
            call.Refuse(fault);
        }
        else if (world.TryChat(call, out var chat) && CallChecks.TryPlace(call, chat, out var thread))
        {
            Post(call, chat, thread, text, entities, document: null);
        }
        return default;
    }

    public ValueTask SendDocument(Call call)
    {
        var a = call.Arguments;
        var caption = a.String("caption"u8);
        var entities = a.Json("caption_entities"u8);
        var given = a.String("document"u8);
        var field = given?.StartsWith("attach://", StringComparison.Ordinal) == true ? given["attach://".Length..] : "document";
        var upload = a.Files.FirstOrDefault(f => f.Field == field);
        if (TextRules.CaptionFault(caption, entities, a.String("parse_mode"u8)) is { } fault)
        {
            call.Refuse(fault);
        }
        else if (upload is null && string.IsNullOrEmpty(given))
        {
            call.Refuse("there is no document in the request");
        }
        else if (upload is { Bytes.Length: 0 })
        {
            call.Refuse("file must be non-empty");
        }
        else if (upload is { Bytes.Length: > LargestUpload })
        {
            call.Answer.Fail(413, "Request Entity Too Large");
        }
        else if (upload is null && world.Files.ById(given) is null)
        {
            call.Refuse("wrong remote file identifier specified: Wrong string length");
        }
        else if (world.TryChat(call, out var chat) && CallChecks.TryPlace(call, chat, out var thread))
        {
            var document = upload is null ? world.Files.ById(given)! : world.Files.Keep(upload.Name, upload.Mime ?? "application/octet-stream", upload.Bytes, world.Options.KeepLedger);
            Post(call, chat, thread, caption, entities, document);
        }
        return default;
    }

    public ValueTask CopyMessage(Call call)
    {
        var a = call.Arguments;
        if (!world.TryChat(call, out var chat) || !CallChecks.TryPlace(call, chat, out var thread))
        {
            return default;
        }
        if (!world.Chats.TryFind(a.Number("from_chat_id"u8), out var from) || !from.TryFind(a.Whole("message_id"u8, 0), out var source))
        {
            call.Refuse("message to copy not found");
            return default;
        }
        var text = source.Document is null ? source.Text : a.String("caption"u8) ?? source.Text;
        var copy = chat.Post(world.Bot.Id, world.Clock.GetUtcNow(), text, thread, source.Entities, a.Json("reply_markup"u8).ToArray(), source.Document, source.OtherFields, IsProtected(a));
        world.Enter(call, LedgerKind.Sent, copy);
        chat.Heard?.Invoke(copy);
        var json = call.Answer.Result();
        json.WriteStartObject();
        json.WriteNumber("message_id"u8, copy.Id);
        json.WriteEndObject();
        return default;
    }

    public ValueTask SendChatAction(Call call)
    {
        var action = call.Arguments.String("action"u8);
        if (action is not ("typing" or "upload_photo" or "record_video" or "upload_video" or "record_voice" or "upload_voice" or "upload_document" or "choose_sticker" or "find_location" or "record_video_note" or "upload_video_note"))
        {
            call.Refuse("wrong parameter action in request");
        }
        else if (world.TryChat(call, out var chat))
        {
            world.Enter(call, LedgerKind.Called, chat.Id, action);
            call.Answer.True();
        }
        return default;
    }

    private void Post(Call call, Chat chat, int thread, string? text, ReadOnlyMemory<byte> entities, StoredFile? document)
    {
        var markup = call.Arguments.Json("reply_markup"u8);
        // The body's buffer is used again by the next call: what the message keeps is copied.
        var message = chat.Post(world.Bot.Id, world.Clock.GetUtcNow(), text, thread, entities.ToArray(), markup.ToArray(), document, isProtected: IsProtected(call.Arguments));
        world.Enter(call, LedgerKind.Sent, message);
        chat.Heard?.Invoke(message);
        Write(message, call.Answer.Result());
    }

    private static bool IsProtected(Arguments a) => a.Flag("protect_content"u8) == true;

    private static void Write(Message message, Utf8JsonWriter json)
    {
        lock (message.Chat.Gate)
        {
            message.Write(json);
        }
    }
}
