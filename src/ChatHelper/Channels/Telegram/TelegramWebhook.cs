using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using Microsoft.AspNetCore.Http.Features;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ChatHelper.Channels.Telegram;

/// <summary>Updates that Telegram posts to us. The first reply travels inside the answer: Telegram carries it out and forgets the
/// update in one step, so that it is neither lost nor doubled.</summary>
internal sealed class TelegramWebhook(TelegramOptions options, UpdateTaking taking, TelegramSender sender, OutboxPump pump, ILogger<TelegramWebhook> log)
{
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";
    private const int Largest = 1 << 20;

    // Time for Telegram to carry out the reply inside the answer before the next one comes by itself.
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(30);
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.WebhookHeader);

    public async Task Take(HttpContext context)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers[Header].ToString()), _secret))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await Read(context) is { } update)
        {
            await Answer(context, update);
        }
    }

    private async Task<Update?> Read(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Largest;
        }

        try
        {
            using var raw = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return await Read(context, raw.RootElement);
        }
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (Exception fault) when (RawUpdates.IsUnforeseen(fault))
        {
            // Asking for it again would bring the same: it is answered as taken.
            TelegramLog.Unreadable(log, fault.GetType().Name);
        }

        return null;
    }

    private async Task<Update?> Read(HttpContext context, JsonElement raw)
    {
        try
        {
            return RawUpdates.Read(raw);
        }
        catch (Exception fault) when (RawUpdates.IsUnforeseen(fault) && RawUpdates.IdOf(raw) is not null)
        {
            await Acknowledge(context, async () =>
            {
                await taking.PassOver(raw, fault);
                return null;
            });
            return null;
        }
    }

    private async Task Answer(HttpContext context, Update update)
    {
        if (UpdateTaking.From(update) is not { } from)
        {
            await Acknowledge(context, () => taking.Take(update));
            return;
        }

        // What the turn leaves in the outbox waits until the reply inside the answer has had its time.
        var wait = TimeSpan.Zero;
        pump.Hold(from);
        try
        {
            var taken = await Acknowledge(context, () => taking.Take(update, reply => TelegramSender.IsOneMessage(reply) && pump.Quiet(from)));
            if (taken?.First is { } first)
            {
                wait = taken.Rows.Count > 0 ? Ahead : TimeSpan.Zero;
                await Write(context, from, taken.Person, first);
            }
        }
        finally
        {
            pump.Free(from, wait);
        }
    }

    private async Task<Taken?> Acknowledge(HttpContext context, Func<Task<Taken?>> take)
    {
        try
        {
            return await take();
        }
        catch (StorageFault fault)
        {
            TelegramLog.Storage(log, fault.Message);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            return null;
        }
    }

    private async Task Write(HttpContext context, Address to, long person, Core.Turns.Reply reply)
    {
        var call = sender.Call(long.Parse(to.Id, System.Globalization.CultureInfo.InvariantCulture), person, reply);
        call.IsWebhookResponse = true;
        using var content = call.ToHttpContent()!;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = content.Headers.ContentLength;
        await content.CopyToAsync(context.Response.Body);
        await context.Response.Body.FlushAsync();
        CrashPoint.Here("answered");
    }
}
