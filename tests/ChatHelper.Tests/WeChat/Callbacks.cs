using System.Globalization;
using System.Text;
using ChatHelper.Channels.Terminal;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;

namespace ChatHelper.Tests.WeChat;

/// <summary>A door, and somebody before it who knows the token and the keys, as WeChat does.</summary>
internal sealed class Callbacks
{
    public const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string OldKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    public static readonly byte[] Random16 = "0123456789abcdef"u8.ToArray();
    private long _nonces;

    public Callbacks(WeChatMode mode = WeChatMode.Safe)
    {
        Options = new WeChatOptions { AppId = "wxb11529c136998cb6", Token = "pamtest", AesKeys = mode == WeChatMode.Plain ? [] : [Key, OldKey], Mode = mode };
        Door = new CallbackDoor(Options, Clock);
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 18, 12, 30, 0, TimeSpan.Zero));

    public WeChatOptions Options { get; }

    public CallbackDoor Door { get; }

    public static byte[] Text(string said = "你好", long id = 6054768590064713728, string more = "") => Encoding.UTF8.GetBytes(
        $"<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><FromUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></FromUserName><CreateTime>1795005000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{said}]]></Content><MsgId>{id}</MsgId>{more}</xml>");

    public static byte[] Envelope(string encrypted, string beside = "") =>
        Encoding.UTF8.GetBytes($"<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName>{beside}<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");

    public string Seal(byte[] xml) => Door.Cipher.Close(xml, Random16);

    /// <summary>Signed as the mode asks, with a nonce that was not there before.</summary>
    public CallbackQuery Query(string? encrypted, TimeSpan late = default, string? nonce = null)
    {
        nonce ??= (++_nonces).ToString("D10", CultureInfo.InvariantCulture);
        var timestamp = (Clock.GetUtcNow() - late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new CallbackQuery
        {
            Timestamp = timestamp, Nonce = nonce, Signature = CallbackSignature.Of(Options.Token, timestamp, nonce),
            EncryptType = encrypted is null ? "" : "aes", MsgSignature = encrypted is null ? "" : CallbackSignature.Of(Options.Token, timestamp, nonce, encrypted),
        };
    }

    public CallbackReading Post(byte[] xml, string? nonce = null) => Options.Mode == WeChatMode.Plain
        ? Door.Read(Query(null, nonce: nonce), xml)
        : Seal(xml) is var encrypted ? Door.Read(Query(encrypted, nonce: nonce), Envelope(encrypted)) : throw new InvalidOperationException();
}
