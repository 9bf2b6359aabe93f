using System.IO.Compression;
using ChatHelper.Core.Papers;
using ChatHelper.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatHelper.Tests.Papers;

public sealed class DocxWriterTests
{
    public static TheoryData<string> All => ["D01", "D16", "hostile", "empty"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_is_valid_for_every_version_of_word(string name)
    {
        using var document = Open(Written(name));
        foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2013, FileFormatVersions.Microsoft365 })
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(fault => $"{version} {fault.Path?.XPath} {fault.Description}"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_paper_gives_the_same_bytes_and_no_part_tells_who_or_when(string name)
    {
        var first = Written(name);
        Assert.Equal(first, Written(name));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.StartsWith("docProps", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_style_and_part_that_is_named_is_there()
    {
        using var document = Open(Written("D16"));
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value).ToHashSet();
        var used = document.MainDocumentPart.Document.Descendants<ParagraphStyleId>().Select(id => id.Val!.Value)
            .Concat(document.MainDocumentPart.Document.Descendants<TableStyle>().Select(id => id.Val!.Value)).ToHashSet();

        Assert.Subset(styles, used);
        Assert.Superset(new HashSet<string?> { DocxStyles.Title, DocxStyles.Heading, DocxStyles.Item, DocxStyles.Cell, DocxStyles.Grid }, used);
        Assert.IsType<FooterPart>(document.MainDocumentPart.GetPartById(document.MainDocumentPart.Document.Descendants<FooterReference>().Single().Id!));
    }

    [Fact]
    public void Fonts_of_east_asia_and_the_language_are_named()
    {
        var parts = Samples.Parts(Written("D01"));
        Assert.Contains("w:eastAsia=\"SimSun\"", parts["word/styles.xml"], StringComparison.Ordinal);
        Assert.Contains("w:eastAsia=\"SimHei\"", parts["word/styles.xml"], StringComparison.Ordinal);
        Assert.Contains("w:eastAsia=\"zh-CN\"", parts["word/styles.xml"], StringComparison.Ordinal);
        Assert.Contains("w:eastAsia=\"zh-TW\"", Samples.Parts(Written("hostile"))["word/styles.xml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D01", 11906u, 16838u)]
    [InlineData("D16", 16838u, 11906u)]
    public void The_page_is_A4_and_its_foot_has_the_remark_and_the_number(string letter, uint width, uint height)
    {
        using var document = Open(Written(letter));
        var size = document.MainDocumentPart!.Document.Descendants<PageSize>().Single();
        var foot = document.MainDocumentPart.FooterParts.Single().Footer;

        Assert.Equal((width, height), (size.Width!.Value, size.Height!.Value));
        Assert.Equal([" PAGE ", " NUMPAGES "], foot.Descendants<SimpleField>().Select(field => field.Instruction!.Value!));
        Assert.StartsWith("由本人核对事实后使用", foot.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("由本人核对事实后使用", document.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_the_width_of_the_page_and_repeats_its_head()
    {
        using var document = Open(Written("D16"));
        var table = document.MainDocumentPart!.Document.Descendants<Table>().Single();
        var widths = table.Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!)).ToList();

        Assert.Equal(8, widths.Count);
        Assert.InRange(widths.Sum(), DocxPage.Width(landscape: true) - 8, DocxPage.Width(landscape: true));
        Assert.All(widths, width => Assert.InRange(width, 500, 4000));
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(6, table.Descendants<CantSplit>().Count());
    }

    [Fact]
    public void The_hours_of_a_day_fit_side_by_side_on_an_upright_page()
    {
        var paper = PaperReader.Of($"T\n日期｜{string.Join('｜', Enumerable.Range(0, 24))}\n11-11｜{string.Join('｜', Enumerable.Repeat("12", 24))}", "zh-Hans", landscape: false);
        using var document = Open(DocxWriter.Write(paper, Samples.Fonts));
        var widths = document.MainDocumentPart!.Document.Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!)).ToList();

        Assert.InRange(widths[0], 700, 1200);
        Assert.All(widths.Skip(1), width => Assert.InRange(width, 220, 400));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(fault => fault.Description));
    }

    [Fact]
    public void Counts_are_darker_the_higher_they_are()
    {
        var paper = PaperReader.Of("T\n日｜0｜1｜2｜3｜4\n11-11｜0｜2｜4｜8｜", "zh-Hans", landscape: true);
        using var document = Open(DocxWriter.Write(paper, Samples.Fonts));
        var shades = document.MainDocumentPart!.Document.Descendants<TableRow>().Last().Elements<TableCell>()
            .Select(cell => cell.TableCellProperties!.Shading?.Fill?.Value).ToList();

        Assert.Equal([null, null, "FFC6C6", "FFA5A5", "FF6464", null], shades);
    }

    [Fact]
    public void What_is_a_paper_apart_begins_on_a_new_page()
    {
        using var document = Open(Written("D01"));
        var first = Assert.Single(document.MainDocumentPart!.Document.Descendants<PageBreakBefore>()).Ancestors<Paragraph>().Single();
        Assert.Equal("附一　口头陈述（可以照着念）", first.InnerText);
    }

    private static byte[] Written(string name) => DocxWriter.Write(
        name switch { "hostile" => Samples.Hostile, "empty" => PaperReader.Of("", "en", landscape: false), _ => Samples.Paper(name) }, Samples.Fonts);

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
