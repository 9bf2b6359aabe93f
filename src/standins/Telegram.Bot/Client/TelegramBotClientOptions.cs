using System.Globalization;

namespace Telegram.Bot;

/// <summary>Which bot, at which server. The token goes in and does not come out again: nothing public shows it.</summary>
public class TelegramBotClientOptions
{
    /// <param name="token">The token as BotFather gave it: the bot's number, a colon, a secret.</param>
    /// <param name="baseUrl">Another Bot API server, such as <c>http://127.0.0.1:8081</c>; only scheme, host and port count.</param>
    /// <param name="useTestEnvironment">Telegram's own test servers.</param>
    /// <exception cref="ArgumentException">The token or the address has the wrong shape; the message holds neither.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = default, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':');
        BotId = colon is >= 1 and <= 16 && long.TryParse(token.AsSpan(0, colon), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ArgumentException("A token is the bot's number, a colon and a secret.", nameof(token));
        Token = token;
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;
        var server = baseUrl is null ? "https://api.telegram.org" : Server(baseUrl);
        var path = useTestEnvironment ? $"bot{token}/test" : $"bot{token}";
        RequestRoot = $"{server}/{path}";
        FileRoot = $"{server}/file/{path}";
    }

    /// <summary>The bot's number, the part of the token before the colon.</summary>
    public long BotId { get; }

    /// <summary>The other Bot API server, when one is used.</summary>
    public string? BaseUrl { get; }

    /// <summary>True on Telegram's test servers.</summary>
    public bool UseTestEnvironment { get; }

    /// <summary>Longest <c>retry_after</c> that is waited for, in seconds; 0 waits for none.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often a request is sent at most while the Bot API answers 429; 0 and 1 never repeat.</summary>
    public int RetryCount { get; set; } = 3;

    internal string Token { get; }

    internal string RequestRoot { get; }

    internal string FileRoot { get; }

    private static string Server(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) && uri.Authority.Length > 0
            ? $"{uri.Scheme}://{uri.Authority}"
            : throw new ArgumentException("An address looks like http://127.0.0.1:8081.", nameof(baseUrl));
}
