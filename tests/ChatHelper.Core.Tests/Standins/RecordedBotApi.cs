using System.Net;
using System.Text;
using System.Text.Json;
using Telegram.Bot;

namespace ChatHelper.Core.Tests.Standins;

/// <summary>The Bot API at the end of an HttpClient: keeps what was asked, gives what was laid ready, in order.</summary>
internal sealed class RecordedBotApi : HttpMessageHandler
{
    public const string Token = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK";

    private readonly Queue<Func<HttpResponseMessage>> _ready = new();

    public List<(Uri Address, string ContentType, string Body)> Asked { get; } = [];

    public JsonElement LastJson => JsonDocument.Parse(Asked[^1].Body).RootElement;

    public TelegramBotClient Client(Action<TelegramBotClientOptions>? set = null, CancellationToken cancellationToken = default)
    {
        var options = new TelegramBotClientOptions(Token, "http://127.0.0.1:8081/ignored") { RetryCount = 0 };
        set?.Invoke(options);
        return new TelegramBotClient(options, new HttpClient(this), cancellationToken);
    }

    public RecordedBotApi Gives(string result) => GivesRaw("""{"ok":true,"result":""" + result + "}");

    public RecordedBotApi GivesRaw(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        _ready.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        return this;
    }

    public RecordedBotApi Refuses(int code, string description, string parameters = "null") => GivesRaw(
        $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}","parameters":{{parameters}}}""", (HttpStatusCode)code);

    public RecordedBotApi Fails(Exception failure)
    {
        _ready.Enqueue(() => throw failure);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Asked.Add((request.RequestUri!, request.Content?.Headers.ContentType?.ToString() ?? "", Encoding.UTF8.GetString(body)));
        return _ready.Dequeue()();
    }
}
