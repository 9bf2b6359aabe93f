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
        return new Table(
        [
            new TableProperties(
                new TableStyle { Val = DocxStyles.Grid },
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            Row(table.Head, widths, _ => HeadShade, new TableRowProperties(new CantSplit(), new TableHeader())),
            .. table.Rows.Select(row => Row(
                row, widths, column => column > 0 ? Shade(Count(row[column]), most) : null, new TableRowProperties(new CantSplit()))),
        ]);
    }

    private static TableRow Row(IReadOnlyList<string> cells, int[] widths, Func<int, string?> shade, TableRowProperties properties) => new(
    [
        properties,
        .. cells.Select((text, column) => Cell(text, widths[column], shade(column))),
    ]);

    private static TableCell Cell(string text, int width, string? shade)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (shade is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        }

        return new TableCell(properties, DocxText.Line(text, DocxStyles.Cell));
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
            Math.Clamp(table.Rows.Select(row => Breadth(row[column])).Append(Breadth(head)).Max(), Narrowest, Widest))];
        return [.. weights.Select(weight => page * weight / weights.Sum())];
    }

    // A Chinese sign is as broad as two letters.
    private static int Breadth(string text) => text.Sum(sign => sign > '\u2E7F' ? 2 : 1);
}
