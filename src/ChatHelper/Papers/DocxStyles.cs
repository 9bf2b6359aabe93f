using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatHelper.Papers;

/// <summary>The styles of a paper: whoever edits it changes one of them and the whole follows.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Heading = "Heading1";
    public const string Body = "Normal";
    public const string Apart = "BodyApart";
    public const string Item = "ListNumber";
    public const string Cell = "TableText";
    public const string Figure = "TableFigure";
    public const string AfterTable = "AfterTable";
    public const string Footer = "Footer";
    public const string Grid = "TableGrid";

    private const string Latin = "Times New Roman";

    public static Styles Of(string language, PaperFonts fonts) => new(
        Defaults(language, fonts.Body),
        Paragraph(Body, "Normal", new(Spacing(0, 80, 1.35), Aligned(JustificationValues.Left)), null),
        Paragraph(Apart, "Body Apart", new(Spacing(280, 80, 1.35)), null),
        Paragraph(Title, "Title", new(new KeepNext(), Spacing(0, 320, 1.2), Aligned(JustificationValues.Center)), Letters(fonts.Heading, 36)),
        Paragraph(Heading, "heading 1", new(new KeepNext(), new KeepLines(), Spacing(240, 100, 1.2), new OutlineLevel { Val = 0 }), Letters(fonts.Heading, 26)),
        Paragraph(Item, "List Number", new(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 480 }), Spacing(0, 80, 1.35), new Indentation { Left = "480", Hanging = "480" }), null),
        Paragraph(Cell, "Table Text", new(Spacing(20, 20, 1.1)), Letters(fonts.Body, 20)),
        Paragraph(Figure, "Table Figure", new(Spacing(20, 20, 1), Aligned(JustificationValues.Center)), Letters(fonts.Body, 16)),
        Paragraph(AfterTable, "After Table", new(Spacing(0, 0, 1)), Letters(fonts.Body, 12)),
        Paragraph(Footer, "footer", new(Spacing(0, 0, 1), Aligned(JustificationValues.Center)), Letters(fonts.Body, 15, "595959")),
        TableGrid());

    private static DocDefaults Defaults(string language, string font) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            Fonts(font),
            new FontSize { Val = "24" }, new FontSizeComplexScript { Val = "24" },
            new Languages { Val = "en-US", EastAsia = Place(language) })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new WidowControl(), new SpacingBetweenLines { After = "0" })));

    // Word knows the places, not the scripts.
    private static string Place(string language) => language switch
    {
        "zh-Hans" => "zh-CN",
        "zh-Hant" => "zh-TW",
        _ => language,
    };

    // Quotation marks belong to both scripts; the hint lets Chinese ones be set in the Chinese font.
    private static RunFonts Fonts(string font) => new() { Hint = FontTypeHintValues.EastAsia, Ascii = Latin, HighAnsi = Latin, EastAsia = font, ComplexScript = Latin };

    private static StyleRunProperties Letters(string font, int halfPoints, string? colour = null)
    {
        var letters = new StyleRunProperties(Fonts(font));
        if (colour is not null)
        {
            letters.Append(new Color { Val = colour });
        }

        letters.Append(new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });
        return letters;
    }

    private static Style Paragraph(string id, string name, StyleParagraphProperties lines, StyleRunProperties? letters)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (id == Body)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = Body });
        }

        style.Append(new PrimaryStyle(), lines);
        if (letters is not null)
        {
            style.Append(letters);
        }

        return style;
    }

    private static Style TableGrid() => new(
        new StyleName { Val = "Table Grid" },
        new StyleTableProperties(
            new TableBorders(
                Drawn<TopBorder>(), Drawn<LeftBorder>(), Drawn<BottomBorder>(), Drawn<RightBorder>(),
                Drawn<InsideHorizontalBorder>(), Drawn<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table, StyleId = Grid,
    };

    private static T Drawn<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "808080" };

    // In twentieths of a point; lines as a multiple of the font's own height.
    private static SpacingBetweenLines Spacing(int before, int after, double lines) => new()
    {
        Before = $"{before}", After = $"{after}", Line = $"{(int)(240 * lines)}", LineRule = LineSpacingRuleValues.Auto,
    };

    private static Justification Aligned(JustificationValues side) => new() { Val = side };
}
