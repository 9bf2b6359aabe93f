namespace ChatHelper.Retention;

internal static partial class PurgeLog
{
    [LoggerMessage(1401, LogLevel.Information, "Purge: {Ended} talks were over")]
    public static partial void Done(ILogger log, int ended);

    [LoggerMessage(1402, LogLevel.Warning, "The purge waits: the database cannot write ({Fault})")]
    public static partial void Later(ILogger log, string fault);

    [LoggerMessage(1404, LogLevel.Warning, "The clock has leapt ahead: nothing is removed until it has gone evenly for a day. Look after the time of this machine")]
    public static partial void ClockLeapt(ILogger log);

    // The exception's own message may quote what was said; its kind and its place are enough.
    [LoggerMessage(1403, LogLevel.Error, "The purge failed with {Fault} and is tried again in an hour\n{Where}")]
    public static partial void Failed(ILogger log, string fault, string? where);
}
