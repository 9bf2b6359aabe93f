namespace ChatHelper.Channels.Waiting;

/// <summary>What is written about what waits: never its content.</summary>
internal static partial class WaitingLog
{
    [LoggerMessage(1801, LogLevel.Error, "Row {Row} that waited behind a file could not be taken (attempt {Attempt}): {Fault}.")]
    public static partial void Poison(ILogger log, long row, int attempt, string fault);
}
