using System.Text.Json;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Control;

/// <summary>Questions to the ledger.</summary>
internal sealed class LedgerRoutes(FakeBotApi fake)
{
    public bool Run(string route, Arguments a, Answer answer)
    {
        switch (route)
        {
            case "GET ledger":
                WriteEntries(answer.Result(), a.Number("chat_id"u8), a.String("kind"u8), a.Number("after"u8) ?? 0);
                return true;
            case "GET updates":
                WriteUpdates(answer.Result(), a.Number("chat_id"u8));
                return true;
            case "GET verdict":
                var judge = Judge.ByPattern(a.String("key"u8) ?? throw new FormatException("key is missing"), a.String("marker"u8));
                WriteVerdict(answer.Result(), judge.Verdict(fake.Ledger));
                return true;
            default:
                return false;
        }
    }

    private void WriteEntries(Utf8JsonWriter json, long? chatId, string? kind, long after)
    {
        json.WriteStartArray();
        foreach (var e in fake.Ledger.Entries)
        {
            if (e.Number <= after || (chatId is not null && e.ChatId != chatId) || (kind is not null && !kind.Equals(e.Kind.ToString(), StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }
            json.WriteStartObject();
            json.WriteNumber("number"u8, e.Number);
            json.WriteString("at"u8, e.At);
            json.WriteString("kind"u8, e.Kind.ToString());
            json.WriteString("method"u8, e.Method);
            json.WriteBoolean("in_webhook_answer"u8, e.InWebhookAnswer);
            json.WriteNumber("chat_id"u8, e.ChatId);
            json.WriteNumber("message_id"u8, e.MessageId);
            json.WriteNumber("thread_id"u8, e.ThreadId);
            json.WriteString("text"u8, e.Text);
            json.WriteString("reply_markup"u8, e.ReplyMarkup);
            json.WriteString("document_name"u8, e.DocumentName);
            json.WriteNumber("document_length"u8, e.DocumentLength);
            json.WriteString("callback_id"u8, e.CallbackId);
            json.WriteNumber("error_code"u8, e.ErrorCode);
            json.WriteString("error"u8, e.Error);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteUpdates(Utf8JsonWriter json, long? chatId)
    {
        json.WriteStartArray();
        foreach (var u in fake.Ledger.Updates.Where(u => chatId is null || u.ChatId == chatId))
        {
            json.WriteStartObject();
            json.WriteNumber("update_id"u8, u.UpdateId);
            json.WriteString("kind"u8, u.Kind);
            json.WriteNumber("chat_id"u8, u.ChatId);
            json.WriteString("text"u8, u.Text);
            json.WriteString("offered_at"u8, u.OfferedAt);
            json.WriteNumber("delivered"u8, u.Delivered);
            if (u.ConfirmedAt is { } confirmed)
            {
                json.WriteString("confirmed_at"u8, confirmed);
            }
            json.WriteBoolean("expired"u8, u.Expired);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteNumber("confirmed"u8, verdict.Confirmed);
        json.WriteNumber("answered"u8, verdict.Answered);
        json.WriteNumber("pending"u8, verdict.Pending);
        json.WriteNumber("expired"u8, verdict.Expired);
        Keys(json, "lost", verdict.Lost);
        Keys(json, "doubled", verdict.Doubled);
        Keys(json, "marked_doubles", verdict.MarkedDoubles);
        Keys(json, "strange", verdict.Strange);
        json.WriteEndObject();
    }

    private static void Keys(Utf8JsonWriter json, string name, IReadOnlyList<string> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys)
        {
            json.WriteStringValue(key);
        }
        json.WriteEndArray();
    }
}
