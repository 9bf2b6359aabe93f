using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatHelper.Papers;

/// <summary>The sheet: A4, its margins, and the foot with the remark and the number of the page.</summary>
internal static class DocxPage
{
    // Twentieths of a point: A4 is 210 by 297 mm.
    private const int Short = 11906;
    private const int Long = 16838;
    private const int Side = 1418;
    private const int LandscapeSide = 1134;

    /// <summary>Width between the margins.</summary>
    public static int Width(bool landscape) => landscape ? Long - (2 * LandscapeSide) : Short - (2 * Side);

    public static SectionProperties Section(bool landscape, string footer)
    {
        var side = (uint)(landscape ? LandscapeSide : Side);
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            landscape
                ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = Short, Height = Long },
            new PageMargin { Top = (int)side, Bottom = (int)side, Left = side, Right = side, Header = 720, Footer = 600, Gutter = 0 });
    }

    public static Footer Footer(string remark)
    {
        List<Paragraph> lines = remark.Length == 0 ? [] : [DocxText.Line(remark, DocxStyles.Footer)];
        var number = DocxText.Line("", DocxStyles.Footer);
        number.Append(Field("PAGE"), DocxText.Run(" / "), Field("NUMPAGES"));
        return new Footer([.. lines, number]);
    }

    // What stands in a field is only seen until the word processor counts.
    private static SimpleField Field(string name) => new(DocxText.Run("1")) { Instruction = $" {name} " };
}
