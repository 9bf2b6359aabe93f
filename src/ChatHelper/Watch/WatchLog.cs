namespace ChatHelper.Watch;

internal static partial class WatchLog
{
    [LoggerMessage(2001, LogLevel.Critical, "Alarm {Name} begins: {Why}")]
    public static partial void Critical(ILogger log, string name, string why);

    [LoggerMessage(2002, LogLevel.Warning, "Alarm {Name} begins: {Why}")]
    public static partial void Begins(ILogger log, string name, string why);

    [LoggerMessage(2003, LogLevel.Warning, "Alarm {Name} ends")]
    public static partial void Ends(ILogger log, string name);

    [LoggerMessage(2004, LogLevel.Warning, "The worker could not look at itself ({Fault}); it tries again")]
    public static partial void Blind(ILogger log, string fault);
}
