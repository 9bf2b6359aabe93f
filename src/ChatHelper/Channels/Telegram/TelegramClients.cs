using ChatHelper.Watch;
using Telegram.Bot;

namespace ChatHelper.Channels.Telegram;

/// <summary>The Bot API clients: one that waits long, one that sends. Built by hand, because a client from a factory logs
/// addresses, and every address here holds the token.</summary>
internal sealed class TelegramClients : IDisposable
{
    private readonly HttpClient _patient;
    private readonly HttpClient _quick;

    public TelegramClients(TelegramOptions options, Signals signals, TimeProvider clock)
    {
        var api = new TelegramBotClientOptions(options.Token, options.ApiUrl?.ToString()) { RetryCount = 0, RetryThreshold = 0 };
        _patient = Http(2, TimeSpan.FromSeconds(75));
        _quick = Http(Math.Max(64, 2 * options.Pace.InFlight), TimeSpan.FromSeconds(30));
        Polling = new TelegramBotClient(api, _patient);
        Sending = new TelegramBotClient(api, _quick);

        HttpClient Http(int connections, TimeSpan limit) =>
            new(new BotWatch(signals, clock, Handler(options, connections))) { Timeout = limit };
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

    private static SocketsHttpHandler Handler(TelegramOptions options, int connections) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.ApiUrl is not { IsLoopback: true },
        ActivityHeadersPropagator = null, // no trace span with the address
        MaxConnectionsPerServer = connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };
}
