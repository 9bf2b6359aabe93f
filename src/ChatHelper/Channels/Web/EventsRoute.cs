using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Channels.Web;

/// <summary><c>GET /chat/events</c>: replies as they come. <c>after=</c> goes on where the page stands; the header
/// <c>Last-Event-ID</c> does so too and lets go of everything up to it. Without either, a page that has nothing gets what
/// was not acknowledged and the question that waits.</summary>
internal sealed class EventsRoute(Engine engine, WebStreams streams, WebReplies replies, IHostApplicationLifetime life)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public async Task<IResult> Get(HttpContext context)
    {
        if (WebPersons.Of(context.Request) is not { } address)
        {
            return Results.Unauthorized();
        }

        var last = long.TryParse(context.Request.Headers["Last-Event-ID"], out var header) ? header : 0;
        long? after = long.TryParse(context.Request.Query["after"], out var query) ? Math.Max(query, last) : last > 0 ? last : null;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Events(address, last, after, context.Request.Headers.AcceptLanguage.ToString(), context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> Events(
        Address address, long acknowledged, long? after, string hint, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(aborted, life.ApplicationStopping);
        var stop = both.Token;
        if (streams.Open(address) is not { } page) // first listen, then look: nothing falls between
        {
            yield break;
        }

        try
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(new WhoEvent(WebPersons.Who(address)), WebJson.Plain.WhoEvent), "who");
            var (rows, standing) = await engine.Writer.Write(address, session => Waiting(session, address, acknowledged, after, hint));
            var sent = after ?? 0;
            foreach (var row in rows)
            {
                yield return await Item(row);
                sent = row.Id;
            }

            foreach (var reply in standing)
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(await replies.Shown(null, reply), WebJson.Plain.ShownReply), "standing");
            }

            var next = page.Reader.WaitToReadAsync(stop).AsTask();
            while (!stop.IsCancellationRequested)
            {
                if (await Task.WhenAny(next, Task.Delay(Beat, engine.Clock, stop)) != next)
                {
                    yield return new SseItem<string>("", "beat");
                    continue;
                }

                if (!next.IsCompletedSuccessfully || !await next)
                {
                    yield break;
                }

                while (page.Reader.TryRead(out var row))
                {
                    if (row.Id > sent)
                    {
                        yield return await Item(row);
                        sent = row.Id;
                    }
                }

                next = page.Reader.WaitToReadAsync(stop).AsTask();
            }
        }
        finally
        {
            streams.Close(address, page);
        }
    }

    private (IReadOnlyList<OutboxRow> Rows, IReadOnlyList<Reply> Standing) Waiting(Session session, Address address, long acknowledged, long? after, string hint)
    {
        if (engine.Conversations.Find(session, address) is not { } person || engine.Turns.IsOver(person))
        {
            return ([], after is null ? engine.Turns.Greeting(hint).Replies : []);
        }

        if (acknowledged > 0)
        {
            engine.Meters.Sent("web", OutboxStore.RemoveUpTo(session, person.Id, acknowledged));
        }

        // Who opens the page of a locked talk sees nothing of it.
        if (after is null or 0 && engine.Gate.IsLocked(person.Id))
        {
            return ([], [new Reply(engine.Gate.Closed(person.Conversation), ReplyClass.Advice)]);
        }

        var rows = engine.Outbox.Of(session, person.Id, after ?? 0);
        var asked = rows.Any(row => row.Reply.Class == ReplyClass.Question && row.Reply.Version == person.Conversation.Version);
        var standing = after is null && !asked
            ? engine.Decider.Standing(person.Conversation, engine.Surroundings.At(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()), address.Channel))
            : null;
        return (rows, standing is null ? [] : [standing]);
    }

    private async Task<SseItem<string>> Item(OutboxRow row) =>
        new(JsonSerializer.Serialize(await replies.Shown($"{row.Id}", row.Reply, row.Person), WebJson.Plain.ShownReply), "reply") { EventId = $"{row.Id}" };
}
