using System.Text.Json;
using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>The token that calls are made with, in memory alone. Whoever needs one while it is renewed waits for the same renewal; the
/// platform hands the same token to every node that asks in its ordinary way.</summary>
internal sealed class AccessTokens(WeChatOptions options, ApiHttp http, TimeProvider clock, Signals signals, ILogger<AccessTokens> log) : IDisposable
{
    private const int Longest = 2048;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1);
    private volatile AccessToken? _token;
    private (ApiAnswer Answer, DateTimeOffset Until) _fault = (ApiAnswer.Done, DateTimeOffset.MinValue);
    private DateTimeOffset _forced = DateTimeOffset.MinValue;

    /// <summary>A token that lives for some minutes more, or why there is none.</summary>
    public async Task<(AccessToken? Token, ApiAnswer Answer)> Now() =>
        Held(null) is { } token ? (token, ApiAnswer.Done) : await Renewed(null);

    /// <summary>Another token than one that was refused. It is asked for as usual, and made anew only when the platform still hands out
    /// the refused one, which happens to be allowed 20 times a day and not twice within 30 seconds.</summary>
    public Task<(AccessToken? Token, ApiAnswer Answer)> Fresh(AccessToken stale) => Renewed(stale);

    public void Dispose() => _one.Dispose();

    private AccessToken? Held(AccessToken? stale) =>
        _token is { } token && token.Value != stale?.Value && token.Until - clock.GetUtcNow() >= Soon ? token : null;

    private async Task<(AccessToken? Token, ApiAnswer Answer)> Renewed(AccessToken? stale)
    {
        await _one.WaitAsync();
        try
        {
            if (Held(stale) is { } held)
            {
                return (held, ApiAnswer.Done);
            }

            var now = clock.GetUtcNow();
            var (token, answer) = now < _fault.Until ? (null, _fault.Answer) : await Ask(force: false);
            if (token is not null && token.Value == stale?.Value)
            {
                (token, answer) = now - _forced >= BetweenForced ? await Ask(force: true) : (null, new ApiAnswer(40001, ""));
            }

            if (token is not null)
            {
                _token = token;
                return (token, answer);
            }

            return _token is { } last && last.Value != stale?.Value && last.Until > now ? (last, ApiAnswer.Done) : (null, answer);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(AccessToken? Token, ApiAnswer Answer)> Ask(bool force)
    {
        var now = clock.GetUtcNow();
        _forced = force ? now : _forced;
        var answer = await http.Ask("/cgi-bin/stable_token", Body(force));
        var token = answer.IsDone ? Read(answer.Body, now) : null;
        if (token is not null)
        {
            signals.WeChatTokenFails = false;
            return (token, answer);
        }

        answer = answer.IsDone ? ApiAnswer.Unknown : answer;
        _fault = (answer, now + Rest);
        if (!signals.WeChatTokenFails)
        {
            WeChatApiLog.NoToken(log, $"{answer}", ApiOutcome.Why(answer.Code));
        }

        signals.WeChatTokenFails = true;
        return (null, answer);
    }

    private ReadOnlyMemory<byte> Body(bool force) => JsonBody.Write(json =>
    {
        json.WriteString("grant_type", "client_credential");
        json.WriteString("appid", options.AppId);
        json.WriteString("secret", options.Secret);
        json.WriteBoolean("force_refresh", force);
    });

    private static AccessToken? Read(JsonElement body, DateTimeOffset asked) =>
        body.TryGetProperty("access_token", out var token) && token.ValueKind == JsonValueKind.String && token.GetString() is { Length: > 0 and <= Longest } value
        && body.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var lives) && lives > 0
            ? new AccessToken(value, asked.AddSeconds(lives))
            : null;
}

/// <summary>An access token; never shown.</summary>
internal sealed record AccessToken(string Value, DateTimeOffset Until)
{
    public override string ToString() => "access token";
}
