using System.Net;
using ChatHelper.Watch;

namespace ChatHelper.Channels.Telegram;

/// <summary>What the Bot API's answers tell beside what was asked: whether it takes our token, whether another program polls with
/// it, and what time it is there.</summary>
internal sealed class BotWatch(Signals signals, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
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

        var polls = request.RequestUri!.AbsolutePath.EndsWith("/getUpdates", StringComparison.OrdinalIgnoreCase);
        if (answer.StatusCode == HttpStatusCode.Unauthorized || answer.IsSuccessStatusCode)
        {
            signals.Unauthorised = !answer.IsSuccessStatusCode;
        }

        if (polls && (answer.StatusCode == HttpStatusCode.Conflict || answer.IsSuccessStatusCode))
        {
            signals.Conflict = !answer.IsSuccessStatusCode;
        }

        return answer;
    }
}
