using System.Collections.Concurrent;
using System.Net;

namespace Telegram.Bot;

/// <summary>A client of the Bot API over HTTP. Every address it calls holds the token, so no address ever leaves it:
/// what fails below is told again without one.</summary>
public class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _http;
    private readonly CancellationToken _always;
    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    public TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _http = httpClient ?? Client();
        _always = cancellationToken;
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public long BotId => _options.BotId;

    public TimeSpan Timeout
    {
        get => _http.Timeout;
        set => _http.Timeout = value;
    }

    public virtual async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var linked = Linked(ref cancellationToken);
        using var content = request.ToHttpContent();
        if (content is MultipartContent && _options is { RetryThreshold: > 0, RetryCount: > 1 })
        {
            await content.LoadIntoBufferAsync(cancellationToken); // a stream can be read once, a retry reads it again
        }

        for (var attempt = 1; ; attempt++)
        {
            var message = new HttpRequestMessage(request.HttpMethod, Address(request.MethodName)) { Content = content };
            using var response = await Answer(message, HttpCompletionOption.ResponseContentRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var answer = await Read<ApiResponse<TResponse>>(response, cancellationToken);
                return answer is { Ok: true, Result: { } result } ? result : throw Incomplete(response);
            }

            var refusal = await Refusal(response, cancellationToken);
            if (refusal is not { ErrorCode: 429, Parameters.RetryAfter: { } wait }
                || attempt >= _options.RetryCount || _options.RetryThreshold <= 0 || wait > _options.RetryThreshold)
            {
                throw refusal;
            }

            await Task.Delay(TimeSpan.FromSeconds(wait), cancellationToken);
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default) =>
        DownloadFile(file.FilePath!, destination, cancellationToken);

    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(filePath) || filePath.Length < 2)
        {
            throw new ArgumentException("A file path is needed.", nameof(filePath));
        }

        ArgumentNullException.ThrowIfNull(destination);
        using var linked = Linked(ref cancellationToken);
        var message = new HttpRequestMessage(HttpMethod.Get, $"{_options.FileRoot}/{filePath}");
        using var response = await Answer(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw await Refusal(response, cancellationToken);
        }

        try
        {
            await response.Content.CopyToAsync(destination, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Failed("The file broke off", failure);
        }
    }

    private static HttpClient Client() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        ActivityHeadersPropagator = null, // else every request becomes a trace span with its full address
    });

    private static RequestException Incomplete(HttpResponseMessage response) =>
        new("The answer lacks what it must have.", response.StatusCode);

    private static async Task<ApiRequestException> Refusal(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = await Read<ApiResponse>(response, cancellationToken);
        return answer is { ErrorCode: not 0, Description: { } description }
            ? new ApiRequestException(description, answer.ErrorCode, answer.Parameters)
            : throw Incomplete(response);
    }

    private static async Task<T?> Read<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<T>(body, JsonBotAPI.Options, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("The answer cannot be read.", response.StatusCode, failure);
        }
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage message, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(message, until, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException failure)
        {
            throw Failed("The Bot API did not answer in time", failure);
        }
        catch (Exception failure)
        {
            throw Failed("The Bot API cannot be reached", failure);
        }
    }

    // A cause goes along only when nothing in it, down to the innermost, spells the token; a handler of the caller's may well say which address failed.
    private RequestException Failed(string what, Exception failure)
    {
        var whole = failure.ToString();
        var clean = !whole.Contains(_options.Token, StringComparison.Ordinal)
            && !whole.Contains(Uri.EscapeDataString(_options.Token), StringComparison.OrdinalIgnoreCase);
        return new RequestException($"{what}: {failure.GetType().Name}", clean ? failure : null);
    }

    private Uri Address(string method) =>
        _addresses.GetOrAdd(method, static (name, root) => new Uri($"{root}/{name}"), _options.RequestRoot);

    private CancellationTokenSource? Linked(ref CancellationToken cancellationToken)
    {
        if (!_always.CanBeCanceled)
        {
            return null;
        }

        var both = CancellationTokenSource.CreateLinkedTokenSource(_always, cancellationToken);
        cancellationToken = both.Token;
        return both;
    }
}
