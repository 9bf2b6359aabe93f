using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat;

/// <summary>Learns from each answer what time it is at WeChat: callbacks more than five minutes away from our time are refused.</summary>
internal sealed class ServerClock(Signals signals, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(1); // the header has whole seconds

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        var answer = await base.SendAsync(request, cancellationToken);
        var heard = clock.GetUtcNow();
        if (answer.Headers.Date is { } date)
        {
            signals.Skew = date < asked - Whole ? asked - date : date > heard ? heard - date : TimeSpan.Zero;
        }

        return answer;
    }
}
