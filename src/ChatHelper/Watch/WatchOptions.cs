using ChatHelper.Storage;

namespace ChatHelper.Watch;

/// <summary>Who may read the metrics.</summary>
/// <param name="Token"><c>METRICS_TOKEN</c>: whoever shows it; null: programs on this machine, as long as no address for the world is set.</param>
internal sealed record WatchOptions(string? Token)
{
    private const int Shortest = 16;

    /// <exception cref="StartFault">One line: setting, rule.</exception>
    public static WatchOptions Read(Func<string, string?> variable) => variable("METRICS_TOKEN")?.Trim() switch
    {
        null or "" => new WatchOptions((string?)null),
        { Length: < Shortest } => throw new StartFault($"METRICS_TOKEN is too short; it must be at least {Shortest} characters that nobody can guess."),
        var token => new WatchOptions(token),
    };

    /// <summary>Never shows the token.</summary>
    public override string ToString() => Token is null ? "metrics on this machine" : "metrics with a token";
}
