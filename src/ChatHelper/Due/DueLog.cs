namespace ChatHelper.Due;

internal static partial class DueLog
{
    [LoggerMessage(1101, LogLevel.Warning, "What is due waits: the database cannot write ({Fault})")]
    public static partial void Later(ILogger log, string fault);

    [LoggerMessage(1102, LogLevel.Error, "A due {Kind} failed with {Fault} and is tried again\n{Where}")]
    public static partial void Failed(ILogger log, string kind, string fault, string? where);
}
