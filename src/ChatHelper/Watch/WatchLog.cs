namespace ChatHelper.Watch;

internal static partial class WatchLog
{
    [LoggerMessage(1601, LogLevel.Critical, "Alarm {Name} begins: {Why}")]
    public static partial void Critical(ILogger log, string name, string why);

    [LoggerMessage(1602, LogLevel.Warning, "Alarm {Name} begins: {Why}")]
    public static partial void Begins(ILogger log, string name, string why);

    [LoggerMessage(1603, LogLevel.Warning, "Alarm {Name} ends")]
    public static partial void Ends(ILogger log, string name);

    [LoggerMessage(1604, LogLevel.Warning, "The worker could not look at itself ({Fault}); it tries again")]
    public static partial void Blind(ILogger log, string fault);
}
