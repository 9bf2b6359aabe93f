using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using ChatHelper.Fakes.Chats;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Methods;

/// <summary>Checks that many methods share. Each refuses the call itself when it fails.</summary>
internal static class CallChecks
{
    public static bool TryChat(this World world, Call call, [NotNullWhen(true)] out Chat? chat)
    {
        if (!call.Arguments.Has("chat_id"u8))
        {
            chat = null;
            call.Refuse("chat_id is empty");
            return false;
        }
        if (world.Chats.TryFind(call.Arguments.Number("chat_id"u8), out chat))
        {
            return true;
        }
        call.Refuse("chat not found");
        return false;
    }

    /// <summary>reply_markup, message_thread_id and reply_parameters of anything sent.</summary>
    public static bool TryPlace(Call call, Chat chat, out int thread)
    {
        var a = call.Arguments;
        thread = a.Whole("message_thread_id"u8, 0);
        if (Keyboard.Fault(a.Json("reply_markup"u8).Span, inlineOnly: false) is { } fault)
        {
            call.Refuse(fault);
            return false;
        }
        if (thread != 0 && !chat.HasTopic(thread))
        {
            call.Refuse("message thread not found");
            return false;
        }
        if (a.Json("reply_parameters"u8) is { IsEmpty: false } reply)
        {
            using var document = JsonDocument.Parse(reply);
            var lenient = document.RootElement.TryGetProperty("allow_sending_without_reply"u8, out var allow) && allow.ValueKind == JsonValueKind.True;
            if (!lenient && (!document.RootElement.TryGetProperty("message_id"u8, out var id) || !chat.TryFind(id.GetInt64(), out _)))
            {
                call.Refuse("message to be replied not found");
                return false;
            }
        }
        return true;
    }

    /// <summary>An entry about a call, without its message.</summary>
    public static LedgerEntry Entry(this World world, Call call, LedgerKind kind, long chatId) => new()
    {
        At = world.Clock.GetUtcNow(), Kind = kind, Method = call.Method, InWebhookAnswer = call.InWebhookAnswer, ChatId = chatId,
    };

    /// <summary>Enters a call that concerns a message.</summary>
    public static void Enter(this World world, Call call, LedgerKind kind, Message message)
    {
        if (world.Ledger.Wanted)
        {
            world.Ledger.Add(world.Entry(call, kind, message.Chat.Id) with
            {
                MessageId = message.Id,
                ThreadId = message.Thread,
                Text = message.Text,
                ReplyMarkup = message.ReplyMarkup.IsEmpty ? null : Encoding.UTF8.GetString(message.ReplyMarkup.Span),
                DocumentName = message.Document?.Name,
                DocumentLength = message.Document?.Length ?? 0,
                Protected = message.Protected,
            });
        }
    }

    /// <summary>Enters any other call.</summary>
    public static void Enter(this World world, Call call, LedgerKind kind, long chatId, string? text = null, int messageId = 0, string? callbackId = null)
    {
        if (world.Ledger.Wanted)
        {
            world.Ledger.Add(world.Entry(call, kind, chatId) with { Text = text, MessageId = messageId, CallbackId = callbackId });
        }
    }
}
