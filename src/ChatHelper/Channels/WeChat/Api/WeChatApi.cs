using System.Text.Json;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>The calls we make. A refused token is renewed and the call made again, once.</summary>
internal sealed class WeChatApi(ApiHttp http, AccessTokens tokens)
{
    /// <summary>A customer-service message. Nobody but the person sees it, and it cannot be taken back.</summary>
    public Task<ApiAnswer> Send(string openId, string text) => Post("/cgi-bin/message/custom/send", json =>
    {
        json.WriteText("touser", openId);
        json.WriteString("msgtype", "text");
        json.WriteStartObject("text");
        json.WriteText("content", text);
        json.WriteEndObject();
    });

    /// <summary>What somebody sent, by MediaId.</summary>
    public Task<ApiAnswer> Media(string mediaId, TimeSpan limit, Func<HttpContent, CancellationToken, Task<ApiAnswer>> read, CancellationToken stop) =>
        WithToken(token => http.Fetch(new Uri($"/cgi-bin/media/get?access_token={Query(token)}&media_id={Uri.EscapeDataString(mediaId)}", UriKind.Relative), limit, read, stop));

    /// <summary>The menu below the chat; pressing an item is an event with its key.</summary>
    public Task<ApiAnswer> CreateMenu(WeChatMenu menu) => Post("/cgi-bin/menu/create", menu.Write);

    /// <summary>The menu that stands; 46003: none.</summary>
    public Task<ApiAnswer> Menu() => WithToken(token => http.Ask($"/cgi-bin/menu/get?access_token={Query(token)}"));

    private Task<ApiAnswer> Post(string path, Action<Utf8JsonWriter> members)
    {
        var body = JsonBody.Write(members);
        return WithToken(token => http.Ask($"{path}?access_token={Query(token)}", body));
    }

    private async Task<ApiAnswer> WithToken(Func<AccessToken, Task<ApiAnswer>> call)
    {
        var (token, fault) = await tokens.Now();
        if (token is null)
        {
            return Uncalled(fault);
        }

        var answer = await call(token);
        if (!answer.IsStale)
        {
            return answer;
        }

        var (other, why) = await tokens.Fresh(token);
        return other is null ? Uncalled(why) : await call(other);
    }

    // Whatever became of asking for a token: the call itself was never made.
    private static ApiAnswer Uncalled(ApiAnswer fault) => fault.Arrival == Arrival.Unknown ? ApiAnswer.Never : fault;

    private static string Query(AccessToken token) => Uri.EscapeDataString(token.Value);
}
