using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ChatHelper.Fakes.WeChat;

/// <summary>What the API does with a call.</summary>
internal sealed partial class ApiSide(FakeWeChatOptions options, TokenDesk tokens, SendWindows windows, MediaShelf media, WeChatLedger ledger, TimeProvider clock)
{
    private const int LongestText = 2048;
    private string? _menu;

    /// <summary>False: the machine that calls is not on the account's list.</summary>
    public bool AllowsAddress { get; set; } = true;

    public bool Certified { get; set; } = options.Certified;

    public string FilmsAt { get; set; } = "";

    public string? Menu => _menu;

    public Answered Run(string path, IQueryCollection query, string body) => path switch
    {
        "/cgi-bin/stable_token" => Token(body),
        "/cgi-bin/message/custom/send" => WithRight(query, () => Send(body)),
        "/cgi-bin/media/get" => WithRight(query, () => Media(query["media_id"].ToString())),
        "/cgi-bin/menu/create" => WithRight(query, () => CreateMenu(body)),
        "/cgi-bin/menu/get" => WithRight(query, () => _menu is null ? new Answered(46003, "menu no exist") : new Answered(0, "ok") { Json = $$"""{"menu":{{_menu}}}""" }),
        _ when path.StartsWith("/film/", StringComparison.Ordinal) && media.Of(path["/film/".Length..]) is { } film => new Answered(0, "ok") { Bytes = film.Bytes, Mime = film.Mime, Name = film.Name },
        _ => new Answered(40066, "invalid url"),
    };

    private Answered Token(string body)
    {
        using var asked = Json(body);
        if (asked is null)
        {
            return new Answered(47001, "data format error");
        }

        string Of(string name) => asked.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var fault = Of("grant_type") != "client_credential" ? new Answered(40002, "invalid grant_type")
            : Of("appid") != options.AppId ? new Answered(40013, "invalid appid")
            : Of("secret") != options.Secret ? new Answered(40125, "invalid appsecret, view more at http://t.cn/RAEkdVq")
            : !AllowsAddress ? new Answered(40164, "invalid ip 127.0.0.1, not in whitelist") : null;
        if (fault is not null)
        {
            return fault;
        }

        var (code, token, seconds) = tokens.Ask(asked.RootElement.TryGetProperty("force_refresh", out var force) && force.ValueKind == JsonValueKind.True);
        return code == 0
            ? new Answered(0, "ok") { Json = $$"""{"access_token":"{{token}}","expires_in":{{seconds}}}""" }
            : new Answered(code, code == 45009 ? "reach max api daily quota limit" : "api freq out of limit");
    }

    private Answered WithRight(IQueryCollection query, Func<Answered> call) => tokens.Check(query["access_token"].ToString()) switch
    {
        41001 => new Answered(41001, "access_token missing"),
        42001 => new Answered(42001, $"access_token expired rid: {query["access_token"].ToString()[..4]}"),
        40001 => new Answered(40001, "invalid credential, access_token is invalid or not latest"),
        _ when !Certified => new Answered(48001, "api unauthorized"),
        _ => call(),
    };

    private Answered Send(string body)
    {
        // Escapes of ordinary letters are shown to the person as they stand.
        using var asked = Json(Escaped().Replace(body, @"\\u${code}"));
        if (asked is null || !asked.RootElement.TryGetProperty("touser", out var to) || !asked.RootElement.TryGetProperty("msgtype", out var type)
            || type.GetString() != "text" || !asked.RootElement.TryGetProperty("text", out var text) || !text.TryGetProperty("content", out var content))
        {
            return new Answered(47001, "data format error");
        }

        var (openId, words) = (to.GetString()!, content.GetString()!);
        var code = words.Length == 0 ? 44004 : Encoding.UTF8.GetByteCount(words) > LongestText ? 45002 : windows.Take(openId);
        if (code == 0)
        {
            ledger.Add(new Seen(openId, words, Road.Pushed, clock.GetUtcNow()));
        }

        return new Answered(code, code switch
        {
            0 => "ok",
            40003 => "invalid openid",
            44004 => "empty content",
            45002 => "content size out of limit",
            45015 => "response out of time limit or subscription is canceled",
            _ => "out of response count limit",
        }) { OpenId = openId };
    }

    private Answered Media(string id) => media.Of(id) is { } medium
        ? medium.Mime == "video/mp4" ? new Answered(0, "ok") { Json = $$"""{"video_url":"{{FilmsAt}}/film/{{id}}"}""" }
        : new Answered(0, "ok") { Bytes = medium.Bytes, Mime = medium.Mime, Name = medium.Name }
        : new Answered(40007, "invalid media_id");

    private Answered CreateMenu(string body)
    {
        using var asked = Json(Escaped().Replace(body, @"\\u${code}"));
        if (asked is null || !asked.RootElement.TryGetProperty("button", out var buttons) || buttons.GetArrayLength() is 0 or > 3)
        {
            return new Answered(40016, "invalid button size");
        }

        if (!buttons.EnumerateArray().All(button => Fits(button, 16, sub: false)))
        {
            return new Answered(40018, "invalid button name size");
        }

        _menu = asked.RootElement.GetRawText();
        return new Answered(0, "ok");
    }

    private static bool Fits(JsonElement button, int most, bool sub)
    {
        if (!button.TryGetProperty("name", out var name) || name.GetString() is not { Length: > 0 } shown || Encoding.UTF8.GetByteCount(shown) > most)
        {
            return false;
        }

        return button.TryGetProperty("sub_button", out var below)
            ? !sub && below.GetArrayLength() is > 0 and <= 5 && below.EnumerateArray().All(one => Fits(one, 60, sub: true))
            : button.TryGetProperty("type", out var type) && type.GetString() == "click" && button.TryGetProperty("key", out var key) && key.GetString()!.Length is > 0 and <= 128;
    }

    private static JsonDocument? Json(string body)
    {
        try
        {
            return JsonDocument.Parse(body) is { RootElement.ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?<!\\)\\u(?!00[0-9a-fA-F]{2})(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}

/// <summary>What is answered to a call.</summary>
internal sealed record Answered(int Code, string Message)
{
    public string? Json { get; init; }

    public byte[]? Bytes { get; init; }

    public string Mime { get; init; } = "";

    public string Name { get; init; } = "";

    public string OpenId { get; init; } = "";
}
