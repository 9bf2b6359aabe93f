using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ChatHelper.Tests.Canary;

/// <summary>An invented person on the web page, who says canaries.</summary>
internal sealed class WebPerson : IDisposable
{
    private const string Word = Person.Word, Number = Person.Number, Latin = Person.Latin;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly int _no;
    private int _said;

    public WebPerson(Place place, int no)
    {
        (_no, _http) = (no, new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = new Uri(place.Url) });
        _http.DefaultRequestHeaders.Add("Origin", place.Url);
    }

    public int Laid { get; private set; }

    public string Cookie => _cookies.GetAllCookies().Single().Value;

    /// <summary>Tells a case, keeps it, sends a file, and reads what was answered, with a letter and a copy of everything.</summary>
    /// <returns>What came over the stream.</returns>
    public async Task<string> Fill()
    {
        (await _http.PostAsJsonAsync("/chat/open", new { })).EnsureSuccessStatusCode();
        foreach (var text in new[]
        {
            "你好", $"我叫{Word}{_no}，号码{Number}{_no:D4}，{Latin}公司打我家人", "1", "1", "同意", "上周三晚上九点多", "昨天下午", "20", "1 2", $"{Number}{_no:D4}",
            $"{Word}消费金融{Latin}", "菜单", $"又打了", $"刚才{Number}{_no:D4}又打给我妈，说{Word}不还钱就来家里{Latin}", "好了", "投诉信", $"{Word}{Latin}", "导出", "1",
        })
        {
            await Say(text);
        }

        var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"{Word} {Number} {Latin}"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var give = new HttpRequestMessage(HttpMethod.Post, "/chat/file") { Content = new MultipartFormDataContent { { file, "file", $"{Latin}{Number}.txt" } } };
        give.Headers.Add("Chat-Key", Key());
        (await _http.SendAsync(give)).EnsureSuccessStatusCode();
        Laid += 2;
        return await Read();
    }

    /// <returns>Whether the receipt came.</returns>
    public async Task<bool> Leave()
    {
        await Say("删除");
        var answer = await Say("1");
        Assert.True(answer.GetProperty("erased").GetBoolean(), answer.ToString());
        return answer.ToString().Contains("密钥已经毁掉", StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Say(string text)
    {
        Laid += Person.Canaries(text);
        var answer = await _http.PostAsJsonAsync("/chat/say", new { key = Key(), text });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    // Until nothing more comes.
    private async Task<string> Read()
    {
        var heard = new StringBuilder();
        using var answer = await _http.GetAsync(new Uri("/chat/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        try
        {
            while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(1.5)) is { } line)
            {
                heard.AppendLine(line);
            }
        }
        catch (TimeoutException)
        {
            // All was read.
        }

        return heard.ToString();
    }

    private string Key() => $"web{_no:D6}{Interlocked.Increment(ref _said):D15}";
}
