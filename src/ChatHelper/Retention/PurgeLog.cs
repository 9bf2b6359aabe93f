namespace ChatHelper.Retention;

internal static partial class PurgeLog
{
    [LoggerMessage(1201, LogLevel.Information, "Purge: {Ended} talks were over")]
    public static partial void Done(ILogger log, int ended);

    [LoggerMessage(1202, LogLevel.Warning, "The purge waits: the database cannot write ({Fault})")]
    public static partial void Later(ILogger log, string fault);
}
