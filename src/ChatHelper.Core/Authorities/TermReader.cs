using System.Globalization;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Authorities;

/// <summary>Reads one time limit of an authority.</summary>
internal static class TermReader
{
    private static readonly Dictionary<string, TermUnit> Units = new(StringComparer.Ordinal)
    {
        ["hours"] = TermUnit.Hours, ["days"] = TermUnit.CalendarDays, ["working-days"] = TermUnit.WorkingDays, ["months"] = TermUnit.Months,
    };

    public static Term Read(Node node)
    {
        node.OnlyKeys("term", "who", "amount", "unit", "from", "after", "ends", "extended", "law", "moved-by", "through", "if", "mark", "verified_on", "review_by");
        var amount = Number(node, "amount");
        var extended = node.Texts("extended").Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var days) ? days : 0).ToList();
        if (amount < 1 || !extended.Prepend(amount).Zip(extended).All(pair => pair.First < pair.Second))
        {
            node.Report(Codes.BrokenTerm, "'amount' is a number from 1, and each of 'extended' is more than the one before");
        }

        return new Term(
            node.Required("term"), OneOf(node, "who", ["they", "you"]) == "they", amount,
            Units.GetValueOrDefault(OneOf(node, "unit", [.. Units.Keys])), OneOf(node, "from", Term.Events))
        {
            After = node.Text("after"),
            Ends = node.Has("ends") ? OneOf(node, "ends", ["accepted", "answered"]) : "answered",
            Extended = extended,
            Point = node.Text("law"),
            MovedBy = node.Text("moved-by"),
            Through = node.Text("through"),
            If = DialogReader.ReadCondition(node, "if"),
            Checked = Checked.Read(node),
            Line = node.Line,
        };
    }

    public static int Number(Node node, string key)
    {
        var number = 0;
        if (node.Text(key) is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            node.Report(Codes.WrongShape, $"'{key}' must be a number");
        }

        return number;
    }

    private static string OneOf(Node node, string key, IReadOnlyList<string> known)
    {
        var word = node.Text(key) ?? "";
        if (!known.Contains(word))
        {
            node.Report(Codes.BrokenTerm, $"'{key}: {word}' is not one of {string.Join(", ", known)}");
        }

        return word;
    }
}
