using System.Collections.Concurrent;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Channels.WeChat.Replying;
using Microsoft.AspNetCore.Http.Features;

namespace ChatHelper.Channels.WeChat;

/// <summary>What WeChat asks at our address. Nothing but its own signature opens the door.</summary>
internal sealed class CallbackRoutes(CallbackDoor door, Answering answering, TimeProvider clock, ILogger<CallbackRoutes> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _told = new(StringComparer.Ordinal);

    public async Task Echo(HttpContext context)
    {
        if (door.Echo(CallbackQuery.Of(context.Request.Query)) is var reading && reading is CallbackReading.Echo echo)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(echo.Text, context.RequestAborted);
            return;
        }

        Refuse(context, reading);
    }

    public async Task Take(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = InboundXml.Largest;
        }

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
            return;
        }

        if (door.Read(CallbackQuery.Of(context.Request.Query), body.GetBuffer().AsSpan(0, (int)body.Length)) is var reading && reading is not CallbackReading.Message message)
        {
            Refuse(context, reading);
            return;
        }

        var answer = await answering.Answer(message.Said, message.Sealed);
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private void Refuse(HttpContext context, CallbackReading reading)
    {
        if (reading is CallbackReading.Refused refused)
        {
            if (IsNew(refused.Why))
            {
                WeChatLog.Refused(log, refused.Why);
            }

            context.Response.StatusCode = refused.Status;
        }
    }

    // Anybody can post here: each fault of theirs is told once in a while, and there are few kinds.
    private bool IsNew(string why)
    {
        if (_told.TryGetValue(why, out var at) && clock.GetElapsedTime(at) < Quiet)
        {
            return false;
        }

        _told[why] = clock.GetTimestamp();
        return true;
    }
}
