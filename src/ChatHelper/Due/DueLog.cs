namespace ChatHelper.Due;

internal static partial class DueLog
{
    [LoggerMessage(1101, LogLevel.Warning, "What is due waits: the database cannot write ({Fault})")]
    public static partial void Later(ILogger log, string fault);
}
