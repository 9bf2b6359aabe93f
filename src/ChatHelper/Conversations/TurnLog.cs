namespace ChatHelper.Conversations;

internal static partial class TurnLog
{
    [LoggerMessage(1001, LogLevel.Error, "A turn failed on {Channel} for message {Key}; the person was told and the conversation stayed as it was")]
    public static partial void Failed(ILogger log, string channel, string key, Exception fault);
}
