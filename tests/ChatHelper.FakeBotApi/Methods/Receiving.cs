using System.Text.Json;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Record;
using ChatHelper.Fakes.Updates;
using ChatHelper.Fakes.Webhook;

namespace ChatHelper.Fakes.Methods;

/// <summary>getUpdates and the webhook, which exclude each other.</summary>
internal sealed class Receiving(World world)
{
    private const double PenaltySeconds = 3;
    private readonly Lock _gate = new();
    private (int Offset, long At) _previous = (-1, 0);
    private long _nextConflict;

    public async ValueTask GetUpdates(Call call)
    {
        if (world.Webhook.Setting is not null)
        {
            await ConflictAsync(call, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            return;
        }
        var a = call.Arguments;
        var offset = a.Whole("offset"u8, 0);
        var limit = Math.Clamp(a.Whole("limit"u8, 100), 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(a.Whole("timeout"u8, 0), 0, 50));
        Allow(a);
        lock (_gate)
        {
            var now = Environment.TickCount64;
            var again = offset == _previous.Offset;
            var since = now - _previous.At;
            if (again && timeout.TotalSeconds < PenaltySeconds && since < world.Scaled(PenaltySeconds).TotalMilliseconds)
            {
                timeout = world.Scaled(PenaltySeconds);
            }
            if (again && since < world.Scaled(0.5).TotalMilliseconds)
            {
                limit = 1;
            }
            _previous = (offset, now);
        }
        var (end, updates) = await world.Updates.PollAsync(offset, limit, timeout, call.Gone);
        switch (end)
        {
            case PollEnd.OtherPoller:
                await ConflictAsync(call, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
                break;
            case PollEnd.WebhookSet:
                await ConflictAsync(call, "Conflict: terminated by setWebhook request");
                break;
            default:
                Write(updates, call.Answer.Result());
                break;
        }
    }

    public ValueTask SetWebhook(Call call)
    {
        var a = call.Arguments;
        var url = a.String("url"u8);
        if (string.IsNullOrEmpty(url))
        {
            return DeleteWebhook(call);
        }
        var secret = a.String("secret_token"u8) ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != "https" && !address.IsLoopback))
        {
            call.Refuse("bad webhook: An HTTPS URL must be provided for webhook");
        }
        else if (secret.Length > 256)
        {
            call.Refuse("secret token is too long");
        }
        else if (!secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            call.Refuse("secret token contains unallowed characters");
        }
        else
        {
            Allow(a);
            var most = a.Whole("max_connections"u8, 40);
            var setting = new WebhookSetting(address, secret, most is < 1 or > 100 ? 40 : most);
            if (a.Flag("drop_pending_updates"u8) == true)
            {
                world.Updates.Drop();
            }
            var same = setting == world.Webhook.Setting;
            if (!same)
            {
                world.Webhook.Set(setting);
                world.Updates.EndPolling(PollEnd.WebhookSet);
            }
            world.Enter(call, LedgerKind.Called, chatId: 0, url);
            call.Answer.True(same ? "Webhook is already set" : "Webhook was set");
        }
        return default;
    }

    public ValueTask DeleteWebhook(Call call)
    {
        if (call.Arguments.Flag("drop_pending_updates"u8) == true)
        {
            world.Updates.Drop();
        }
        var was = world.Webhook.Setting is not null;
        world.Webhook.Set(setting: null);
        world.Enter(call, LedgerKind.Called, chatId: 0);
        call.Answer.True(was ? "Webhook was deleted" : "Webhook is already deleted");
        return default;
    }

    public ValueTask GetWebhookInfo(Call call)
    {
        var json = call.Answer.Result();
        var (setting, failure) = (world.Webhook.Setting, world.Webhook.LastFailure);
        json.WriteStartObject();
        json.WriteString("url"u8, setting?.Address.OriginalString ?? "");
        json.WriteBoolean("has_custom_certificate"u8, value: false);
        json.WriteNumber("pending_update_count"u8, world.Updates.Count);
        if (failure is { } last)
        {
            json.WriteNumber("last_error_date"u8, last.At.ToUnixTimeSeconds());
            json.WriteString("last_error_message"u8, last.Message);
        }
        if (setting is not null)
        {
            json.WriteNumber("max_connections"u8, setting.MaxConnections);
            json.WriteString("ip_address"u8, "127.0.0.1"u8);
        }
        if (world.Updates.Allowed is { } allowed)
        {
            json.WriteStartArray("allowed_updates"u8);
            foreach (var kind in allowed)
            {
                json.WriteStringValue(kind);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        return default;
    }

    // Left out keeps the previous setting; an empty list is everything.
    private void Allow(Arguments a)
    {
        if (a.Json("allowed_updates"u8) is { IsEmpty: false } given)
        {
            using var document = JsonDocument.Parse(given);
            var kinds = document.RootElement.EnumerateArray().Select(k => k.GetString()!).ToHashSet(StringComparer.Ordinal);
            world.Updates.Allowed = kinds.Count == 0 ? null : kinds;
        }
    }

    private async ValueTask ConflictAsync(Call call, string description)
    {
        var wait = TimeSpan.Zero;
        lock (_gate)
        {
            var now = Environment.TickCount64;
            if (now < _nextConflict)
            {
                wait = world.Scaled(PenaltySeconds);
            }
            else
            {
                _nextConflict = now + (long)world.Scaled(PenaltySeconds).TotalMilliseconds;
            }
        }
        await Task.Delay(wait);
        call.Answer.Fail(409, description);
    }

    private static void Write(List<PendingUpdate> updates, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var update in updates)
        {
            json.WriteRawValue(update.Json, skipInputValidation: true);
        }
        json.WriteEndArray();
    }
}
