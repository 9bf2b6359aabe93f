using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Watch;

/// <summary>What others may ask of the worker: whether it lives, whether it can take a turn, what is wrong, and the numbers.</summary>
internal static class Watch
{
    public static IServiceCollection AddWatch(this IServiceCollection services, WatchOptions options) =>
        services.AddSingleton(options).AddHostedService<Watching>();

    public static void MapHealth(this WebApplication app)
    {
        var engine = app.Services.GetRequiredService<Engine>();
        var readiness = new Readiness(engine);
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async () => await readiness.Fault() is { } fault
            ? Results.Text(fault, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready"));
        app.MapGet("/health/degraded", () => Results.Text(
            engine.Alarms.Standing is { Count: > 0 } standing ? $"degraded: {string.Join(", ", standing.Select(alarm => alarm.Name))}" : "fine"));
    }

    /// <param name="published">People reach this server from elsewhere: a proxy stands before it, and what comes through it
    /// looks as if it came from this machine.</param>
    public static void MapMetrics(this WebApplication app, bool published)
    {
        var options = app.Services.GetRequiredService<WatchOptions>();
        var text = new MetricsText(app.Services.GetRequiredService<Engine>().Meters);
        app.Lifetime.ApplicationStopped.Register(text.Dispose);
        app.MapGet("/metrics", (HttpContext context) => May(context, options, published)
            ? Results.Text(text.ToString(), "text/plain; version=0.0.4; charset=utf-8")
            : Results.NotFound());
    }

    private static bool May(HttpContext context, WatchOptions options, bool published)
    {
        if (options.Token is { } token)
        {
            return CryptographicOperations.FixedTimeEquals(Hash($"Bearer {token}"), Hash(context.Request.Headers.Authorization.ToString()));
        }

        return !published && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
