using System.Text.Json;
using ChatHelper.Fakes.Chats;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Methods;

internal sealed class Editing(World world)
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public ValueTask EditMessageText(Call call)
    {
        var text = call.Arguments.String("text"u8);
        var entities = call.Arguments.Json("entities"u8);
        if (TextRules.Fault(text, entities, call.Arguments.String("parse_mode"u8)) is { } fault)
        {
            call.Refuse(fault);
        }
        else
        {
            Edit(call, message => message.Document is not null ? "there is no text in the message to edit" : null, text, entities.ToArray());
        }
        return default;
    }

    public ValueTask EditMessageReplyMarkup(Call call)
    {
        Edit(call, static _ => null, text: null, default);
        return default;
    }

    public ValueTask AnswerCallbackQuery(Call call)
    {
        var id = call.Arguments.String("callback_query_id"u8);
        var text = call.Arguments.String("text"u8);
        if (text?.Length > 200)
        {
            call.Refuse("MESSAGE_TOO_LONG");
        }
        else if (world.Callbacks.Answer(id) is { } chatId)
        {
            world.Enter(call, LedgerKind.Answered, chatId, text, callbackId: id);
            call.Answer.True();
        }
        else
        {
            call.Refuse("query is too old and response timeout expired or query ID is invalid");
        }
        return default;
    }

    public ValueTask DeleteMessage(Call call)
    {
        if (world.TryChat(call, out var chat))
        {
            var id = call.Arguments.Whole("message_id"u8, 0);
            if (!chat.TryFind(id, out _))
            {
                call.Refuse("message to delete not found");
            }
            else
            {
                Delete(call, chat, [id]);
            }
        }
        return default;
    }

    public ValueTask DeleteMessages(Call call)
    {
        if (!world.TryChat(call, out var chat))
        {
            return default;
        }
        var given = call.Arguments.Json("message_ids"u8);
        if (given.IsEmpty)
        {
            call.Refuse("message identifiers are not specified");
            return default;
        }
        using var document = JsonDocument.Parse(given);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            call.Refuse("expected an Array of message identifiers");
        }
        else if (document.RootElement.GetArrayLength() > 100)
        {
            call.Refuse("too many message identifiers specified");
        }
        else if (document.RootElement.GetArrayLength() == 0)
        {
            call.Refuse("message identifiers are not specified");
        }
        else
        {
            Delete(call, chat, [.. document.RootElement.EnumerateArray().Select(id => id.GetInt32())]);
        }
        return default;
    }

    private void Delete(Call call, Chat chat, int[] ids)
    {
        var oldest = (world.Clock.GetUtcNow() - DeletableFor).ToUnixTimeSeconds();
        if (ids.Any(id => chat.TryFind(id, out var message) && message.Date <= oldest))
        {
            call.Refuse("message can't be deleted for everyone");
            return;
        }
        foreach (var id in ids)
        {
            if (chat.TryFind(id, out var message))
            {
                chat.Delete(id);
                world.Enter(call, LedgerKind.Deleted, message);
            }
        }
        call.Answer.True();
    }

    private void Edit(Call call, Func<Message, string?> fault, string? text, ReadOnlyMemory<byte> entities)
    {
        var a = call.Arguments;
        var markup = a.Json("reply_markup"u8).ToArray();
        if (!world.TryChat(call, out var chat))
        {
            return;
        }
        if (!chat.TryFind(a.Whole("message_id"u8, 0), out var message))
        {
            call.Refuse("message to edit not found");
            return;
        }
        if ((message.FromBot ? Keyboard.Fault(markup, inlineOnly: true) ?? fault(message) : "message can't be edited") is { } wrong)
        {
            call.Refuse(wrong);
            return;
        }
        lock (chat.Gate)
        {
            var sameText = text is null || (text == message.Text && entities.Span.SequenceEqual(message.Entities.Span));
            if (sameText && Inline(markup).SequenceEqual(Inline(message.ReplyMarkup.Span)))
            {
                call.Refuse(NotModified);
                return;
            }
            if (text is not null)
            {
                (message.Text, message.Entities) = (text, entities);
            }
            (message.ReplyMarkup, message.EditDate) = (markup, world.Clock.GetUtcNow().ToUnixTimeSeconds());
            message.Write(call.Answer.Result());
        }
        chat.Keyboard(message);
        world.Enter(call, LedgerKind.Edited, message);
        chat.Heard?.Invoke(message);
    }

    // An inline keyboard without rows is no keyboard.
    private static ReadOnlySpan<byte> Inline(ReadOnlySpan<byte> markup) => markup.SequenceEqual("""{"inline_keyboard":[]}"""u8) ? default : markup;
}
