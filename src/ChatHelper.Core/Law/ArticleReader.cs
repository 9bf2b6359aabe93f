using ChatHelper.Core.Content;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Law;

internal static class ArticleReader
{
    internal static Article Read(Node node, Statute statute)
    {
        node.OnlyKeys("id", "number", "from", "to", "successor-of", "verified", "known-from", "text", "source",
            "verified_on", "review_by");
        var verified = node.Yes("verified");
        var from = Day(node, "from");
        LocalDate? to = node.Has("to") ? Day(node, "to") : null;
        if (to < from)
        {
            node.Report(Codes.WrongShape, "'to' lies before 'from'");
        }

        return new Article(
            node.Required("id"), statute, verified ? node.Required("number") : node.Text("number") ?? "", from, to,
            node.Text("text") ?? "", verified, KnownFrom(node, verified), node.Required("source"),
            Day(node, "verified_on"), Day(node, "review_by"), node.Texts("successor-of"), node.File, node.Line);
    }

    /// <summary>A day under a key. A missing one is reported (CH0004), another word too (CH0002); both read as a day long past.</summary>
    internal static LocalDate Day(Node node, string key)
    {
        var text = node.Required(key);
        if (text.Length > 0 && LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return day.Value;
        }

        if (text.Length > 0)
        {
            node.Report(Codes.WrongShape, $"'{key}' must be a day such as 2026-11-21");
        }

        return LocalDate.MinIsoValue;
    }

    private static string KnownFrom(Node node, bool verified)
    {
        if (verified)
        {
            return "";
        }

        var word = node.Required("known-from");
        if (word is not ("" or "press" or "copy"))
        {
            node.Report(Codes.UnknownWord, $"'{word}' is not 'press' or 'copy'");
        }

        return word;
    }
}
