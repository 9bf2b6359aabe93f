using System.Text.RegularExpressions;

namespace ChatHelper.Core.Papers;

/// <summary>Reads the text of a finished letter by its lines. Only our own templates begin lines: what a person said stands
/// inside one, without line ends and without the sign that parts columns (<see cref="Letters.OwnWords"/>), so it stays text.</summary>
public static partial class PaperReader
{
    // A shorter one stands before the footer, a longer one before what is a paper apart.
    private const int LongRule = 6;
    private const int LongestHeading = 40;
    private const int FewestCounts = 5;
    private const char Column = '\uFF5C';

    /// <summary>The paper of a text.</summary>
    /// <param name="text">Lines parted by <c>\n</c>; the first is the title.</param>
    /// <param name="language">Language it is written in.</param>
    /// <param name="landscape">The page lies on its side.</param>
    public static Paper Of(string text, string language, bool landscape)
    {
        List<string> lines = [.. text.Split('\n').Select(line => line.Trim())];
        var footer = TakeFooter(lines);
        List<PaperBlock> blocks = [];
        for (var at = 1; at < lines.Count; at++)
        {
            var rows = lines.Skip(at).TakeWhile(line => line.Contains(Column, StringComparison.Ordinal)).Select(Cells).ToList();
            if (rows.Count > 1)
            {
                blocks.Add(Table(rows));
                at += rows.Count - 1;
            }
            else if (lines[at].Length > 0)
            {
                blocks.Add(Block(lines[at], apart: blocks.Count > 0 && lines[at - 1].Length == 0));
            }
        }

        return new Paper(lines[0], language, landscape, blocks, footer);
    }

    private static string TakeFooter(List<string> lines)
    {
        var rule = lines.FindLastIndex(line => IsRule(line) && line.Length < LongRule);
        if (rule <= 0 || rule != lines.Count - 2)
        {
            return "";
        }

        var footer = lines[^1];
        lines.RemoveRange(rule, 2);
        return footer;
    }

    private static PaperBlock Block(string line, bool apart) =>
        IsRule(line) ? new PaperBlock.NewPage()
        : line.Length <= LongestHeading && Headings().IsMatch(line) ? new PaperBlock.Heading(line)
        : Items().Match(line) is { Success: true } item ? new PaperBlock.Numbered(item.Groups["number"].Value, item.Groups["text"].Value)
        : new PaperBlock.Paragraph(line, apart);

    private static PaperBlock.Table Table(List<string[]> rows)
    {
        var head = rows[0];
        List<IReadOnlyList<string>> body = [.. rows.Skip(1).Select(row => Fit(row, head.Length))];
        var shaded = head.Length > FewestCounts && body.TrueForAll(row => row.Skip(1).All(cell => cell.All(char.IsAsciiDigit)));
        return new PaperBlock.Table(head, body, shaded);
    }

    // A row must not break the table: what is missing is empty, what is too much joins the last cell.
    private static string[] Fit(string[] row, int columns) => row.Length > columns
        ? [.. row.Take(columns - 1), string.Join('/', row.Skip(columns - 1))]
        : [.. row, .. Enumerable.Repeat("", columns - row.Length)];

    private static string[] Cells(string line) => line.Split(Column, StringSplitOptions.TrimEntries);

    private static bool IsRule(string line) => line.Length > 1 && line.All(sign => sign == '\u2014');

    // A numeral and its comma, or an annex with its numeral and a wide space.
    [GeneratedRegex(
        @"^(?:[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}\u3001|\u9644[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}\u3000).",
        RegexOptions.NonBacktracking)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^(?<number>[0-9]{1,3})\. (?<text>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Items();
}
