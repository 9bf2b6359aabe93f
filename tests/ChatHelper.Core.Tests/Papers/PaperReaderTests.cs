using ChatHelper.Core.Letters;
using ChatHelper.Core.Papers;

namespace ChatHelper.Core.Tests.Papers;

public sealed class PaperReaderTests
{
    private static readonly string Folder = Path.Combine(PackFiles.Root, "tests", "ChatHelper.Core.Tests", "Papers");

    [Theory]
    [InlineData("D01", false)]
    [InlineData("D16", true)]
    public void A_letter_becomes_title_headings_items_tables_pages_and_footer(string letter, bool landscape)
    {
        var paper = PaperReader.Of(File.ReadAllText(Path.Combine(Folder, $"{letter}.txt")).Trim(), "zh-Hans", landscape);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, $"{letter}.paper")), PaperText.Of(paper));
    }

    [Theory]
    [InlineData("他说：一、还钱。1. 马上｜现在", "line 他说：一、还钱。1. 马上｜现在")]
    [InlineData("我、你和他", "line 我、你和他")]
    [InlineData("附近的派出所", "line 附近的派出所")]
    [InlineData("十二、附件", "heading 十二、附件")]
    [InlineData("附三　号码", "heading 附三　号码")]
    [InlineData("1.5 倍", "line 1.5 倍")]
    [InlineData("12. 停止", "item 12 停止")]
    [InlineData("**粗** <b>x</b> # 一 [a](b)", "line **粗** <b>x</b> # 一 [a](b)")]
    [InlineData("时间｜次数", "line 时间｜次数")]
    [InlineData("——————", "page")]
    [InlineData("——", "page")]
    public void A_line_is_what_its_beginning_says_and_no_other_sign_has_a_meaning(string line, string read) =>
        Assert.Equal($"title T\nzh-Hans\n{read}\nfooter \n", PaperText.Of(PaperReader.Of($"T\n{line}", "zh-Hans", landscape: false)));

    [Fact]
    public void A_long_line_that_begins_with_a_numeral_is_no_heading() =>
        Assert.IsType<PaperBlock.Paragraph>(Assert.Single(PaperReader.Of($"T\n一、{new string('字', 40)}", "zh-Hans", false).Blocks));

    [Fact]
    public void A_row_with_too_few_or_too_many_cells_does_not_break_its_table()
    {
        var table = Assert.IsType<PaperBlock.Table>(Assert.Single(PaperReader.Of("T\n甲｜乙\n1\uFF5C2｜3｜4\n｜", "zh-Hans", false).Blocks));
        Assert.Equal(["1", "2/3/4"], table.Rows[0]);
        Assert.Equal(["", ""], table.Rows[1]);
        Assert.All(table.Rows, row => Assert.Equal(table.Head.Count, row.Count));
    }

    [Fact]
    public void Many_columns_of_counts_are_shaded_and_words_are_not()
    {
        Assert.True(Table("日｜0｜6｜12｜18｜22\n11-11｜0｜｜3｜12｜7").Shaded);
        Assert.False(Table("日｜0｜6｜12｜18｜22\n11-11｜0｜｜3｜约12｜7").Shaded);
        Assert.False(Table("日｜次数\n11-11｜3").Shaded);
    }

    [Fact]
    public void Only_the_last_short_rule_makes_a_footer()
    {
        Assert.Equal("说明", PaperReader.Of("T\n一段\n\n————\n说明", "zh-Hans", false).Footer);
        Assert.Empty(PaperReader.Of("T\n————\n一段\n二段", "zh-Hans", false).Footer);
        Assert.Empty(PaperReader.Of("T\n————————————\n附页", "zh-Hans", false).Footer);
        Assert.Empty(PaperReader.Of("————", "zh-Hans", false).Footer);
    }

    [Fact]
    public void What_a_person_said_never_parts_columns() =>
        Assert.Equal("等着/明天", OwnWords.Quoted("等着｜明天", 80));

    private static PaperBlock.Table Table(string rows) => Assert.IsType<PaperBlock.Table>(Assert.Single(PaperReader.Of($"T\n{rows}", "zh-Hans", false).Blocks));
}
