using Telegram.Bot;

namespace ChatHelper.Channels.Telegram;

/// <summary>The Bot API clients: one that waits long, one that sends. Built by hand, because a client from a factory logs
/// addresses, and every address here holds the token.</summary>
internal sealed class TelegramClients : IDisposable
{
    private readonly HttpClient _patient;
    private readonly HttpClient _quick;

    public TelegramClients(TelegramOptions options)
    {
        var api = new TelegramBotClientOptions(options.Token, options.ApiUrl?.ToString()) { RetryCount = 0, RetryThreshold = 0 };
        _patient = Http(options, 2, TimeSpan.FromSeconds(75));
        _quick = Http(options, Math.Max(64, 2 * options.Pace.InFlight), TimeSpan.FromSeconds(30));
        Polling = new TelegramBotClient(api, _patient);
        Sending = new TelegramBotClient(api, _quick);
    }

    /// <summary>For the long poll alone.</summary>
    public ITelegramBotClient Polling { get; }

    /// <summary>For everything else.</summary>
    public ITelegramBotClient Sending { get; }

    public void Dispose()
    {
        _patient.Dispose();
        _quick.Dispose();
    }

    private static HttpClient Http(TelegramOptions options, int connections, TimeSpan limit) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.ApiUrl is not { IsLoopback: true },
        ActivityHeadersPropagator = null, // no trace span with the address
        MaxConnectionsPerServer = connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    })
    {
        Timeout = limit,
    };
}
