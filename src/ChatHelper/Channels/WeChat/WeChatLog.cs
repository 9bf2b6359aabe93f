namespace ChatHelper.Channels.WeChat;

/// <summary>What is written about the channel: kinds and faults, never words, names or keys.</summary>
internal static partial class WeChatLog
{
    [LoggerMessage(2101, LogLevel.Information, "{Account} is served at {Path}: {Kind} account, {Roads}.")]
    public static partial void Serving(ILogger log, string account, string path, string kind, string roads);

    [LoggerMessage(2102, LogLevel.Error, "A WeChat message could not be stored; the person was asked to send it again: {Fault}")]
    public static partial void Storage(ILogger log, string fault);

    [LoggerMessage(2103, LogLevel.Error, "A WeChat {Kind} could not be taken: {Fault}. The person was told so.")]
    public static partial void Poison(ILogger log, string kind, string fault);

    [LoggerMessage(2104, LogLevel.Warning, "A WeChat {Kind} was not done in time; its answer follows.")]
    public static partial void Late(ILogger log, string kind);

    [LoggerMessage(2105, LogLevel.Warning, "A WeChat callback was not taken: {Why}.")]
    public static partial void Refused(ILogger log, string why);
}
