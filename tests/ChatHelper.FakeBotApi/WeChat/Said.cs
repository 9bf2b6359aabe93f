using System.Globalization;
using System.Text;

namespace ChatHelper.Fakes.WeChat;

/// <summary>Something a person did, as one message of the platform; every delivery of it has the same number and time.</summary>
public sealed class Said
{
    private readonly IReadOnlyList<(string Name, string Value)> _fields;
    private int _begun;

    internal Said(string openId, string account, long at, string type, long? id, IReadOnlyList<(string Name, string Value)> fields)
    {
        (OpenId, Account, At, Type, MsgId, _fields) = (openId, account, at, type, id, fields);
    }

    public string OpenId { get; }

    public string Account { get; }

    /// <summary>CreateTime, Unix seconds.</summary>
    public long At { get; }

    public string Type { get; }

    /// <summary>Null for events.</summary>
    public long? MsgId { get; }

    public string Event => _fields.FirstOrDefault(one => one.Name == "Event").Value ?? "";

    /// <summary>The message in clear.</summary>
    public string Xml => $"<xml>{Inner}</xml>";

    internal string Inner
    {
        get
        {
            var xml = new StringBuilder();
            Add(xml, "ToUserName", Account);
            Add(xml, "FromUserName", OpenId);
            xml.Append(CultureInfo.InvariantCulture, $"<CreateTime>{At}</CreateTime>");
            Add(xml, "MsgType", Type);
            foreach (var (name, value) in _fields)
            {
                Add(xml, name, value);
            }
            if (MsgId is { } id)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<MsgId>{id}</MsgId>");
            }
            return xml.ToString();
        }
    }

    /// <summary>True once: windows open with the first delivery alone.</summary>
    internal bool Begins() => Interlocked.Exchange(ref _begun, 1) == 0;

    private static void Add(StringBuilder xml, string name, string value) =>
        xml.Append(CultureInfo.InvariantCulture, $"<{name}><![CDATA[{value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]></{name}>");
}
