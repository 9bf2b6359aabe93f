using System.Net.Http.Headers;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Updates;

namespace ChatHelper.Fakes.Webhook;

/// <summary>What one post came to; no failure means 2xx.</summary>
internal readonly record struct PostResult(int Status, string? Failure, TimeSpan? RetryAfter, string? ContentType, byte[] Body);

/// <summary>One webhook address: posts an update, and executes the method in the answer as if the bot had called it.</summary>
internal sealed class WebhookPost(World world, WebhookSetting setting) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = setting.MaxConnections, AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null,
    });

    public WebhookSetting Setting => setting;

    public async Task<PostResult> SendAsync(PendingUpdate update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, setting.Address) { Content = new ByteArrayContent(update.Json) };
        request.Content.Headers.ContentType = Json;
        if (setting.Secret.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", setting.Secret);
        }
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            var status = (int)response.StatusCode;
            if (status is < 200 or > 299)
            {
                return new PostResult(status, $"Wrong response from the webhook: {status} {response.ReasonPhrase}", response.Headers.RetryAfter?.Delta, ContentType: null, []);
            }
            var body = await response.Content.ReadAsByteArrayAsync(patience.Token);
            return new PostResult(status, Failure: null, RetryAfter: null, response.Content.Headers.ContentType?.ToString(), body);
        }
        catch (OperationCanceledException)
        {
            return new PostResult(0, "Read timeout expired", RetryAfter: null, ContentType: null, []);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException)
        {
            return new PostResult(0, e.Message, RetryAfter: null, ContentType: null, []);
        }
    }

    public void Dispose() => _http.Dispose();

    public async ValueTask ExecuteAsync(PostResult result)
    {
        if (result.Body.Length == 0)
        {
            return;
        }
        using var call = new Call { InWebhookAnswer = true };
        try
        {
            await BodyReading.FillAsync(call.Arguments, result.ContentType, result.Body);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or IOException or FormatException)
        {
            return; // a body that is no call is ignored: 2xx was enough
        }
        if (call.Arguments.String("method"u8) is { Length: > 0 } method)
        {
            call.Method = world.Dispatcher.Name(method);
            if (IsRefusedHere(call.Method))
            {
                world.Ledger.Count(call.Method, "not in a webhook answer");
                return;
            }
            await world.Dispatcher.RunAsync(call);
        }
    }

    private static bool IsRefusedHere(string method) =>
        method.StartsWith("get", StringComparison.OrdinalIgnoreCase)
        || method.ToUpperInvariant() is "SETWEBHOOK" or "DELETEWEBHOOK" or "CLOSE" or "LOGOUT";
}
