using System.Text;
using ChatHelper.Channels.WeChat.Callbacks;

namespace ChatHelper.Tests.WeChat;

public sealed class InboundXmlTests
{
    private const string Head = "<ToUserName>gh_1</ToUserName><FromUserName>oA</FromUserName><CreateTime>1795005000</CreateTime>";

    [Fact]
    public void A_text_is_read_with_all_its_signs()
    {
        var said = Read($"<xml>{Head}<MsgType>text</MsgType><Content><![CDATA[😀 & <b> 一]]]]><![CDATA[>二]]>&amp;&#x1F600;</Content><MsgId>9223372036854775807</MsgId></xml>")!;

        Assert.Equal("😀 & <b> 一]]>二&😀", said.Text);
        Assert.Equal(("m:9223372036854775807", DateTimeOffset.FromUnixTimeSeconds(1795005000), "gh_1", "oA"), (said.Key, said.At, said.ToUser, said.FromUser));
        Assert.DoesNotContain("oA", $"{said}", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_has_its_fields()
    {
        var image = Read($"<xml>{Head}<MsgType>image</MsgType><PicUrl>http://x/1</PicUrl><MediaId>m1</MediaId><MsgId>1</MsgId></xml>")!;
        var voice = Read($"<xml>{Head}<MsgType>voice</MsgType><MediaId>m2</MediaId><Format>amr</Format><Recognition>你好</Recognition><MsgId>2</MsgId></xml>")!;
        var file = Read($"<xml>{Head}<MsgType>file</MsgType><Title>a.pdf</Title><Description>x</Description><MsgId>3</MsgId></xml>")!;
        var link = Read($"<xml>{Head}<MsgType>link</MsgType><Title>a</Title><MsgId>4</MsgId></xml>")!;
        var click = Read($"<xml>{Head}<MsgType>event</MsgType><Event>CLICK</Event><EventKey>menu.help</EventKey></xml>")!;

        Assert.Equal(("image", "m1", "http://x/1"), (image.Type, image.MediaId, image.PicUrl));
        Assert.Equal(("m2", "amr", "你好"), (voice.MediaId, voice.Format, voice.Recognition));
        Assert.Equal(("a.pdf", null), (file.FileName, link.FileName));
        Assert.Equal((true, "CLICK", "menu.help", "e:oA:1795005000:CLICK:menu.help", null), (click.IsEvent, click.Event, click.EventKey, click.Key, click.Id));
    }

    [Fact]
    public void Two_events_of_one_second_are_two()
    {
        string[] keys = [.. new[] { "subscribe|", "SCAN|1", "SCAN|2", "CLICK|1" }.Select(each => each.Split('|'))
            .Select(each => Read($"<xml>{Head}<MsgType>event</MsgType><Event>{each[0]}</Event><EventKey>{each[1]}</EventKey></xml>")!.Key)];

        Assert.Equal(4, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_kind_that_nobody_knows_is_a_message_all_the_same()
    {
        var said = Read($"<xml>{Head}<MsgType>hologram</MsgType><Depth><Deep>1</Deep></Depth><MsgId>1</MsgId></xml>")!;

        Assert.Equal(("hologram", "m:1", ""), (said.Type, said.Key, said.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("<xml>")]
    [InlineData("<xml/>")]
    [InlineData("<html><ToUserName>gh_1</ToUserName></html>")]
    [InlineData("<xml><MsgType>text</MsgType></xml><xml/>")]
    [InlineData("<xml xmlns:a='b'><a:MsgType>text</a:MsgType></xml>")]
    [InlineData("<xml><b:MsgType>text</b:MsgType></xml>")]
    [InlineData("{}")]
    public void What_is_no_message_is_none(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("ToUserName")]
    [InlineData("FromUserName")]
    [InlineData("CreateTime")]
    [InlineData("MsgType")]
    [InlineData("MsgId")]
    public void A_field_without_which_nothing_can_be_answered_may_not_lack_or_stand_twice_or_be_empty(string field)
    {
        var whole = $"<xml>{Head}<MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId></xml>";
        Assert.NotNull(Read(whole));
        var (from, to) = (whole.IndexOf($"<{field}>", StringComparison.Ordinal), whole.IndexOf($"</{field}>", StringComparison.Ordinal) + field.Length + 3);

        Assert.Null(Read(whole.Remove(from, to - from)));
        Assert.Null(Read(whole.Insert(from, whole[from..to])));
        Assert.Null(Read(whole.Replace(whole[from..to], $"<{field}/>", StringComparison.Ordinal)));
        Assert.Null(Read(whole.Replace(whole[from..to], $"<{field}></{field}>", StringComparison.Ordinal)));
        Assert.Null(Read(whole.Replace(whole[from..to], $"<{field}><{field}>1</{field}></{field}>", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("MsgId", "9223372036854775808")]
    [InlineData("MsgId", "-1")]
    [InlineData("MsgId", "1e3")]
    [InlineData("MsgId", "一")]
    [InlineData("MsgId", " 1")]
    [InlineData("CreateTime", "253402300800")]
    [InlineData("CreateTime", "9223372036854775807")]
    [InlineData("CreateTime", "-62135596801")]
    [InlineData("CreateTime", "1.5")]
    [InlineData("FromUserName", "o:A")]
    [InlineData("FromUserName", "o A")]
    [InlineData("ToUserName", "a&#0;b")]
    [InlineData("MsgType", "te\"xt")]
    public void A_field_that_cannot_be_makes_no_message(string field, string value)
    {
        var whole = $"<xml>{Head}<MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId></xml>";
        var (from, to) = (whole.IndexOf($"<{field}>", StringComparison.Ordinal) + field.Length + 2, whole.IndexOf($"</{field}>", StringComparison.Ordinal));

        Assert.Null(Read(whole.Remove(from, to - from).Insert(from, value)));
    }

    [Theory]
    [InlineData("<!DOCTYPE xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"x\">]>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")]
    public void A_document_type_ends_the_reading(string type)
    {
        Assert.Null(Read($"{type}<xml>{Head}<MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId></xml>"));
        Assert.Null(InboundXml.Encrypted(Encoding.UTF8.GetBytes($"{type}<xml><Encrypt>x</Encrypt></xml>")));
    }

    [Theory]
    [InlineData("&a;")]
    [InlineData("&#x110000;")]
    [InlineData("&#99999999999999;")]
    [InlineData("&#-1;")]
    [InlineData("&")]
    public void An_entity_that_XML_does_not_have_ends_the_reading(string entity) => Assert.Null(Read($"<xml>{Head}<MsgType>text</MsgType><Content>{entity}</Content><MsgId>1</MsgId></xml>"));

    [Fact]
    public void Signs_that_XML_forbids_do_not_cost_an_answer()
    {
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFD", Read($"<xml>{Head}<MsgType>text</MsgType><Content>a\0b\u000Bc\uFFFF</Content><MsgId>1</MsgId></xml>")!.Text);
        Assert.Equal("\0\uD83Dx", Read($"<xml>{Head}<MsgType>text</MsgType><Content>&#0;&#xD83D;x</Content><MsgId>1</MsgId></xml>")!.Text);
        byte[] half = [.. Encoding.UTF8.GetBytes($"<xml>{Head}<MsgType>text</MsgType><MsgId>1</MsgId><Content>"), 0xED, 0xA0, 0xBD, 0xFF, .. "</Content></xml>"u8];
        Assert.Equal("\uFFFD\uFFFD\uFFFD\uFFFD", InboundXml.Read(half)!.Text);
        Assert.Equal("x", Read($"\uFEFF<?xml version='1.0' encoding='utf-16'?><xml>{Head}<MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId></xml>")!.Text);
    }

    [Fact]
    public void Depth_without_end_is_refused_and_some_depth_is_passed_over()
    {
        string Deep(int levels) => $"<xml>{Head}<MsgType>text</MsgType><MsgId>1</MsgId>{string.Concat(Enumerable.Repeat("<a>", levels))}{string.Concat(Enumerable.Repeat("</a>", levels))}</xml>";

        Assert.NotNull(Read(Deep(10)));
        Assert.Null(Read(Deep(9_000)));
        Assert.Null(Read(Deep(9_000)[..30_000]));
    }

    [Fact]
    public void An_envelope_has_one_text_that_is_sealed()
    {
        Assert.Equal("abc", InboundXml.Encrypted("<xml><ToUserName>x</ToUserName><Encrypt><![CDATA[abc]]></Encrypt></xml>"u8));
        Assert.Null(InboundXml.Encrypted("<xml><Encrypt>abc</Encrypt><Encrypt>def</Encrypt></xml>"u8));
        Assert.Null(InboundXml.Encrypted("<xml><Encrypt/></xml>"u8));
        Assert.Null(InboundXml.Encrypted("<xml><a><Encrypt>abc</Encrypt></a></xml>"u8));
        Assert.Null(InboundXml.Encrypted("<xml><encrypt>abc</encrypt></xml>"u8));
    }

    private static WeChatMessage? Read(string body) => InboundXml.Read(Encoding.UTF8.GetBytes(body));
}
