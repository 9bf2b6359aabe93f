using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatHelper.Outbox;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Telegram;

/// <summary>How Telegram is served, from the environment.</summary>
internal sealed partial record TelegramOptions
{
    /// <summary>Token as BotFather gave it. Never shown: <see cref="ToString"/> has only the bot's number.</summary>
    public required string Token { get; init; }

    /// <summary>Bot API server; null: Telegram's own.</summary>
    public Uri? ApiUrl { get; init; }

    /// <summary>Address people and Telegram reach us at; null: not reachable, the long poll is used.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Updates are posted to us instead of polled for.</summary>
    public bool Webhook { get; init; }

    /// <summary>What Telegram must show with each post; made from the token when it is not set.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>The volunteers' group with topics; null: none.</summary>
    public long? VolunteerGroup { get; init; }

    public Pace Pace { get; init; } = new();

    /// <summary>Path that updates are posted to; not to be guessed, and the same on every node.</summary>
    public string WebhookPath => $"/telegram/{Derived("path")}";

    /// <summary>The header that each post must carry.</summary>
    public string WebhookHeader => WebhookSecret.Length > 0 ? WebhookSecret : Derived("header");

    /// <summary>Reads and checks the settings.</summary>
    /// <returns>Null when <c>TELEGRAM_TOKEN</c> is not set.</returns>
    /// <exception cref="StartFault">One line: setting, value, rule.</exception>
    public static TelegramOptions? Read(Func<string, string?> setting)
    {
        string? Of(string name) => setting(name)?.Trim() is { Length: > 0 } value ? value : null;
        if (Of("TELEGRAM_TOKEN") is not { } token)
        {
            return null;
        }

        if (!TokenShape().IsMatch(token))
        {
            throw new StartFault($"TELEGRAM_TOKEN={Masked(token)}: a token is the bot's number, a colon and a secret, as BotFather gives it");
        }

        var publicUrl = Of("PUBLIC_URL");
        var webhook = Of("TELEGRAM_WEBHOOK") is { } asked ? Switch("TELEGRAM_WEBHOOK", asked) : publicUrl is not null;
        if (webhook && publicUrl is null)
        {
            throw new StartFault("TELEGRAM_WEBHOOK=1: needs PUBLIC_URL, the address under which Telegram reaches this server");
        }

        var secret = Of("TELEGRAM_WEBHOOK_SECRET") ?? "";
        return new TelegramOptions
        {
            Token = token,
            ApiUrl = Of("TELEGRAM_API_URL") is { } api ? Address("TELEGRAM_API_URL", api) : null,
            PublicUrl = publicUrl is null ? null : Address("PUBLIC_URL", publicUrl),
            Webhook = webhook,
            WebhookSecret = secret.Length == 0 || SecretShape().IsMatch(secret)
                ? secret : throw new StartFault($"TELEGRAM_WEBHOOK_SECRET={Masked(secret)}: 16 to 256 of A-Z a-z 0-9 _ -"),
            VolunteerGroup = Of("TELEGRAM_VOLUNTEER_GROUP") is { } group ? Group(group) : null,
            Pace = Of("TELEGRAM_PACE") switch
            {
                null or "standard" => new Pace(),
                "0" => Pace.Unlimited,
                var other => throw new StartFault($"TELEGRAM_PACE={other}: 'standard', or 0 for no limit (a Bot API server of one's own, measurements)"),
            },
        };
    }

    public override string ToString() => $"Telegram bot {Token.Split(':')[0]}";

    private static bool Switch(string name, string value) => value switch
    {
        "1" or "true" or "yes" => true,
        "0" or "false" or "no" => false,
        _ => throw new StartFault($"{name}={value}: 1 or 0"),
    };

    // Every call has the token in its address: it must not travel in the open.
    private static Uri Address(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new StartFault($"{name}={value}: an https address, or http on this machine (127.0.0.1)");

    private static long Group(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) && id < 0
            ? id
            : throw new StartFault($"TELEGRAM_VOLUNTEER_GROUP={value}: the number of a group, which is below zero, such as -1001234567890");

    private static string Masked(string secret) => secret.Split(':') is [{ Length: <= 16 } number, ..] parts && parts.Length > 1 && number.All(char.IsAsciiDigit)
        ? $"{number}:***" : "***";

    private string Derived(string use) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes($"webhook {use}")))[..32];

    [GeneratedRegex("^[0-9]{1,16}:[A-Za-z0-9_-]{10,100}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{16,256}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex SecretShape();
}
