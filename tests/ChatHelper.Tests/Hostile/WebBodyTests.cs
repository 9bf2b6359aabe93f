using System.Globalization;
using System.Text;
using ChatHelper.Limits;
using ChatHelper.Tests.Web;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Bodies, forms, cookies and headers that no browser of ours sends: the server says what is wrong with them, and never breaks.</summary>
public sealed class WebBodyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Times = Rounds.Of("HOSTILE_WEB", 1500);
    private static readonly string[] Paths = ["/chat/open", "/chat/say", "/chat/file", "/chat/qr", "/chat/ack", "/chat/recovery", "/chat/recover", "/chat/forget", "/witness/open", "/witness/read", "/witness/edit", "/witness/tell", "/witness/withdraw", "/desk/enter", "/desk/case/x/reply"];
    private static readonly string[] Types = ["application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "application/json;;;", "multipart/form-data; boundary=\"\""];

    private static readonly string[] Bodies =
    [
        """{"key":"aaaaaaaaaaaaaaaaaaaa","seen":"1","text":"你好"}""", """{"key":"aaaaaaaaaaaaaaaaaaab","version":1,"step":"start.what","choices":["tell","x",null]}""", """{"code":"1234 5678 1234 5678"}""", """{"text":"https://example.org"}""",
        "lang=zh-Hans&code=ABCD-EFGH-JKLM-NPQR&said=%E4%BB%96%E4%BB%AC&when=%00&number=1&consent=yes&relation=%zz",
        "--b\r\nContent-Disposition: form-data; name=\"said\"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nabc\r\n--b--\r\n",
    ];

    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start(LimitOptions.None);

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task No_body_no_cookie_and_no_header_breaks_the_pages()
    {
        var mutant = new Mutant(20261124);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _site.Url };
        var answers = new SortedDictionary<int, int>();
        List<string> broken = [];
        for (var time = 0; time < Times; time++)
        {
            using var request = Request(mutant, out var told);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var status = (int)answer.StatusCode;
            answers[status] = answers.GetValueOrDefault(status) + 1;
            if (status >= 500)
            {
                broken.Add($"{status} {told}");
            }
        }

        output.WriteLine($"{Times} requests: {string.Join(", ", answers.Select(pair => $"{pair.Value} x {pair.Key}"))}");
        Assert.Empty(broken.Take(10));
        using var visitor = await Visitor.Open(_site);
        await visitor.Say("还在吗"); // it still serves
    }

    [Theory]
    [InlineData("/chat/file", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc")]
    [InlineData("/chat/file", "multipart/form-data; boundary=b", "no part at all")]
    [InlineData("/witness/tell", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"said\"\r\n\r\nabc")]
    [InlineData("/chat/ack", "text/plain", "x")]
    [InlineData("/chat/say", "application/json; charset=nonsense", "{}")]
    [InlineData("/chat/say", "application/json", "{\"key\":\"aaaaaaaaaaaaaaaaaaaa\",\"text\":\"\\ud83d\"}")]
    [InlineData("/chat/recover", "application/json", "[[[[")]
    public async Task A_body_that_is_none_is_the_senders_fault(string path, string type, string body)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = _site.Url };
        using var request = Post(path, Encoding.UTF8.GetBytes(body), type, new string('a', 64));
        using var answer = await http.SendAsync(request);

        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    private HttpRequestMessage Request(Mutant mutant, out string told)
    {
        var (path, type) = (mutant.Dice.Of(Paths), mutant.Dice.Of(Types));
        var body = mutant.Dice.Of(Bodies);
        var fits = body[0] == '{' ? "application/json" : body[0] == '-' ? "multipart/form-data; boundary=b" : "application/x-www-form-urlencoded";
        type = mutant.Dice.Roll(2) == 0 ? fits : type;
        var bytes = mutant.Dice.Roll(5) switch { 0 => Encoding.UTF8.GetBytes(body), 1 when body[0] == '{' => mutant.Json(body), _ => mutant.Bytes(Encoding.UTF8.GetBytes(body)) };
        var cookie = mutant.Dice.Roll(3) == 0 ? Header(mutant.Text(100)) : string.Create(CultureInfo.InvariantCulture, $"{mutant.Dice.Roll(9):x64}");
        told = $"{path} {type}: {Encoding.UTF8.GetString(bytes)}";
        var request = Post(path, bytes, type, cookie);
        foreach (var name in (string[])["Accept-Language", "Last-Event-ID", "Chat-Key", "Referer", "User-Agent", "X-Forwarded-For"])
        {
            if (mutant.Dice.Roll(3) == 0)
            {
                request.Headers.TryAddWithoutValidation(name, Header(mutant.Text(60)));
            }
        }

        if (mutant.Dice.Roll(2) == 0)
        {
            request.Headers.Remove("Chat-Key");
            request.Headers.TryAddWithoutValidation("Chat-Key", $"aaaaaaaaaaaaaaaaaa{mutant.Dice.Roll(100)}");
        }

        return request;
    }

    private HttpRequestMessage Post(string path, byte[] body, string type, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("Origin", _site.Url.GetLeftPart(UriPartial.Authority));
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", $"chat={cookie}; desk={cookie}; desk-form={cookie}");
        }

        return request;
    }

    // What a client can put into a header at all.
    private static string Header(string text) => string.Concat(text.Where(sign => sign is >= ' ' and < '\u007F'));
}
