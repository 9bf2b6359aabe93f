using System.Threading.RateLimiting;

namespace ChatHelper.Channels.Web;

/// <summary>How fast one browser, and one connection with perhaps many persons behind it, may post. The page waits and
/// sends the same again, so nobody loses a word.</summary>
internal sealed class Pace : IEndpointFilter, IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limits = PartitionedRateLimiter.CreateChained(
        Limit(context => Credential.Of(context.Request) ?? "", burst: 30, perSecond: 1),
        Limit(context => $"{context.Connection.RemoteIpAddress}", burst: 300, perSecond: 20));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = _limits.AttemptAcquire(context.HttpContext);
        if (!lease.IsAcquired)
        {
            context.HttpContext.Response.Headers.RetryAfter = "3";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await next(context);
    }

    public void Dispose() => _limits.Dispose();

    private static PartitionedRateLimiter<HttpContext> Limit(Func<HttpContext, string> who, int burst, int perSecond) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(who(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
        }));
}
