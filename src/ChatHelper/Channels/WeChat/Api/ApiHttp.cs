using System.Text.Json;
using ChatHelper.Watch;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>Calls over HTTP, to the configured host alone. Made by hand, because a client from a factory logs addresses, and these hold the
/// access token. No exception leaves it: what it could say is not for logs either.</summary>
internal sealed class ApiHttp : IDisposable
{
    private const int LongestAnswer = 64 << 10;
    private readonly Uri _api;
    private readonly HttpClient _http;

    public ApiHttp(WeChatOptions options, Signals signals, TimeProvider clock)
    {
        _api = options.Api;
        _http = new HttpClient(new ServerClock(signals, clock, new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !options.Api.IsLoopback,
            ActivityHeadersPropagator = null, // no trace span with the address
            MaxConnectionsPerServer = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(3),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        }))
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>When a call is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <param name="call">Path and query below the API's address.</param>
    /// <param name="json">Posted; null: a GET.</param>
    public Task<ApiAnswer> Ask(string call, ReadOnlyMemory<byte>? json = null)
    {
        var request = new HttpRequestMessage(json is null ? HttpMethod.Get : HttpMethod.Post, new Uri(_api, call));
        if (json is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { { "Content-Type", "application/json; charset=utf-8" } } };
        }

        return Ask(request, Patience, async (answer, stop) => Read(await Small(answer.Content, stop)), CancellationToken.None);
    }

    /// <param name="call">Path and query below the API's address, or an address on a host that was checked.</param>
    public Task<ApiAnswer> Fetch(Uri call, TimeSpan limit, Func<HttpContent, CancellationToken, Task<ApiAnswer>> read, CancellationToken stop) =>
        Ask(new HttpRequestMessage(HttpMethod.Get, new Uri(_api, call)), limit, (answer, until) => read(answer.Content, until), stop);

    public static ApiAnswer Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            var root = read.RootElement;
            var code = root.TryGetProperty("errcode", out var errcode) ? errcode.GetInt32() : 0;
            var message = root.TryGetProperty("errmsg", out var errmsg) ? errmsg.GetString() ?? "" : "";
            return new ApiAnswer(code, message) { Body = root.Clone() };
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException or FormatException)
        {
            return ApiAnswer.Unknown;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<ApiAnswer> Ask(HttpRequestMessage request, TimeSpan limit, Func<HttpResponseMessage, CancellationToken, Task<ApiAnswer>> read, CancellationToken stop)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(stop);
        until.CancelAfter(limit);
        try
        {
            using (request)
            {
                using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, until.Token);
                return (int)answer.StatusCode switch
                {
                    >= 200 and < 300 => await read(answer, until.Token),
                    >= 500 => ApiAnswer.Unknown, // a gateway says nothing of what stands behind it
                    400 or 413 or 414 or 431 => new ApiAnswer((int)answer.StatusCode, ""), // it would be no better the next time
                    _ => ApiAnswer.Never, // a redirect, a proxy that lets nothing through: somebody else answers here
                };
            }
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return ApiAnswer.Never;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return ApiAnswer.Unknown;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Small(HttpContent content, CancellationToken stop)
    {
        await using var from = await content.ReadAsStreamAsync(stop);
        var bytes = new byte[LongestAnswer];
        return bytes.AsMemory(0, await from.ReadAtLeastAsync(bytes, LongestAnswer, throwOnEndOfStream: false, stop));
    }
}
