namespace Telegram.Bot.Exceptions;

/// <summary>The Bot API said no; the message is its own description.</summary>
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters = null)
        : base(message) => (ErrorCode, Parameters) = (errorCode, parameters);

    /// <summary>The Bot API's code, such as 403 when the person blocked the bot or 429 when we are too fast.</summary>
    public int ErrorCode { get; }

    /// <summary>What the Bot API added for a program to act on.</summary>
    public ResponseParameters? Parameters { get; }
}
