using System.Text;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;

namespace ChatHelper.Tests.WeChat;

/// <summary>The values of the samples that WeChat and WeCom publish with their WXBizMsgCrypt and in their pages.</summary>
public sealed class SampleTests
{
    private const string Video = "<xml><ToUserName><![CDATA[oia2Tj我是中文jewbmiOUlr6X-1crbLOvLw]]></ToUserName><FromUserName><![CDATA[gh_7f083739789a]]></FromUserName><CreateTime>1407743423</CreateTime><MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0]]></MediaId><Title><![CDATA[testCallBackReplyVideo]]></Title><Description><![CDATA[testCallBackReplyVideo]]></Description></Video></xml>";
    private const string SealedVideo = "jn1L23DB+6ELqJ+6bruv23M2GmYfkv0xBh2h+XTBOKVKcgDFHle6gqcZ1cZrk3e1qjPQ1F4RsLWzQRG9udbKWesxlkupqcEcW7ZQweImX9+wLMa0GaUzpkycA8+IamDBxn5loLgZpnS7fVAbExOkK5DYHBmv5tptA9tklE/fTIILHR8HLXa5nQvFb3tYPKAlHF3rtTeayNf0QuM+UW/wM9enGIDIJHF7CLHiDNAYxr+r+OrJCmPQyTy8cVWlu9iSvOHPT/77bZqJucQHQ04sq7KZI27OcqpQNSto2OdHCoTccjggX5Z9Mma0nMJBU+jLKJ38YB1fBIz+vBzsYjrTmFQ44YfeEuZ+xRTQwr92vhA9OxchWVINGC50qE/6lmkwWTwGX9wtQpsJKhP+oS7rvTY8+VdzETdfakjkwQ5/Xka042OlUb1/slTwo4RscuQ+RdxSGvDahxAJ6+EAjLt9d8igHngxIbf6YyqqROxuxqIeIch3CssH/LqRs+iAcILvApYZckqmA7FNERspKA5f8GoJ9sv8xmGvZ9Yrf57cExWtnX8aCMMaBropU/1k+hKP5LVdzbWCG0hGwx/dQudYR/eXp3P0XxjlFiy+9DMlaFExWUZQDajPkdPrEeOwofJb";
    private const string Good = "hE8R6mGXHkJJjU72KxzKUd1GEkKJaEZq7vRL8XgK3o+00k8JGq6+pZJUIlTSyhsX+bxIBQ72g3GyvDdIZcr6+3HAZbSvPT9t/o11MI7d6WELwqrGd7jMnV0zv3Zc9Nq7";
    private static readonly string Zeros = new('A', 43);

    public static TheoryData<string, string, string, string, string, string, string, string, string> Received => new()
    {
        {
            "QDG6eK", Callbacks.OldKey, "wx5823bf96d3bd56c7", "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780",
            "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
            "1616140317555161061", ""
        },
        {
            "QDG6eK", Callbacks.OldKey, "wx5823bf96d3bd56c7", "477715d11cdb4164915debcba66cb864d751f3e6", "1409659813", "1372623149",
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==",
            "<Content><![CDATA[hello]]></Content>", "m:4561255354251345929"
        },
        {
            "spamtest", Callbacks.Key, "wx2c2769f8efd9abc2", "5d197aaffba7e9b25a30732f161a50dee96bd5fa", "1409735669", "1320562132",
            "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=",
            "<Content><![CDATA[abcdteT]]></Content>", "m:6054768590064713728"
        },
        {
            "spamtest", Callbacks.Key, "wx2c2769f8efd9abc2", "003fee52ecc56afb46c00b5c7721be87860ce785", "1410349438", "298025754",
            "mfBCs65c67CeJw22u4VT2TD73q5H06+ocrAIxswCaeZ/d/Lw0msSZFHY0teqgSYiI1zR2gD2DKrB3TIrmX/liNSDrGqS8jSI/WPeKB5VPr7Ezr7gomZAyGCwJSgT1TRFWPfONGJMxuj2nk4faTuspAuVIFQ6SHwZuJBZC7mcJp7Cgr9cUhATQWDbOPaE7ukZBTV2YqyzH+UI2AK+J1S47cE79k1RX8t0hcTz/O0hlK8DGXKnvYv88qKQcI7z4iaajqHfRVZKBNyOODabs+It+ZfM3dWTeFcPgDbGtIEnpt/EDtuuA/zMvtkaKdHdswPnVZQ+xdwbYr3ldGvfT8HlEYEgkgKaThxTFobVlwzu2ZkXCjicbP3xdr15Iq48ObgzPpqYuZ3IEoyggZDKClquk0u0orMck4GTF/XyE8yGzc4=",
            "<CreateTime>1410349438</CreateTime>", "m:6057404712141979648"
        },
        {
            "AAAAA", Zeros, "wx134c8103faa5a59e", "6c12a4205838198b8fa631b3220723bb07f1015c", "1715943329", "1590219412",
            "D7yzvUNAL930rd28wf21s4hvXhz0L6Uit/p2Di6C5DHyYGpEgdBRnKjBec34JwoQXicwaZC7fOVihW80F4VtsdvE//1vr7oAbqjDv8KenVp+ajKYpJnyQ4zMRhIC+a31fCVOMC03FfzV/QuC94kBP55a+Za3sJgvAn+ZbsNqZI5DkyuzkhQN8OBqCzFhizGmy0xpM0MEA4agpvE+RuNO1rhHTtuJB5yltw1FiYzecSXJ+y/D2r81VkRn2eYjh2ltsoyfbDR7Is6ookXIFxTfyeNyeHxMeT4KN5WpCDmSbTcUYrbBUlkGLJ9n/rU8YOywma6G7aTb7KZKOqCxgfoUlYEZPk4FUL/TK7ShriFDMVCLyjQJ15Ob++agDWtcxhfUfe6HIoIpRW8mKNBQiY/Jd1svvuskA1wLef1RTtzKfMpagSCX/laZINmdnX4zrF6kIaR9P4xQrWXbsTFHTYe0Mg==",
            "debug_demo", "e:"
        },
    };

