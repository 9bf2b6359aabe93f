using System.Text;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ChatHelper.Tests.WeChat;

public sealed class DoorTests
{
    private readonly Callbacks _callbacks = new();

    [Fact]
    public void The_check_of_our_address_is_echoed_as_often_as_it_comes()
    {
        var query = _callbacks.Query(null) with { Echo = "5838479218127813673" };

        Assert.Equal(new CallbackReading.Echo("5838479218127813673"), _callbacks.Door.Echo(query));
        Assert.Equal(new CallbackReading.Echo("5838479218127813673"), _callbacks.Door.Echo(query));
        Refused(403, _callbacks.Door.Echo(query with { Echo = "another" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("<script>\n")]
    [InlineData("你好")]
    public void Nothing_but_an_echostr_is_echoed(string echo) => Refused(400, _callbacks.Door.Echo(_callbacks.Query(null) with { Echo = echo }));

    [Fact]
    public void A_check_that_is_not_signed_is_refused()
    {
        var query = _callbacks.Query(null) with { Echo = "1" };

        Refused(403, _callbacks.Door.Echo(query with { Signature = "" }));
        Refused(403, _callbacks.Door.Echo(query with { Signature = query.Signature[..39] }));
        Refused(403, _callbacks.Door.Echo(query with { Signature = query.Signature.ToUpperInvariant() }));
        Refused(403, _callbacks.Door.Echo(query with { Nonce = "1" }));
        Refused(403, _callbacks.Door.Echo(query with { Signature = "签名😀" }));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_time_may_be_five_minutes_from_ours(int late, bool passes)
    {
        var encrypted = _callbacks.Seal(Callbacks.Text());
        var reading = _callbacks.Door.Read(_callbacks.Query(encrypted, TimeSpan.FromSeconds(late)), Callbacks.Envelope(encrypted));

        Assert.Equal(passes, reading is CallbackReading.Message);
        Assert.Equal(passes ? 1 : 0, _callbacks.Door.Cipher.Opened);
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("1795005000", "")]
    [InlineData("+795005000", "1")]
    [InlineData("01795005000", "1")]
    [InlineData("99999999999999999999", "1")]
    [InlineData("１７９５００５０００", "1")]
    [InlineData("1795005000", "1 2")]
    [InlineData("1795005000", "123456789012345678901234567890123")]
    public void A_time_or_nonce_of_another_shape_is_refused(string timestamp, string nonce)
    {
        var encrypted = _callbacks.Seal(Callbacks.Text());
        var signature = CallbackSignature.Of(_callbacks.Options.Token, timestamp, nonce, encrypted);

        Refused(400, _callbacks.Door.Read(new CallbackQuery { Timestamp = timestamp, Nonce = nonce, EncryptType = "aes", MsgSignature = signature }, Callbacks.Envelope(encrypted)));
        Assert.Equal(0, _callbacks.Door.Cipher.Opened);
    }

    [Fact]
    public void The_same_message_passes_again_and_another_one_with_its_signature_does_not()
    {
        var plain = new Callbacks(WeChatMode.Plain);
        var query = plain.Query(null);

        for (var delivery = 0; delivery < 3; delivery++)
        {
            Assert.Equal("m:1", Assert.IsType<CallbackReading.Message>(plain.Door.Read(query, Callbacks.Text(id: 1))).Said.Key);
        }

        Refused(403, plain.Door.Read(query, Callbacks.Text(id: 2)));
        Assert.IsType<CallbackReading.Message>(plain.Door.Read(plain.Query(null), Callbacks.Text(id: 2)));
        Assert.IsType<CallbackReading.Message>(plain.Door.Read(plain.Query(null), Callbacks.Text(id: 1)));
    }

    [Fact]
    public void A_sealed_message_passes_again_signed_once_or_anew()
    {
        var encrypted = _callbacks.Seal(Callbacks.Text());
        var query = _callbacks.Query(encrypted);
        List<CallbackReading> readings = [.. new[] { query, query, _callbacks.Query(encrypted) }.Select(one => _callbacks.Door.Read(one, Callbacks.Envelope(encrypted)))];

        Assert.Single(readings.Select(reading => Assert.IsType<CallbackReading.Message>(reading).Said).Distinct());
        Refused(403, _callbacks.Post(Callbacks.Text(id: 2), query.Nonce));
    }

    [Theory]
    [InlineData("Safe")]
    [InlineData("Compatible")]
    public void A_body_in_clear_is_refused_where_it_must_be_sealed(string mode)
    {
        var callbacks = new Callbacks(Enum.Parse<WeChatMode>(mode));
        var encrypted = callbacks.Seal(Callbacks.Text());

        Refused(400, callbacks.Door.Read(callbacks.Query(null), Callbacks.Text()));
        Refused(400, callbacks.Door.Read(callbacks.Query(encrypted), Callbacks.Text()));
        Refused(400, callbacks.Door.Read(callbacks.Query(null), Callbacks.Envelope(encrypted)));
        Refused(400, callbacks.Door.Read(callbacks.Query(encrypted) with { EncryptType = "raw" }, Callbacks.Envelope(encrypted)));
        Refused(403, callbacks.Door.Read(callbacks.Query(encrypted) with { MsgSignature = "" }, Callbacks.Envelope(encrypted)));
        Assert.Equal(0, callbacks.Door.Cipher.Opened);
    }

    [Fact]
    public void What_stands_in_clear_beside_what_is_sealed_is_not_heard()
    {
        var callbacks = new Callbacks(WeChatMode.Compatible);
        var encrypted = callbacks.Seal(Callbacks.Text("sealed", 1));
        const string beside = "<FromUserName>oForged</FromUserName><CreateTime>1795005000</CreateTime><MsgType>text</MsgType><Content>forged</Content><MsgId>2</MsgId>";
        var said = Assert.IsType<CallbackReading.Message>(callbacks.Door.Read(callbacks.Query(encrypted), Callbacks.Envelope(encrypted, beside))).Said;

        Assert.Equal(("sealed", 1L, "oyORnuP8q7ou2gfYjqLzSIWZf0rs"), (said.Text, said.Id, said.FromUser));
    }

    [Fact]
    public void A_message_within_a_message_is_not_opened_once_more() =>
        Refused(200, _callbacks.Post(Callbacks.Envelope(_callbacks.Seal(Callbacks.Text()))));

    [Fact]
    public void What_WeChat_signed_but_we_cannot_answer_is_not_asked_for_again() =>
        Refused(200, _callbacks.Post("<xml><ToUserName>gh_1</ToUserName><InfoType>component_verify_ticket</InfoType></xml>"u8.ToArray()));

    [Fact]
    public void What_is_sealed_for_another_account_or_with_another_key_is_refused()
    {
        foreach (var other in new[] { new MessageCipher("wx2c2769f8efd9abc2", [Callbacks.Key]), new MessageCipher(_callbacks.Options.AppId, [new string('A', 43)]) })
        {
            var encrypted = other.Close(Callbacks.Text(), Callbacks.Random16);
            Refused(400, _callbacks.Door.Read(_callbacks.Query(encrypted), Callbacks.Envelope(encrypted)));
        }
    }

    [Fact]
    public void A_body_may_have_64_KiB_and_no_byte_more()
    {
        var plain = new Callbacks(WeChatMode.Plain);
        byte[] whole = Callbacks.Text(new string('x', (64 << 10) - Callbacks.Text("").Length));
        Assert.Equal(64 << 10, whole.Length);

        Assert.IsType<CallbackReading.Message>(plain.Door.Read(plain.Query(null), whole));
        Refused(413, plain.Door.Read(plain.Query(null), [.. whole, (byte)'\n']));
        Assert.Null(InboundXml.Read([.. whole, (byte)'\n']));
    }

    [Fact]
    public void Pairs_are_kept_for_ten_minutes_and_only_so_many()
    {
        var (cache, now) = (new ReplayCache(CallbackDoor.Window, most: 100), _callbacks.Clock.GetUtcNow());
        for (var pair = 0; pair < 1000; pair++)
        {
            Assert.True(cache.Passes("1", $"{pair}", $"m:{pair}", now));
        }

        Assert.Equal(100, cache.Count);
        Assert.False(cache.Passes("1", "999", "m:1", now + (2 * CallbackDoor.Window)));
        Assert.True(cache.Passes("1", "999", "m:1", now + (2 * CallbackDoor.Window) + TimeSpan.FromSeconds(1)));
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void What_stands_twice_in_an_address_or_is_too_long_counts_as_missing()
    {
        var query = CallbackQuery.Of(new QueryCollection(new Dictionary<string, StringValues>
        {
            ["signature"] = new(["a", "b"]), ["timestamp"] = "1", ["nonce"] = new string('1', 257), ["msg_signature"] = "c", ["encrypt_type"] = "aes", ["echostr"] = "d",
        }));

        Assert.Equal(new CallbackQuery { Timestamp = "1", MsgSignature = "c", EncryptType = "aes", Echo = "d" }, query);
    }

    private static void Refused(int status, CallbackReading reading)
    {
        var refused = Assert.IsType<CallbackReading.Refused>(reading);
        Assert.Equal(status, refused.Status);
        Assert.All(Encoding.UTF8.GetBytes(refused.Why), sign => Assert.InRange(sign, (byte)' ', (byte)'~'));
    }
}
