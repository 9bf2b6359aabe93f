using System.Globalization;
using System.Text;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Tests.Contract;

namespace ChatHelper.Tests.WeChat;

/// <summary>What nobody honest posts, at the worker as it runs: it is answered as the contract says, has no effect or one, and whoever
/// writes after it is heard.</summary>
public sealed class WeChatBadInputTests
{
    private const string Anna = "oFAKE_openid_of_anna_0000000001";
    private const string Said = "<FromUserName>oFAKE_openid_of_anna_0000000001</FromUserName><ToUserName>gh_fake00000001</ToUserName>";
    private readonly StillClock _clock = new(new DateTimeOffset(2026, 11, 18, 12, 30, 0, TimeSpan.Zero));
    private int _nonces;

    [Theory]
    [InlineData("signature", 403)]
    [InlineData("token", 403)]
    [InlineData("flipped", 403)]
    [InlineData("flipped and signed", 400)]
    [InlineData("appid", 400)]
    [InlineData("key", 400)]
    [InlineData("in clear", 400)]
    [InlineData("old", 403)]
    [InlineData("bomb", 200)]
    [InlineData("no xml", 200)]
    [InlineData("64 KiB + 1", 413)]
    public async Task What_is_not_of_WeChat_has_no_effect(string bad, int status)
    {
        await using var rig = await WeChatRig.Started(clock: _clock);
        var (query, body) = Bad(rig, bad);

        Assert.Equal((status, ""), await Post(rig, query, body));
        Assert.Equal(0, await Taken(rig));
        Assert.Contains("不收费", await rig.Say(Anna, "你好"), StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_posts_without_end_fills_no_log()
    {
        await using var rig = await WeChatRig.Started(clock: _clock);
        var (query, body) = Bad(rig, "signature");
        for (var times = 0; times < 5; times++)
        {
            Assert.Equal(403, (await Post(rig, query, body)).Status);
        }

        Assert.Single(rig.Log.Lines, line => line.Contains("signature is not of our token", StringComparison.Ordinal));
        _clock.Move(TimeSpan.FromSeconds(61));
        await Post(rig, query, body);
        Assert.Equal(2, rig.Log.Lines.Count(line => line.Contains("signature is not of our token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_body_that_is_posted_again_gets_the_same_bytes_and_later_nothing()
    {
        await using var rig = await WeChatRig.Started(clock: _clock);
        await rig.Agree(Anna);
        var (encrypted, other) = (Sealed(rig, Text("我借了3500元", 1)), Sealed(rig, Text("删除", 2)));
        var (query, body) = (Query(rig, encrypted, nonce: "77"), Body(encrypted));
        var first = await Post(rig, query, body);
        Assert.Equal(200, first.Status);
        Assert.Contains("<Encrypt>", first.Answer, StringComparison.Ordinal);

        Assert.Equal(first, await Post(rig, query, body));
        Assert.Equal((403, ""), await Post(rig, query, Body(other)));
        Assert.Equal((403, ""), await Post(rig, Query(rig, other, nonce: "77"), Body(other)));
        _clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal((403, ""), await Post(rig, query, body));
        Assert.Equal(1, await Taken(rig));
        Assert.Equal("3500", (await rig.Talk(Anna))!.Facts["amount"]?.Value);
    }

    [Theory]
    [InlineData("ship", "看不懂")]
    [InlineData("event", null)]
    public async Task A_kind_that_nobody_knows_is_answered_and_changes_nothing(string type, string? words)
    {
        await using var rig = await WeChatRig.Started(clock: _clock);
        await rig.Agree(Anna);
        var before = (await rig.Talk(Anna))!;
        var round = await rig.Fake.Deliver(type == "event" ? rig.Fake.Say.Event(Anna, "unheard_of", "x") : rig.Fake.Say.Message(Anna, type, ("Cargo", "1")));

        Assert.Equal(words is null ? Reading.Nothing : Reading.Message, round.Deliveries[^1].Reading);
        Assert.Contains(words ?? "", round.Shown ?? "", StringComparison.Ordinal);
        Assert.Equal(before.Version, (await rig.Talk(Anna))!.Version);
    }

    [Theory]
    [InlineData("😀😀😀 ]]> 我借了3500元 <b>&amp;")]
    [InlineData("]]>]]>]]&gt;<![CDATA[我借了3500元]]>")]
    [InlineData("我借了3500元\uFFFE\u202E\u0000")]
    [InlineData("\uD83D 我借了3500元")]
    [InlineData("<xml><Content>我借了3500元</Content></xml>")]
    public async Task A_text_of_any_signs_is_heard_once_and_answered(string text)
    {
        await using var rig = await WeChatRig.Started(clock: _clock);
        await rig.Agree(Anna);
        var said = rig.Fake.Say.Text(Anna, text);
        var round = await rig.Fake.Deliver(said);
        var again = await rig.Fake.Deliver(said);

        Assert.All(round.Deliveries.Concat(again.Deliveries), delivery => Assert.Equal(Reading.Message, delivery.Reading));
        Assert.Equal(round.Deliveries[^1].Answer, again.Deliveries[^1].Answer);
        Assert.Equal(1, await Taken(rig));
        Assert.Equal("3500", (await rig.Talk(Anna))!.Facts["amount"]?.Value);
    }

    private (string Query, byte[] Body) Bad(WeChatRig rig, string bad)
    {
        var text = Text("我借了3500元", 1);
        var encrypted = bad switch
        {
            "appid" => Sealed(rig, text, appId: "wxfake00000000beef"),
            "key" => Sealed(rig, text, key: "ABCDEFGabcdefghijklmnopqrstuvwxyz0123456789"),
            "bomb" => Sealed(rig, $"<!DOCTYPE xml [<!ENTITY a \"{new string('a', 1000)}\"><!ENTITY b \"{string.Concat(Enumerable.Repeat("&a;", 1000))}\">]>{text.Replace("我借了3500元", "&b;", StringComparison.Ordinal)}"),
            "no xml" => Sealed(rig, "我借了3500元"),
            _ => Sealed(rig, text),
        };
        var flipped = Flipped(encrypted);
        return bad switch
        {
            "signature" => (Query(rig, encrypted).Replace("msg_signature=", "msg_signature=0", StringComparison.Ordinal), Body(encrypted)),
            "token" => (Query(rig, encrypted, token: "anothertoken"), Body(encrypted)),
            "flipped" => (Query(rig, encrypted), Body(flipped)),
            "flipped and signed" => (Query(rig, flipped), Body(flipped)),
            "in clear" => (Query(rig, encrypted), Encoding.UTF8.GetBytes(text)),
            "old" => (Query(rig, encrypted, late: TimeSpan.FromMinutes(6)), Body(encrypted)),
            "64 KiB + 1" => (Query(rig, encrypted), [.. Body(encrypted), .. new byte[(64 << 10) + 1 - Body(encrypted).Length]]),
            _ => (Query(rig, encrypted), Body(encrypted)),
        };
    }

    private static string Text(string text, int id) => $"<xml>{Said}<CreateTime>1795005000</CreateTime><MsgType>text</MsgType><Content>{text}</Content><MsgId>{id}</MsgId></xml>";

    private static string Sealed(WeChatRig rig, string xml, string? key = null, string? appId = null) =>
        Envelope.Seal(key ?? rig.Fake.Options.AesKey, appId ?? rig.Fake.Options.AppId, Encoding.UTF8.GetBytes(xml));

    // In the last block: what is sealed there are the AppID and the padding.
    private static string Flipped(string encrypted)
    {
        var bytes = Convert.FromBase64String(encrypted);
        bytes[^20] ^= 0x10;
        return Convert.ToBase64String(bytes);
    }

    private static byte[] Body(string encrypted) => Encoding.UTF8.GetBytes($"<xml><ToUserName>gh_fake00000001</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");

    private string Query(WeChatRig rig, string encrypted, string? token = null, string? nonce = null, TimeSpan late = default)
    {
        nonce ??= (++_nonces).ToString(CultureInfo.InvariantCulture);
        var at = (_clock.GetUtcNow() - late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"timestamp={at}&nonce={nonce}&encrypt_type=aes&msg_signature={Envelope.Sign(token ?? rig.Fake.Options.Token, at, nonce, encrypted)}";
    }

    private static async Task<(int Status, string Answer)> Post(WeChatRig rig, string query, byte[] body)
    {
        // A body that is refused by its length must not be on its way yet: its connection ends with the answer.
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await http.PostAsync(new Uri(rig.Url, $"/wechat?{query}"), new ByteArrayContent(body));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task<long> Taken(WeChatRig rig) => rig.Read(session => (long)session.Scalar("SELECT count(*) FROM seen WHERE channel = 'wechat'")!);
}
