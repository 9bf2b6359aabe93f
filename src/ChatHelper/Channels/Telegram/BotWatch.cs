using System.Net;
using ChatHelper.Watch;

namespace ChatHelper.Channels.Telegram;

/// <summary>What the Bot API's answers tell beside what was asked: whether it takes our token, whether another program polls with
/// it, and what time it is there.</summary>
internal sealed class BotWatch(Signals signals, TimeProvider clock, HttpMessageHandler inner) : ServerClock(signals, clock, inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var polls = request.RequestUri!.AbsolutePath.EndsWith("/getUpdates", StringComparison.OrdinalIgnoreCase);
        if (answer.StatusCode == HttpStatusCode.Unauthorized || answer.IsSuccessStatusCode)
        {
            Signals.Unauthorised = !answer.IsSuccessStatusCode;
        }

        if (polls && (answer.StatusCode == HttpStatusCode.Conflict || answer.IsSuccessStatusCode))
        {
            Signals.Conflict = !answer.IsSuccessStatusCode;
        }

        return answer;
    }
}
