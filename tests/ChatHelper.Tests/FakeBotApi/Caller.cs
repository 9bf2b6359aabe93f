using System.Net.Http.Json;
using System.Text.Json;
using ChatHelper.Fakes;

namespace ChatHelper.Tests.Fakes;

/// <summary>A bare HTTP client in the bot's place.</summary>
internal sealed class Caller(FakeBotApi fake) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public HttpClient Http => _http;

    public async Task<(int Status, JsonElement Body)> Call(string method, object? arguments = null)
    {
        using var response = await _http.PostAsJsonAsync($"{fake.BaseUrl}/bot{fake.Token}/{method}", arguments ?? new { });
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<JsonElement> Result(string method, object? arguments = null)
    {
        var (status, body) = await Call(method, arguments);
        Assert.True(status == 200, $"{method}: {body}");
        return body.GetProperty("result");
    }

    public async Task<string> Refusal(string method, object? arguments = null, int status = 400)
    {
        var (code, body) = await Call(method, arguments);
        Assert.Equal(status, code);
        Assert.False(body.GetProperty("ok").GetBoolean());
        Assert.Equal(status, body.GetProperty("error_code").GetInt32());
        return body.GetProperty("description").GetString()!;
    }

    public async Task<List<JsonElement>> Updates(int offset, int timeout = 0, int limit = 100, string[]? allowed = null) =>
        [.. (await Result("getUpdates", allowed is null ? new { offset, timeout, limit } : new { offset, timeout, limit, allowed_updates = allowed })).EnumerateArray()];

    public async Task<JsonElement> Control(HttpMethod verb, string route, object? arguments = null)
    {
        using var request = new HttpRequestMessage(verb, $"{fake.BaseUrl}/control/{route}") { Content = arguments is null ? null : JsonContent.Create(arguments) };
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("result");
    }

    public static object Keyboard(params string[] data) =>
        new { inline_keyboard = data.Select(d => new[] { new { text = d, callback_data = d } }).ToArray() };

    public static int Id(JsonElement update) => update.GetProperty("update_id").GetInt32();

    public static string? Text(JsonElement update) => update.GetProperty("message").GetProperty("text").GetString();

    public void Dispose() => _http.Dispose();
}
