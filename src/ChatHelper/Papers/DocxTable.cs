using System.Globalization;
using ChatHelper.Core.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatHelper.Papers;

/// <summary>Tables: as wide as the page, columns by what stands in them, the head on every page, no row broken in two.</summary>
internal static class DocxTable
{
    private const int Narrowest = 5;
    private const int Widest = 22;
    private const string HeadShade = "E7E6E6";

    public static Table Of(PaperBlock.Table table, bool landscape)
    {
        var widths = Widths(table, DocxPage.Width(landscape));
        var most = table.Shaded ? table.Rows.SelectMany(row => row.Skip(1)).Select(Count).DefaultIfEmpty().Max() : 0;
        var properties = new TableProperties(
            new TableStyle { Val = DocxStyles.Grid },
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed });
        if (table.Shaded)
        {
            // The hours of a day must fit side by side.
            properties.Append(new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 20, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 20, Type = TableWidthValues.Dxa }));
        }

        var style = table.Shaded ? DocxStyles.Figure : DocxStyles.Cell;
        return new Table(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            Row(table.Head, widths, style, _ => HeadShade, new TableRowProperties(new CantSplit(), new TableHeader())),
            .. table.Rows.Select(row => Row(
                row, widths, style, column => column > 0 ? Shade(Count(row[column]), most) : null, new TableRowProperties(new CantSplit()))),
        ]);
    }

    private static TableRow Row(IReadOnlyList<string> cells, int[] widths, string style, Func<int, string?> shade, TableRowProperties properties) => new(
    [
        properties,
        .. cells.Select((text, column) => Cell(text, widths[column], style, shade(column))),
    ]);

    private static TableCell Cell(string text, int width, string style, string? shade)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (shade is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        }

        return new TableCell(properties, DocxText.Line(text, style));
    }

    // From white to a red that black figures can still be read on, also when printed grey.
    private static string? Shade(int count, int most)
    {
        if (count == 0 || most == 0)
        {
            return null;
        }

        var rest = 230 - (130 * count / most);
        return $"FF{rest:X2}{rest:X2}";
    }

    private static int Count(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static int[] Widths(PaperBlock.Table table, int page)
    {
        int[] weights = [.. table.Head.Select((head, column) =>
        {
            var broadest = table.Rows.Select(row => Breadth(row[column])).Append(Breadth(head)).Max();
            return table.Shaded ? broadest + (column == 0 ? 3 : 1) : Math.Clamp(broadest, Narrowest, Widest);
        })];
        return [.. weights.Select(weight => page * weight / weights.Sum())];
    }

    // A Chinese sign is as broad as two letters.
    private static int Breadth(string text) => text.Sum(sign => sign > '\u2E7F' ? 2 : 1);
}
