using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Facts;

public class ReadersTests
{
    [Fact]
    public void The_words_of_the_pack_have_no_fault()
    {
        China.Read(China.Words, out var diagnostics);

        Assert.Empty(diagnostics.Found);
    }

    [Theory]
    [InlineData(Codes.ReadingValue, "digits:\n  one: [一]")]
    [InlineData(Codes.ReadingValue, "measures: [[]]")]
    [InlineData(Codes.ReadingTwice, "relations:\n  family: [姐]\n  friend: [姐]")]
    [InlineData(Codes.UnknownWord, "relations:\n  enemy: [催收]")]
    [InlineData(Codes.RepairOfNothing, "repairs:\n  网贷: [网贷]")]
    [InlineData(Codes.RepairOfNothing, "repairs:\n  网代: [网袋]\n  网贷: [网代]")]
    [InlineData(Codes.FestivalDate, "festivals:\n  - words: [春节]")]
    [InlineData(Codes.FestivalDate, "festivals:\n  - {words: [国庆], on: 13-41}")]
    [InlineData(Codes.UnknownKey, "numerals: [一]")]
    [InlineData(Codes.BrokenYaml, "digits: [")]
    public void Faults_of_the_words_are_told_with_code_and_line(string code, string yaml)
    {
        China.Read(yaml, out var diagnostics);

        var fault = Assert.Single(diagnostics.Found);
        Assert.Equal((code, Readers.File), (fault.Code, fault.File));
        Assert.True(fault.Line > 0);
    }

    [Fact]
    public void A_pack_without_words_is_told_and_still_reads_figures()
    {
        var diagnostics = new Diagnostics();
        var readers = Readers.Read(new PackSource("empty", new Dictionary<string, string>(StringComparer.Ordinal)), diagnostics);

        Assert.Equal(Codes.MissingKey, Assert.Single(diagnostics.Found).Code);
        Assert.Equal("19900001234", Assert.Single(readers.Phones("199 0000 1234")).Value);
    }

    [Theory]
    [InlineData("周五下午", Tense.Past, "2026-11-13 PM")]
    [InlineData("周五下午", Tense.Deadline, "2026-11-20 PM")]
    [InlineData("周五前要还清", Tense.Past, "2026-11-20")]
    [InlineData("周五(期限)", Tense.Past, "2026-11-20")]
    [InlineData("3号", Tense.Past, "2026-11-03")]
    [InlineData("3号", Tense.Deadline, "2026-12-03")]
    [InlineData("12月6号", Tense.Past, "2025-12-06")]
    [InlineData("12月6号", Tense.Deadline, "2026-12-06")]
    [InlineData("月底", Tense.Past, "2026-10-25~2026-10-31")]
    [InlineData("晚上十点", Tense.Past, "2026-11-17T22:00")]
    [InlineData("晚上十点", Tense.Deadline, "2026-11-18T22:00")]
    [InlineData("三点", Tense.Deadline, "2026-11-19T15:00|2026-11-19T03:00")]
    [InlineData("下午", Tense.Past, "2026-11-18 PM")]
    public void The_tense_asked_for_decides_where_the_words_do_not(string text, Tense tense, string expected) =>
        Assert.Equal(expected, Assert.Single(China.Readers.When(text, China.Now, tense)).Value);

    [Theory]
    [InlineData("我姐先接到的,然后我大学室友、我部门主管都接到了", "family 姐姐; friend 大学室友; boss 部门主管")]
    [InlineData("给过权限 填了我妈和我老婆", "family 妈妈; family 老婆")]
    [InlineData("我二叔堂妹全收到了", "family 二叔; family 堂妹")]
    [InlineData("同事和房東都收到簡訊", "colleague 同事; landlord 房東")]
    [InlineData("还打给我们财务总监", "boss 财务总监")]
    [InlineData("闺蜜和房东", "friend 闺蜜; landlord 房东")]
    [InlineData("但是!上周四他打给我供货商", "client 供货商")]
    [InlineData("可是我爸昨晚接到了", "family 爸爸")]
    [InlineData("妈的烦死了", "")]
    [InlineData("my wife and my boss", "family wife; boss boss")]
    [InlineData("村里人和陌生人", "village 村里人; stranger 陌生人")]
    public void People_are_named_as_the_person_names_them(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", China.Readers.Relations(text).Select(one => $"{one.Group} {one.Label}")));

    [Theory]
    [InlineData("崔收说今天下午三点前不换就暴我通讯禄", "催收说今天下午三点前不还就爆我通讯录")]
    [InlineData("借了网代三万块钱人家催手的说要坐劳", "借了网贷三万块钱人家催收的说要坐牢")]
    [InlineData("互联网代码", "互联网代码")]
    [InlineData("身份证信息", "身份证信息")]
    [InlineData("手机号不换就一直打", "手机号不换就一直打")]
    [InlineData("被網代催收", "被網貸催收")]
    [InlineData("京东金条 拍拍代", "京东金条 拍拍代")]
    [InlineData("  ＡＢＣ１２３　你好，\u200B在吗\u202E？ ", "ABC123 你好，在吗？")]
    [InlineData("一\r\n二\t 三", "一\n二 三")]
    public void Typing_is_repaired(string text, string expected) => Assert.Equal(expected, China.Readers.Repair(text));

    [Fact]
    public void Halves_of_broken_characters_are_taken_out()
    {
        Assert.Equal("a", China.Readers.Repair("a\uD83D"));
        Assert.Equal("a😀", China.Readers.Repair("\uDE00a😀\uD83D\0"));
    }
}
