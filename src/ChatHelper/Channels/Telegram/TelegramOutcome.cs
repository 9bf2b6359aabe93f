using ChatHelper.Outbox;
using Telegram.Bot.Exceptions;

namespace ChatHelper.Channels.Telegram;

/// <summary>What a failed call means (contracts.md T15, T22, T23).</summary>
internal static class TelegramOutcome
{
    private const int LongestWords = 100;

    public static Outcome Of(RequestException failure) => failure switch
    {
        ApiRequestException { ErrorCode: 429 } slow => new Outcome.RetryAfter(TimeSpan.FromSeconds(Math.Max(1, slow.Parameters?.RetryAfter ?? 1))),
        ApiRequestException { ErrorCode: 401 or 404 } => Outcome.Unauthorised.Instance, // 404: no such bot at this server
        ApiRequestException { ErrorCode: 403 } => Outcome.Gone.Instance,
        ApiRequestException { ErrorCode: 400 } bad when IsGone(bad) => Outcome.Gone.Instance,
        ApiRequestException { ErrorCode: >= 500 } => Outcome.NotSent.Instance,
        ApiRequestException other => new Outcome.Refused(other.ErrorCode, Words(other)),
        { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } } => Outcome.NotSent.Instance,
        _ => Outcome.Unknown.Instance,
    };

    /// <summary>What may stand in a log. What the server says can repeat what was sent to it, words of a person or an address with the
    /// token: plain words of its beginning are kept, up to the first sign that is in no word.</summary>
    public static string Words(Exception failure) => failure is not ApiRequestException refused ? failure.Message
        : string.Concat(refused.Message.Take(LongestWords).TakeWhile(sign => char.IsAsciiLetter(sign) || sign is ' ' or ':' or ',' or '\'' or '_' or '-')).Trim();

    private static bool IsGone(ApiRequestException refused) =>
        refused.Parameters?.MigrateToChatId is not null
        || refused.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase)
        || refused.Message.Contains("user is deactivated", StringComparison.OrdinalIgnoreCase)
        || refused.Message.Contains("upgraded to a supergroup", StringComparison.OrdinalIgnoreCase);
}
