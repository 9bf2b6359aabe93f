namespace ChatHelper.Channels.Telegram;

internal static partial class TelegramLog
{
    [LoggerMessage(1301, LogLevel.Information, "Telegram: serving bot {Bot} by {Mode}")]
    public static partial void Serving(ILogger log, string bot, string mode);

    [LoggerMessage(1302, LogLevel.Critical, "TELEGRAM_TOKEN: Telegram does not accept this token; Telegram is not served, everything else is")]
    public static partial void Unauthorised(ILogger log);

    [LoggerMessage(1303, LogLevel.Error, "Telegram: another program polls with the same token; only one may. Waiting, and trying again")]
    public static partial void Conflict(ILogger log);

    [LoggerMessage(1304, LogLevel.Warning, "Telegram cannot be reached ({Fault}); trying again, waiting longer each time")]
    public static partial void Unreachable(ILogger log, string fault);

    [LoggerMessage(1305, LogLevel.Information, "Telegram can be reached again")]
    public static partial void Reached(ILogger log);

    [LoggerMessage(1306, LogLevel.Error, "Telegram: updates wait, nothing is confirmed, because the database cannot write ({Fault})")]
    public static partial void Storage(ILogger log, string fault);

    [LoggerMessage(1307, LogLevel.Error, "Telegram: update {Update} failed at try {Attempt} with {Fault}")]
    public static partial void Poison(ILogger log, long update, int attempt, string fault);

    [LoggerMessage(1308, LogLevel.Error, "Telegram: an update cannot be read ({Fault}) and is passed over")]
    public static partial void Unreadable(ILogger log, string fault);

    [LoggerMessage(1309, LogLevel.Warning, "Telegram: the command menu could not be set ({Fault})")]
    public static partial void Menu(ILogger log, string fault);

    [LoggerMessage(1310, LogLevel.Warning, "Telegram: the volunteers' group could not be told ({Fault}); trying again")]
    public static partial void Volunteers(ILogger log, string fault);

    [LoggerMessage(1311, LogLevel.Warning, "Telegram: messages of an erased person could not be taken back yet ({Fault}); trying again")]
    public static partial void Clearing(ILogger log, string fault);

    [LoggerMessage(1312, LogLevel.Warning, "Telegram: {Count} messages or topics of an erased person can not be taken back")]
    public static partial void Kept(ILogger log, int count);
}
