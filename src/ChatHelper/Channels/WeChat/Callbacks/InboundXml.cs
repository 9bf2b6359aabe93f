using System.Buffers;
using System.Text;
using System.Xml;

namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>Reads the XML that WeChat posts: one level of fields below <c>xml</c>. A document type ends the reading; a field that stands
/// twice makes a body nobody can be sure of, and it is not read.</summary>
internal static class InboundXml
{
    /// <summary>Bytes that a body may have.</summary>
    public const int Largest = 64 << 10;

    private const int Deepest = 16;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "ToUserName", "FromUserName", "CreateTime", "MsgType", "MsgId", "Content", "MediaId", "PicUrl", "Format", "Recognition", "Title", "Event", "EventKey", "Encrypt",
    };

    // Characters that XML forbids do stand in what people paste, and they must not cost them the answer.
    private static readonly SearchValues<char> Unfit =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Except("\t\n\r"), '\uFFFE', '\uFFFF']);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, MaxCharactersInDocument = Largest,
        IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
    };

    /// <summary>The message of a body in clear; null: not one that we can tell from others and answer.</summary>
    public static WeChatMessage? Read(ReadOnlySpan<byte> body) => Fields(body) is { } fields ? MessageFields.Read(fields) : null;

    /// <summary>What stands in <c>Encrypt</c>; null: nothing does. What stands in clear beside it is worth nothing: nobody signed it.</summary>
    public static string? Encrypted(ReadOnlySpan<byte> body) => Fields(body)?.GetValueOrDefault("Encrypt") is { Length: > 0 } text ? text : null;

    private static Dictionary<string, string>? Fields(ReadOnlySpan<byte> body)
    {
        if (body.Length > Largest)
        {
            return null;
        }

        using var reader = XmlReader.Create(new StringReader(Clean(Encoding.UTF8.GetString(body))), Settings);
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element && reader.Name == "xml" ? Fields(reader) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Dictionary<string, string>? Fields(XmlReader reader)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        var (field, value) = ((string?)null, new StringBuilder());
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case var _ when reader.Depth > Deepest:
                    return null;
                case XmlNodeType.Element when reader.Depth == 1:
                    field = Known.Contains(reader.Name) ? reader.Name : null;
                    if (field is not null && !fields.TryAdd(field, ""))
                    {
                        return null;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when reader.Depth == 2 && field is not null:
                    value.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.Depth == 1 && field is not null:
                    fields[field] = value.ToString();
                    value.Clear();
                    break;
            }
        }

        return fields;
    }

    private static string Clean(string text) => text.AsSpan().IndexOfAny(Unfit) < 0
        ? text.TrimStart('\uFEFF')
        : string.Create(text.Length, text, (clean, from) => from.AsSpan().ReplaceAny(clean, Unfit, '\uFFFD')).TrimStart('\uFEFF');
}
