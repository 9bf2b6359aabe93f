using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ChatHelper.Fakes.WeChat;

/// <summary>Reads answers as strictly as the contract allows: what is not exactly right is not readable.</summary>
internal sealed class AnswerReading(FakeWeChatOptions options, Func<IReadOnlyList<string>> keys)
{
    private const int LongestText = 2048;

    public (Reading Reading, string? Text, string Fault) Read(byte[] answer, Said to)
    {
        if (answer.Length == 0 || answer.AsSpan().SequenceEqual("success"u8))
        {
            return (Reading.Nothing, null, "");
        }

        var (outer, fault) = Fields(answer);
        if (outer is null)
        {
            return (Reading.Unreadable, null, fault);
        }

        var fields = outer;
        if (outer.TryGetValue("Encrypt", out var encrypted))
        {
            if (options.Mode == BodyMode.Plain)
            {
                return (Reading.Unreadable, null, "sealed, but the account is in plain mode");
            }

            (fields, fault) = Opened(outer, encrypted);
        }
        else if (options.Mode == BodyMode.Safe)
        {
            return (Reading.Unreadable, null, "in clear, but the account is in safe mode");
        }

        return fields is null ? (Reading.Unreadable, null, fault) : Message(fields, to);
    }

    private (Dictionary<string, string>? Fields, string Fault) Opened(Dictionary<string, string> outer, string encrypted)
    {
        var (stamp, nonce) = (outer.GetValueOrDefault("TimeStamp", ""), outer.GetValueOrDefault("Nonce", ""));
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out _) || nonce.Length == 0)
        {
            return (null, "no TimeStamp or no Nonce");
        }

        if (outer.GetValueOrDefault("MsgSignature") != Envelope.Sign(options.Token, stamp, nonce, encrypted))
        {
            return (null, "MsgSignature does not fit");
        }

        var fault = "";
        foreach (var key in keys())
        {
            (var text, fault) = Envelope.Open(key, options.AppId, encrypted);
            if (text is not null)
            {
                return Fields(text);
            }
        }

        return (null, fault);
    }

    private static (Reading Reading, string? Text, string Fault) Message(Dictionary<string, string> fields, Said to)
    {
        string Of(string name) => fields.GetValueOrDefault(name, "");
        var fault = Of("ToUserName") != to.OpenId ? "ToUserName is not who wrote"
            : Of("FromUserName") != to.Account ? "FromUserName is not the account"
            : !long.TryParse(Of("CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "CreateTime is no number"
            : Of("MsgType") != "text" ? $"MsgType '{Of("MsgType")}' is none that the product sends"
            : Of("Content").Length == 0 ? "Content is empty"
            : Encoding.UTF8.GetByteCount(Of("Content")) > LongestText ? "Content is longer than 2,048 bytes"
            : "";
        return fault.Length == 0 ? (Reading.Message, Of("Content"), "") : (Reading.Unreadable, null, fault);
    }

    private static (Dictionary<string, string>? Fields, string Fault) Fields(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            var elements = root.Elements().ToList();
            return root.Name != "xml" ? (null, "the root is not xml")
                : elements.DistinctBy(one => one.Name).Count() != elements.Count ? (null, "a field stands twice")
                : (elements.ToDictionary(one => one.Name.LocalName, one => one.Value, StringComparer.Ordinal), "");
        }
        catch (XmlException fault)
        {
            return (null, $"no XML: {fault.Message}");
        }
    }
}
