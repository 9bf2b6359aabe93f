using System.Text;
using System.Xml;
using System.Xml.Linq;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Tests.Hostile;

namespace ChatHelper.Tests.WeChat;

public sealed class ReplyXmlTests
{
    private readonly Callbacks _callbacks = new();
    private readonly WeChatMessage _message = InboundXml.Read(Callbacks.Text())!;

    [Fact]
    public void An_answer_goes_back_where_the_message_came_from()
    {
        var fields = Fields(ReplyXml.Text(_message, "收到"));

        Assert.Equal(("oyORnuP8q7ou2gfYjqLzSIWZf0rs", "gh_10f6c3c3ac5a", "1795005000", "text", "收到"),
            (fields["ToUserName"], fields["FromUserName"], fields["CreateTime"], fields["MsgType"], fields["Content"]));
        Assert.Equal("success"u8, ReplyXml.Success);
    }

    [Theory]
    [InlineData("]]>", "]]>")]
    [InlineData("a]]>b]]>]]]>>", "a]]>b]]>]]]>>")]
    [InlineData("]]\0>", "]]>")]
    [InlineData("<Content>&amp;", "<Content>&amp;")]
    [InlineData("😀👨‍👩‍👧", "😀👨‍👩‍👧")]
    [InlineData("\0x\uFFFF\u000B", "x")]
    [InlineData("", "")]
    public void Any_text_comes_out_as_it_was_but_for_signs_that_XML_cannot_hold(string text, string read) => Assert.Equal(read, Fields(ReplyXml.Text(_message, text))["Content"]);

    [Fact]
    public void Halves_of_signs_are_left_out() => Assert.Equal("x😀", Fields(ReplyXml.Text(_message, "\uD83Dx\uDE00\uD83D\uD83D\uDE00"))["Content"]);

    [Fact]
    public void Random_texts_make_sound_answers()
    {
        var mutant = new Mutant(20261130);
        for (var time = 0; time < 2_000; time++)
        {
            var text = mutant.Text(2000);
            Assert.Equal(string.Concat(text.Where((sign, at) => Fits(text, at))).ReplaceLineEndings("\n"), Fields(ReplyXml.Text(_message, text))["Content"].ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void A_sealed_answer_is_signed_and_opens()
    {
        var plain = ReplyXml.Text(_message, "收到]]>😀");
        var fields = Fields(ReplyXml.Sealed(_message, plain, _callbacks.Options));

        Assert.True(CallbackSignature.Is(fields["MsgSignature"], _callbacks.Options.Token, fields["TimeStamp"], fields["Nonce"], fields["Encrypt"]));
        Assert.Equal("1795005000", fields["TimeStamp"]);
        Assert.Matches("^[0-9]{10}$", fields["Nonce"]);
        Assert.Equal(plain, _callbacks.Door.Cipher.Open(fields["Encrypt"]));
    }

    [Fact]
    public void The_same_answer_to_the_same_message_is_the_same_bytes_and_no_other_is()
    {
        byte[] Sealed(WeChatMessage to, string text, WeChatOptions? options = null) => ReplyXml.Sealed(to, ReplyXml.Text(to, text), options ?? _callbacks.Options);
        var first = Sealed(_message, "收到");
        string[] others =
        [
            Encrypted(Sealed(_message, "收到 ")), Encrypted(Sealed(_message with { Id = 1 }, "收到")), Encrypted(Sealed(_message, "收到", _callbacks.Options with { Token = "another" })),
            Encrypted(Sealed(_message, "收到", _callbacks.Options with { AesKeys = [Callbacks.OldKey] })), Encrypted(first),
        ];

        Assert.Equal(first, Sealed(InboundXml.Read(Callbacks.Text())!, "收到"));
        Assert.Equal(first, Sealed(_message, "收到", _callbacks.Options with { AesKeys = [Callbacks.Key] }));
        Assert.Equal(others.Length, others.Select(each => each[..40]).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Encrypted(byte[] answer) => Fields(answer)["Encrypt"];

    private static bool Fits(string text, int at) => XmlConvert.IsXmlChar(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static Dictionary<string, string> Fields(byte[] xml) =>
        XDocument.Parse(Encoding.UTF8.GetString(xml), LoadOptions.PreserveWhitespace).Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
}
