using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>The answer on the same connection. The same message and the same text make the same bytes, on every node and after every
/// restart, as long as the keys are the same.</summary>
internal static class ReplyXml
{
    /// <summary>Taken, and nothing to say here.</summary>
    public static byte[] Success => "success"u8.ToArray();

    public static byte[] Text(WeChatMessage to, string text) => Encoding.UTF8.GetBytes(
        $"<xml><ToUserName>{Words(to.FromUser)}</ToUserName><FromUserName>{Words(to.ToUser)}</FromUserName><CreateTime>{Seconds(to)}</CreateTime><MsgType>{Words("text")}</MsgType><Content>{Words(text)}</Content></xml>");

    /// <summary>The same, sealed and signed. What has to be random follows from message and text by a key that nobody else has.</summary>
    public static byte[] Sealed(WeChatMessage to, ReadOnlySpan<byte> xml, WeChatOptions options)
    {
        byte[] said = [.. Encoding.UTF8.GetBytes(to.Key), 0, .. xml];
        var random = HMACSHA256.HashData(Secret(options), said);
        var encrypted = new MessageCipher(options.AppId, options.AesKeys).Close(xml, random.AsSpan(0, 16));
        var nonce = (BinaryPrimitives.ReadUInt64BigEndian(random.AsSpan(16)) % 10_000_000_000).ToString("D10", CultureInfo.InvariantCulture);
        var signature = CallbackSignature.Of(options.Token, Seconds(to), nonce, encrypted);
        return Encoding.UTF8.GetBytes(
            $"<xml><Encrypt>{Words(encrypted)}</Encrypt><MsgSignature>{Words(signature)}</MsgSignature><TimeStamp>{Seconds(to)}</TimeStamp><Nonce>{Words(nonce)}</Nonce></xml>");
    }

    private static byte[] Secret(WeChatOptions options) =>
        HMACSHA256.HashData(MessageCipher.Key(options.AesKeys[0]), Encoding.UTF8.GetBytes($"answers {options.AppId} {options.Token}"));

    private static string Seconds(WeChatMessage to) => to.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Words(string text) => $"<![CDATA[{Fit(text).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>";

    // What XML cannot hold is left out.
    private static string Fit(string text)
    {
        var fit = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                fit.Append(text[at]);
            }
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                fit.Append(text, at++, 2);
            }
        }

        return fit.ToString();
    }
}
