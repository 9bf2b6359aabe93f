using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHelper.Core.Tests.Walking;

namespace ChatHelper.Tests.Hostile;

/// <summary>Makes bad input out of good, and bad texts out of nothing. The same seed, the same input.</summary>
internal sealed class Mutant(ulong seed)
{
    private static readonly byte[][] Marks =
        [[0], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFE], [0xFE, 0xFF, 0xFF, 0xFF], [0xFF, 0xD9], [0xFF, 0xDA], "PK\u0005\u0006"u8.ToArray(), "\"{["u8.ToArray(), "\r\n"u8.ToArray(), [0xED, 0xA0, 0x80], [0xC0, 0x80]];

    private static readonly string[] Pieces =
    [
        "家", "打电话", "19900001234", "199 0000 1234", "三千五", "昨晚九点", "2026-11-17 21:03", "1", " ", "，", "。", "\n", "\r\n", "\t", "\0", "\u0007", "\u200B", "\u200D", "\uFEFF", "\u202E", "\u2066", "\u2069",
        "\uD83D", "\uDE00", "\uD83D\uDE00", "👨‍👩‍👧‍👦", "🇨🇳", "e\u0301\u0302\u0303\u0304\u0305\u0306", "ﷺ", "𒐫", "\uFFFE", "\uFFFF", "\u2028", "\u0085", "=1+1", "+", "-", "@SUM(A1)", "|", "｜", "＝", "\"", "'", "`", "\\",
        "<script>alert(1)</script>", "<b", "</textarea>", "&amp;", "&#0;", "]]>", "{{name}}", "{line}", "*_[x](http://x)~", "%00%n", "${X}", "../..", "; DROP TABLE person", "BEGIN:VCARD", "END:VCALENDAR", "/start", "/erase@bot", "删除", "停", "返回", "改", "不想活了",
        "\uE000", "\uE001", "99999999999999999999", "-1", "1e309", "NaN", "未知来电", "13:61", "0000-00-00", "2月30日",
    ];

    private static readonly Func<JsonNode?>[] Values =
    [
        () => null, () => JsonValue.Create(0), () => JsonValue.Create(-1), () => JsonValue.Create(long.MaxValue), () => JsonValue.Create(long.MinValue), () => JsonValue.Create(int.MaxValue), () => JsonValue.Create(1.5e300), () => JsonValue.Create(true),
        () => JsonValue.Create(""), () => JsonValue.Create("private"), () => JsonValue.Create("99999999999999999999"), () => new JsonArray(), () => new JsonObject(), () => new JsonArray(new JsonArray(new JsonArray())), () => JsonValue.Create("kicked"),
    ];

    public Dice Dice { get; } = new(seed);

    /// <summary>The last text that was made.</summary>
    public string Last { get; private set; } = "";

    /// <summary>A text of pieces that somebody, or some program, may send; now and then a very long one.</summary>
    public string Text(int most = 4096)
    {
        var text = new StringBuilder();
        var length = Dice.Roll(40) switch { 0 => most + 100, < 4 => most, < 12 => 400, _ => 40 };
        while (text.Length < length && (length > 400 || Dice.Roll(9) > 0))
        {
            var piece = Dice.Of(Pieces);
            text.Insert(text.Length, piece, Dice.Roll(30) == 0 ? 1 + Dice.Roll(200) : 1);
        }

        return Last = text.Length > most + 100 ? text.ToString(0, most + 100) : text.ToString();
    }

    /// <summary>The bytes with some changed, put in, taken out, doubled or cut off.</summary>
    public byte[] Bytes(ReadOnlySpan<byte> whole)
    {
        List<byte> bytes = [.. whole];
        for (var times = 1 + Dice.Roll(6); times > 0; times--)
        {
            var at = Dice.Roll(bytes.Count + 1);
            var some = Math.Min(bytes.Count - at, 1 + Dice.Roll(12));
            switch (Dice.Roll(7))
            {
                case 0 or 1 when at < bytes.Count:
                    bytes[at] = (byte)Dice.Roll(256);
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << Dice.Roll(8));
                    break;
                case 3:
                    bytes.InsertRange(at, Dice.Of(Marks));
                    break;
                case 4:
                    bytes.RemoveRange(at, some);
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, some));
                    break;
                case 6 when Dice.Roll(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var mark = Dice.Of(Marks);
                    for (var i = 0; i < mark.Length && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = mark[i];
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The JSON with some members changed, taken out or put elsewhere: still JSON.</summary>
    public byte[] Json(string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var times = 1 + Dice.Roll(3); times > 0; times--)
        {
            List<JsonNode> holders = [];
            Gather(root, holders);
            if (holders.Count == 0)
            {
                break;
            }

            Change(Dice.Of(holders), holders);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Gather(JsonNode? node, List<JsonNode> holders)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } one:
                holders.Add(one);
                foreach (var (_, value) in one)
                {
                    Gather(value, holders);
                }

                break;
            case JsonArray { Count: > 0 } many:
                holders.Add(many);
                foreach (var value in many)
                {
                    Gather(value, holders);
                }

                break;
        }
    }

    private void Change(JsonNode holder, List<JsonNode> holders)
    {
        if (Dice.Roll(2) == 0 && holder is JsonObject same && same.ElementAt(Dice.Roll(same.Count)) is (var kept, JsonValue old))
        {
            same[kept] = old.GetValueKind() == JsonValueKind.String ? JsonValue.Create(Text(300)) : old.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(Dice.Roll(3) - 1) : null;
            return;
        }

        var value = Dice.Roll(3) switch
        {
            0 => JsonValue.Create(Text(200)),
            1 => Dice.Of(holders).DeepClone(),
            _ => Dice.Of(Values)(),
        };
        if (holder is JsonArray many)
        {
            many[Dice.Roll(many.Count)] = value;
        }
        else if (holder is JsonObject one)
        {
            var name = one.ElementAt(Dice.Roll(one.Count)).Key;
            if (Dice.Roll(4) == 0)
            {
                one.Remove(name);
            }
            else
            {
                one[name] = value;
            }
        }
    }
}
