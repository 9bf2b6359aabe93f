using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>A request that got no answer, or none that could be read. No text in it ever holds the request's address,
/// because the address holds the token.</summary>
public class RequestException : Exception
{
    public RequestException(string message) : base(message)
    {
    }

    public RequestException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException = null)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}
