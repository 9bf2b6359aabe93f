using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace ChatHelper.Tests.Web;

/// <summary>A browser as the server sees it: cookies, the page's origin, posts and a stream.</summary>
public sealed class Visitor : IDisposable
{
    private static int s_keys;

    public Visitor(Site site)
    {
        Http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = site.Url };
        Http.DefaultRequestHeaders.Add("Origin", site.Url.GetLeftPart(UriPartial.Authority));
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http { get; }

    public static async Task<Visitor> Open(Site site)
    {
        var visitor = new Visitor(site);
        (await visitor.Http.PostAsJsonAsync("/chat/open", new { })).EnsureSuccessStatusCode();
        return visitor;
    }

    public string Key() => $"key{Interlocked.Increment(ref s_keys):D20}";

    public async Task<JsonElement> Say(string text, string? key = null, string? seen = null) =>
        await Answer(await Http.PostAsJsonAsync("/chat/say", new { key = key ?? Key(), text, seen }));

    public async Task<JsonElement> Press(JsonElement question, params string[] choices) => await Answer(await Http.PostAsJsonAsync("/chat/say", new
    {
        key = Key(), version = question.GetProperty("version").GetInt32(), step = question.GetProperty("step").GetString(), choices,
    }));

    public Task<HttpResponseMessage> Give(byte[] bytes, string name, string key)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat/file") { Content = new MultipartFormDataContent { { file, "file", name } } };
        request.Headers.Add("Chat-Key", key);
        return Http.SendAsync(request);
    }

    /// <summary>Listens until a reply contains the words.</summary>
    public async Task<IReadOnlyList<Heard>> Until(string words, string? after = null, string? last = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Get, after is null ? "/chat/events" : $"/chat/events?after={after}");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        answer.EnsureSuccessStatusCode();
        List<Heard> heard = [];
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(patience.Token)).EnumerateAsync(patience.Token))
        {
            if (item.EventType is "reply" or "standing")
            {
                var shown = JsonSerializer.Deserialize<JsonElement>(item.Data);
                heard.Add(new Heard(item.EventType, item.EventId, shown.GetProperty("reply")) { Files = [.. shown.GetProperty("files").EnumerateArray()] });
                if (heard[^1].Text.Contains(words, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }

        return heard;
    }

    public void Dispose() => Http.Dispose();

    private static async Task<JsonElement> Answer(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

/// <summary>An event of the stream.</summary>
public sealed record Heard(string Kind, string? Id, JsonElement Reply)
{
    public IReadOnlyList<JsonElement> Files { get; init; } = [];

    public string Text => Reply.GetProperty("text").GetString()!;
}
