namespace ChatHelper.Outbox;

internal static partial class OutboxLog
{
    [LoggerMessage(1201, LogLevel.Warning, "Sending waits: the database cannot write ({Fault})")]
    public static partial void Delayed(ILogger log, string fault);

    [LoggerMessage(1202, LogLevel.Error, "{Channel} refused reply {Row} with {Code} ({Why}); it is not sent again")]
    public static partial void Refused(ILogger log, string channel, long row, int code, string why);

    [LoggerMessage(1203, LogLevel.Critical, "{Channel} does not accept our credentials any more: sending on it stops, {Waiting} chats wait in the outbox")]
    public static partial void Unauthorised(ILogger log, string channel, int waiting);

    [LoggerMessage(1204, LogLevel.Error, "Nobody knows whether {Channel} took reply {Row}, after {Failures} tries; it stays in the outbox until the next start")]
    public static partial void GivenUp(ILogger log, string channel, long row, int failures);

    [LoggerMessage(1205, LogLevel.Error, "Sending reply {Row} on {Channel} failed with {Fault}; whether it arrived is not known")]
    public static partial void Broke(ILogger log, string channel, long row, string fault);
}
