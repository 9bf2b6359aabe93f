using System.Text.RegularExpressions;
using ChatHelper.Storage;

namespace ChatHelper.Channels.WeChat;

/// <summary>How bodies travel, as it is set for the account.</summary>
internal enum WeChatMode
{
    /// <summary>Sealed.</summary>
    Safe,

    /// <summary>Sealed, and in clear beside it.</summary>
    Compatible,

    /// <summary>In clear; the words of a body are then signed by nobody.</summary>
    Plain,
}

/// <summary>How a WeChat official account is served, from the environment.</summary>
internal sealed partial record WeChatOptions
{
    /// <summary>Where WeChat posts to.</summary>
    public const string Path = "/wechat";

    public required string AppId { get; init; }

    /// <summary>AppSecret. Empty: nothing is called at WeChat; only for an account that is not certified.</summary>
    public string Secret { get; init; } = "";

    /// <summary>What callbacks are signed with.</summary>
    public required string Token { get; init; }

    /// <summary>EncodingAESKeys; the first one seals, each may open. Empty in <see cref="WeChatMode.Plain"/> only.</summary>
    public IReadOnlyList<string> AesKeys { get; init; } = [];

    public WeChatMode Mode { get; init; }

    /// <summary>The account may send customer-service messages. Otherwise it only answers.</summary>
    public bool Certified { get; init; }

    public Uri Api { get; init; } = new("https://api.weixin.qq.com");

    /// <summary>Hosts that pictures and voices may be fetched from.</summary>
    public IReadOnlyList<string> MediaHosts { get; init; } = ["api.weixin.qq.com"];

    /// <summary>When a delivery is answered at the latest; WeChat waits for 5 seconds.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(3.5);

    /// <summary>Reads and checks the settings.</summary>
    /// <returns>Null when <c>WECHAT_APPID</c> is not set.</returns>
    /// <exception cref="StartFault">One line: setting, value, rule.</exception>
    public static WeChatOptions? Read(Func<string, string?> setting)
    {
        string Of(string name) => setting(name)?.Trim() ?? "";
        string Secret(string name, Regex shape, string rule) => Of(name) is var value && shape.IsMatch(value)
            ? value : throw new StartFault($"{name}{(value.Length == 0 ? " is not set" : "=***")}: {rule}");
        bool Either(string name, string yes, string no) => Of(name) is var value && value == yes
            || (value.Length == 0 || value == no ? false : throw new StartFault($"{name}={value}: '{yes}' or '{no}'"));

        var appId = Of("WECHAT_APPID");
        if (appId.Length == 0)
        {
            return null;
        }

        if (!AppIdShape().IsMatch(appId))
        {
            throw new StartFault($"WECHAT_APPID={appId}: an AppID is wx and 16 more letters or digits, as the account's page shows it");
        }

        var (certified, mode, api) = (Either("WECHAT_ACCOUNT", "certified", "personal"), ModeOf(Of("WECHAT_MODE"), Either("WECHAT_DEV", "1", "0")), Address(Of("WECHAT_API_URL")));
        string Key(string name) => Secret(name, KeyShape(), "the EncodingAESKey of the account's page, 43 letters or digits");
        string[] old = Of("WECHAT_AES_KEY_OLD").Length > 0 ? [Key("WECHAT_AES_KEY_OLD")] : [];
        string[] keys = mode == WeChatMode.Plain && old.Length + Of("WECHAT_AES_KEY").Length == 0 ? [] : [Key("WECHAT_AES_KEY"), .. old];
        return new WeChatOptions
        {
            AppId = appId,
            Token = Secret("WECHAT_TOKEN", TokenShape(), "the token set for the account, 3 to 32 letters or digits"),
            Secret = certified || Of("WECHAT_SECRET").Length > 0 ? Secret("WECHAT_SECRET", SecretShape(), "an AppSecret has 32 letters or digits; a certified account needs it") : "",
            AesKeys = keys,
            Mode = mode,
            Certified = certified,
            Api = api,
            MediaHosts = Of("WECHAT_MEDIA_HOSTS") is { Length: > 0 } hosts ? Hosts(hosts) : [api.Host],
        };
    }

    public override string ToString() => $"WeChat account {AppId}, {Mode}";

    private static WeChatMode ModeOf(string value, bool developing) => value switch
    {
        "" or "safe" => WeChatMode.Safe,
        "compatible" => WeChatMode.Compatible,
        "plain" when developing => WeChatMode.Plain,
        "plain" => throw new StartFault("WECHAT_MODE=plain: people's words would come in clear, signed by nobody; only for development, with WECHAT_DEV=1"),
        _ => throw new StartFault($"WECHAT_MODE={value}: 'safe' or 'compatible', as it is set for the account"),
    };

    // Calls have the access token in their address: it must not travel in the open.
    private static Uri Address(string value) => value.Length == 0 ? new Uri("https://api.weixin.qq.com")
        : Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new StartFault($"WECHAT_API_URL={(value.Contains('@', StringComparison.Ordinal) ? "***" : value)}: an https address without a path, or http on this machine (127.0.0.1)");

    private static string[] Hosts(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries) is var hosts && Array.TrueForAll(hosts, host => Uri.CheckHostName(host) != UriHostNameType.Unknown)
            ? hosts : throw new StartFault($"WECHAT_MEDIA_HOSTS={value}: names of hosts with a comma between them, without https://");

    [GeneratedRegex("^wx[0-9a-zA-Z]{16}\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex AppIdShape();

    [GeneratedRegex("^[0-9a-zA-Z]{32}\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex SecretShape();

    [GeneratedRegex("^[0-9a-zA-Z]{3,32}\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[0-9a-zA-Z]{43}\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex KeyShape();
}