    [Theory]
    [MemberData(nameof(Received))]
    public void A_sample_that_came_is_theirs_and_opens(string token, string key, string appId, string signature, string timestamp, string nonce, string encrypted, string part, string messageKey)
    {
        Assert.True(CallbackSignature.Is(signature, token, timestamp, nonce, encrypted));
        Assert.False(CallbackSignature.Is(signature, token + "x", timestamp, nonce, encrypted));
        var opened = new MessageCipher(appId, [key]).Open(encrypted)!;

        Assert.Contains(part, Encoding.UTF8.GetString(opened));
        Assert.StartsWith(messageKey, InboundXml.Read(opened)?.Key ?? "", StringComparison.Ordinal);
        Assert.Null(new MessageCipher("wx0000000000000000", [key]).Open(encrypted));
    }

    [Fact]
    public void The_sample_of_a_message_comes_through_the_door()
    {
        var clock = new Channels.Terminal.VirtualClock(DateTimeOffset.FromUnixTimeSeconds(1409735680));
        var door = new CallbackDoor(new WeChatOptions { AppId = "wx2c2769f8efd9abc2", Token = "spamtest", AesKeys = [Callbacks.Key], Mode = WeChatMode.Compatible }, clock);
        var encrypted = (string)Received.ToList()[2][6];
        var beside = "<FromUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></FromUserName><CreateTime>1409735668</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[abcdteT]]></Content><MsgId>6054768590064713728</MsgId>";
        var query = new CallbackQuery { Timestamp = "1409735669", Nonce = "1320562132", EncryptType = "aes", MsgSignature = "5d197aaffba7e9b25a30732f161a50dee96bd5fa" };

        var (said, isSealed) = Assert.IsType<CallbackReading.Message>(door.Read(query, Callbacks.Envelope(encrypted, beside)));

        Assert.True(isSealed);
        Assert.Equal(("abcdteT", "gh_10f6c3c3ac5a", "oyORnuP8q7ou2gfYjqLzSIWZf0rs", 6054768590064713728, 1409735668), (said.Text, said.ToUser, said.FromUser, said.Id, said.At.ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData(Callbacks.Key, "wxb11529c136998cb6", "aaaabbbbccccdddd", "我是中文abcd123", "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==")]
    [InlineData(Callbacks.Key, "wxb11529c136998cb6", "aaaabbbbccccdddd", Video, SealedVideo)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wx134c8103faa5a59e", "999951349e8ee746", "<xml><demo_resp>[CDATA[good luck]]</demo_resp></xml>", Good)]
    public void A_sample_that_went_is_sealed_to_the_letter(string key, string appId, string random, string text, string encrypted) =>
        Assert.Equal(encrypted, new MessageCipher(appId, [key]).Close(Encoding.UTF8.GetBytes(text), Encoding.ASCII.GetBytes(random)));

    [Fact]
    public void The_sample_of_an_answer_is_signed_to_the_letter() =>
        Assert.Equal("03e0812039325c2712ef5f0f980fd14c70d6e307", CallbackSignature.Of("AAAAA", "1713424427", "415670741", Good));
}
