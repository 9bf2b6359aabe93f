namespace ChatHelper.Fakes.WeChat;

/// <summary>
/// WeChat for one official account, on loopback, written from the contract alone: it delivers what people do to the callback, answers the
/// API, and keeps what people saw.
/// </summary>
public sealed class FakeWeChat : IAsyncDisposable
{
    private readonly ShiftedClock _clock;
    private readonly ApiSide _api;
    private readonly Listener _listener;
    private readonly SendWindows _windows;

    private FakeWeChat(FakeWeChatOptions options)
    {
        (Options, _clock) = (options, new ShiftedClock(options.Clock));
        _windows = new SendWindows(_clock);
        Tokens = new TokenDesk(_clock);
        Say = new Sayings(options.AccountId, _clock, Media);
        Platform = new Platform(options, Ledger, _windows, _clock);
        _api = new ApiSide(options, Tokens, _windows, Media, Ledger, _clock);
        _listener = new Listener(_api, Faults, Ledger, _clock);
    }

    public FakeWeChatOptions Options { get; }

    /// <summary><c>http://127.0.0.1:port</c> of the API, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>Makes what people do; <see cref="Deliver"/> takes it to the callback.</summary>
    public Sayings Say { get; }

    public Platform Platform { get; }

    public WeChatLedger Ledger { get; } = new();

    public MediaShelf Media { get; } = new();

    public TokenDesk Tokens { get; }

    public ApiFaults Faults { get; } = new();

    /// <summary>The menu as it was created, JSON; null: none.</summary>
    public string? Menu => _api.Menu;

    /// <summary>False: 48001 for everything but tokens.</summary>
    public bool Certified
    {
        get => _api.Certified;
        set => _api.Certified = value;
    }

    /// <summary>False: 40164, the machine is not on the account's list.</summary>
    public bool AllowsAddress
    {
        get => _api.AllowsAddress;
        set => _api.AllowsAddress = value;
    }

    /// <summary>Where the addresses lie that are handed out for films.</summary>
    public string FilmsAt
    {
        get => _api.FilmsAt;
        set => _api.FilmsAt = value;
    }

    /// <summary>The product's settings for this account.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["WECHAT_APPID"] = Options.AppId,
        ["WECHAT_SECRET"] = Options.Secret,
        ["WECHAT_TOKEN"] = Options.Token,
        ["WECHAT_AES_KEY"] = Options.AesKey,
        ["WECHAT_MODE"] = Options.Mode switch { BodyMode.Safe => "safe", BodyMode.Compatible => "compatible", _ => "plain" },
        ["WECHAT_DEV"] = Options.Mode == BodyMode.Plain ? "1" : null,
        ["WECHAT_ACCOUNT"] = Options.Certified ? "certified" : "personal",
        ["WECHAT_API_URL"] = BaseUrl,
    };

    /// <summary>Starts the API on 127.0.0.1.</summary>
    public static async Task<FakeWeChat> StartAsync(FakeWeChatOptions? options = null)
    {
        var fake = new FakeWeChat(options ?? new FakeWeChatOptions());
        fake.BaseUrl = $"http://127.0.0.1:{await fake._listener.Start()}";
        fake.FilmsAt = fake.BaseUrl;
        return fake;
    }

    /// <summary>Moves the clock on: tokens and windows end.</summary>
    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>Takes something to the callback, up to three times, and shows the answer.</summary>
    public Task<Round> Deliver(Said said) => Platform.Deliver(said);

    /// <summary>A person did something of which only the platform knows yet: windows open, nothing is delivered.</summary>
    public void Hear(Said said)
    {
        if (said.Begins())
        {
            _windows.Heard(said);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Platform.Dispose();
        await _listener.DisposeAsync();
    }
}
