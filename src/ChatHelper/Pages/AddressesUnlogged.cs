namespace ChatHelper.Pages;

/// <summary>Keeps the addresses of requests out of the log, whatever its settings say: some of them open something. The framework prints
/// them in lines below a warning, and beside every other line in the scope that its diagnostics of requests open.</summary>
internal static class AddressesUnlogged
{
    private const string Framework = "Microsoft.AspNetCore", Diagnostics = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static IServiceCollection KeepAddressesOutOfLogs(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        LoggerFilterRule[] rules = [new(null, null, options.MinLevel, null), .. options.Rules]; // the last that fits counts
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                !Tells(category ?? "", level) && rule.Filter?.Invoke(provider, category, level) != false));
        }
    });

    private static bool Tells(string category, LogLevel level) =>
        category == Diagnostics || (level < LogLevel.Warning && category.StartsWith(Framework, StringComparison.Ordinal));
}
