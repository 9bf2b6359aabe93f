using Microsoft.Extensions.Logging.Console;

namespace ChatHelper.Commands;

/// <summary>The web server's own log says every address that is asked for, and addresses hold what opens doors: the link to the desk,
/// the path for Telegram. Whatever level a setting asks for, of it only warnings and faults are written.</summary>
internal static class LogFloor
{
    private const string WebServer = "Microsoft.AspNetCore";

    public static IServiceCollection AddLogFloor(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var rule in options.Rules.Where(rule => rule.CategoryName is { } name && (name.StartsWith(WebServer, StringComparison.OrdinalIgnoreCase) || name.Contains('*', StringComparison.Ordinal))).ToList())
        {
            options.Rules.Remove(rule);
        }

        options.Rules.Add(new LoggerFilterRule(typeof(ConsoleLoggerProvider).FullName, WebServer, LogLevel.Warning, filter: null));
    });
}
