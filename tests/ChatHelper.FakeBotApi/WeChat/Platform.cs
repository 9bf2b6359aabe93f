using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Fakes.WeChat;

/// <summary>The platform's side towards the callback: posts what people do, waits 5 seconds, posts again, three times in all.</summary>
public sealed class Platform : IDisposable
{
    /// <summary>What a person sees when no delivery was answered, or the answer cannot be read.</summary>
    public const string Unavailable = "该公众号暂时无法提供服务，请稍后再试";

    private const int Deliveries = 3;
    private readonly FakeWeChatOptions _options;
    private readonly WeChatLedger _ledger;
    private readonly SendWindows _windows;
    private readonly TimeProvider _clock;
    private readonly AnswerReading _reading;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    internal Platform(FakeWeChatOptions options, WeChatLedger ledger, SendWindows windows, TimeProvider clock)
    {
        (_options, _ledger, _windows, _clock, AesKeys) = (options, ledger, windows, clock, [options.AesKey]);
        _reading = new AnswerReading(options, () => AesKeys);
    }

    /// <summary>Where deliveries go.</summary>
    public Uri? Callback { get; set; }

    /// <summary>EncodingAESKeys: the first seals, answers may be sealed with each.</summary>
    public IReadOnlyList<string> AesKeys { get; set; }

    /// <summary>Whether the answer to this delivery (1 to 3) is lost on its way; the next one follows.</summary>
    public Func<Said, int, bool>? Loses { get; set; }

    /// <summary>The check of the address: GET with echostr.</summary>
    public async Task<bool> CheckUrl()
    {
        var echo = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        using var answer = await _http.GetAsync(new Uri($"{Callback}?{Plain(Now, Nonce())}&echostr={echo}"));
        return answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync() == echo;
    }

    /// <summary>Delivers until an answer came, and shows it.</summary>
    public async Task<Round> Deliver(Said said)
    {
        if (said.Begins())
        {
            _windows.Heard(said);
        }

        List<Delivery> deliveries = [];
        var (query, body) = Post(said);
        do
        {
            if (deliveries.Count > 0 && !_options.RepeatsNonce)
            {
                (query, body) = Post(said);
            }

            deliveries.Add(await Connect(said, deliveries.Count + 1, query, body));
        }
        while (deliveries.Count < Deliveries && (deliveries[^1].Lost || deliveries[^1].Reading == Reading.None));

        return Show(said, deliveries);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Delivery> Connect(Said said, int number, string query, byte[] body)
    {
        var begun = Stopwatch.GetTimestamp();
        using var cut = new CancellationTokenSource(TimeSpan.FromSeconds(5 * _options.WaitScale));
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
            using var answer = await _http.PostAsync(new Uri($"{Callback}?{query}"), content, cut.Token);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cut.Token);
            var took = Stopwatch.GetElapsedTime(begun);
            var (reading, text, fault) = answer.IsSuccessStatusCode ? _reading.Read(bytes, said) : (Reading.None, null, "an error status");
            return new Delivery(number, took, (int)answer.StatusCode, bytes, reading, text, fault, Loses?.Invoke(said, number) == true);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            return new Delivery(number, Stopwatch.GetElapsedTime(begun), null, [], Reading.None, null, fault is OperationCanceledException ? "cut" : fault.Message, Lost: false);
        }
    }

    private Round Show(Said said, List<Delivery> deliveries)
    {
        var came = deliveries.Find(delivery => !delivery.Lost && delivery.Reading != Reading.None);
        var shown = said.Event == "unsubscribe" ? null // they are gone
            : came is null or { Reading: Reading.Unreadable } ? Unavailable : came.Text;
        if (shown is not null)
        {
            _ledger.Add(new Seen(said.OpenId, shown, shown == Unavailable ? Road.Platform : Road.Passive, _clock.GetUtcNow()));
        }

        var round = new Round(said, deliveries, shown);
        _ledger.Add(round);
        return round;
    }

    private (string Query, byte[] Body) Post(Said said)
    {
        var (stamp, nonce) = (Now, Nonce());
        var query = $"{Plain(stamp, nonce)}&openid={said.OpenId}";
        if (_options.Mode == BodyMode.Plain)
        {
            return (query, Encoding.UTF8.GetBytes(said.Xml));
        }

        var encrypted = Envelope.Seal(AesKeys[0], _options.AppId, Encoding.UTF8.GetBytes(said.Xml));
        var clear = _options.Mode == BodyMode.Compatible ? said.Inner : $"<ToUserName><![CDATA[{said.Account}]]></ToUserName>";
        return ($"{query}&encrypt_type=aes&msg_signature={Envelope.Sign(_options.Token, stamp, nonce, encrypted)}",
            Encoding.UTF8.GetBytes($"<xml>{clear}<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"));
    }

    private string Plain(string stamp, string nonce) => $"signature={Envelope.Sign(_options.Token, stamp, nonce)}&timestamp={stamp}&nonce={nonce}";

    private string Now => _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Nonce() => RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
}
