namespace ChatHelper.Watch;

/// <summary>Learns from each answer what time it is at a platform: where clocks differ much, callbacks are refused and reminders come wrong.</summary>
internal class ServerClock(Signals signals, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(1); // the header has whole seconds

    protected Signals Signals => signals;

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
