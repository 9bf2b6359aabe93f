using ChatHelper.Core.Papers;

namespace ChatHelper.Core.Tests.Papers;

/// <summary>A paper written down so that it can be compared and read.</summary>
internal static class PaperText
{
    public static string Of(Paper paper) => string.Join('\n',
    [
        $"title {paper.Title}",
        $"{paper.Language}{(paper.Landscape ? " landscape" : "")}",
        .. paper.Blocks.SelectMany(Lines),
        $"footer {paper.Footer}",
    ]) + "\n";

    private static IEnumerable<string> Lines(PaperBlock block) => block switch
    {
        PaperBlock.Heading heading => [$"heading {heading.Text}"],
        PaperBlock.Numbered item => [$"item {item.Number} {item.Text}"],
        PaperBlock.Paragraph paragraph => [$"{(paragraph.Apart ? "apart" : "line")} {paragraph.Text}"],
        PaperBlock.Table table => table.Rows.Select(row => $"row {string.Join(" | ", row)}").Prepend($"{(table.Shaded ? "grid" : "table")} {string.Join(" | ", table.Head)}"),
        _ => ["page"],
    };
}
