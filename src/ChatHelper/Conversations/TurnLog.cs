namespace ChatHelper.Conversations;

internal static partial class TurnLog
{
    // The exception's own message may quote what was said; its kind and its place are enough.
    [LoggerMessage(1001, LogLevel.Error, "A turn failed on {Channel} for message {Key} with {Fault}; the person was told and the conversation stayed as it was\n{Where}")]
    public static partial void Failed(ILogger log, string channel, string key, string fault, string? where);

    [LoggerMessage(1002, LogLevel.Error, "The letter {Letter} was held back, {Code}: the rule '{Rule}' of letters/guard.yaml found '{Sentence}'")]
    public static partial void HeldBack(ILogger log, string letter, string code, string rule, string sentence);
}
