namespace ChatHelper.Storage;

internal static partial class DiskLog
{
    [LoggerMessage(1901, LogLevel.Critical, "The worker ends: {Fault}")]
    public static partial void Failed(ILogger log, string fault);
}
