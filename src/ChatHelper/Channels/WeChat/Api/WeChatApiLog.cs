namespace ChatHelper.Channels.WeChat.Api;

internal static partial class WeChatApiLog
{
    [LoggerMessage(1851, LogLevel.Error, "WeChat gives no access token ({Code}): {Why}")]
    public static partial void NoToken(ILogger log, string code, string why);

    [LoggerMessage(1852, LogLevel.Error, "WeChat lets us send nothing ({Code}): {Why}")]
    public static partial void MayNotSend(ILogger log, int code, string why);

    [LoggerMessage(1853, LogLevel.Warning, "WeChat did not hand out a file ({Answer}): {Why}")]
    public static partial void NoFile(ILogger log, string answer, string why);
}
