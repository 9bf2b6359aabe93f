using ChatHelper.Core.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatHelper.Papers;

/// <summary>A paper as a Word document (OpenXML). No name, machine or time stands in it; the same paper gives the same bytes.</summary>
internal static class DocxWriter
{
    public static byte[] Write(Paper paper, PaperFonts fonts)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            // Ids are given, because the library would draw them by lot.
            var main = package.AddNewPart<MainDocumentPart>(PageType.Main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Of(paper.Language, fonts);
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Modern();
            main.AddNewPart<FooterPart>("rId3").Footer = DocxPage.Footer(paper.Footer);
            main.Document = new Document(new Body([.. Blocks(paper), DocxPage.Section(paper.Landscape, "rId3")]));
        }

        return FixedZip.Again(bytes);
    }

    // The space that a letter leaves between its lines is in the styles; an empty paragraph never makes room.
    private static IEnumerable<OpenXmlElement> Blocks(Paper paper)
    {
        yield return DocxText.Line(paper.Title, DocxStyles.Title);
        var breaks = false;
        foreach (var block in paper.Blocks)
        {
            if (block is PaperBlock.NewPage)
            {
                breaks = true;
                continue;
            }

            foreach (var element in Elements(block, paper.Landscape))
            {
                if (breaks && element is Paragraph { ParagraphProperties: { } properties })
                {
                    properties.PageBreakBefore = new PageBreakBefore();
                }

                breaks = false;
                yield return element;
            }
        }
    }

    private static OpenXmlElement[] Elements(PaperBlock block, bool landscape) => block switch
    {
        PaperBlock.Heading heading => [DocxText.Line(heading.Text, DocxStyles.Heading)],
        PaperBlock.Numbered item => [DocxText.Item($"{item.Number}.", item.Text)],
        // Two tables that touch would become one, and Word wants a paragraph after the last.
        PaperBlock.Table table => [DocxTable.Of(table, landscape), DocxText.Line("", DocxStyles.AfterTable)],
        PaperBlock.Paragraph paragraph => [DocxText.Line(paragraph.Text, paragraph.Apart ? DocxStyles.Apart : DocxStyles.Body)],
        _ => throw new InvalidOperationException($"nobody lays out a {block.GetType().Name}"),
    };

    private static DocumentFormat.OpenXml.Wordprocessing.Settings Modern() => new(
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
        }));

    private static class PageType
    {
        public const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    }
}
