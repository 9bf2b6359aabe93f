using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatHelper.Papers;

/// <summary>Lines of text. What XML cannot hold is left out: a document must open without repair whatever was typed.</summary>
internal static class DocxText
{
    public static Paragraph Line(string text, string style)
    {
        var line = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text is [.., ':' or '\uFF1A'])
        {
            line.ParagraphProperties!.KeepNext = new KeepNext(); // what it announces must not begin on the next page
        }

        if (text.Length > 0)
        {
            line.Append(Run(text));
        }

        return line;
    }

    public static Paragraph Item(string number, string text) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Item }),
        Run(number), new Run(new TabChar()), Run(text));

    // The hint must stand at each run: styles alone do not move quotation marks into the Chinese font.
    public static Run Run(string text) => new(
        new RunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia }),
        new Text(Valid(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static string Valid(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is >= 0x20 and not (>= 0x7F and <= 0x9F) and not (0xFFFE or 0xFFFF)));
}
