using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

public class LetterWordsTests
{
    private static readonly Fact First = Fact.Said("上周三", "2026-11-11");

    [Fact]
    public void A_fact_stands_in_words_and_an_open_one_as_a_blank_with_its_label()
    {
        Assert.Equal("自2026-11-11（周三）起", LetterPack.Rendered("自{{first-incident}}起", ("first-incident", First)));
        Assert.Equal("自【待填：第一次是什么时候】起", LetterPack.Rendered("自{{first-incident}}起"));
    }

    [Fact]
    public void Not_knowing_not_saying_and_not_applying_are_worded_apart_and_none_is_a_blank()
    {
        string[] worded = [
            .. new[] { FactState.Unknown, FactState.Refused, FactState.NotApplicable }
                .Select(state => LetterPack.Rendered("{{lender-name}}", ("lender-name", Fact.Silence(state)))),
            LetterPack.Rendered("{{lender-name}}")];
        Assert.Equal(4, worded.Distinct(StringComparer.Ordinal).Count());
        Assert.All(worded, words => Assert.Contains("放款方的名字", words, StringComparison.Ordinal));
        Assert.Contains("不清楚", worded[0], StringComparison.Ordinal);
        Assert.DoesNotContain("不清楚", worded[1], StringComparison.Ordinal);
        Assert.Contains("不适用", worded[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{#known role}}是{{else}}否{{/known}}", "是")]
    [InlineData("{{#known city}}是{{else}}否{{/known}}", "否")]
    [InlineData("{{#unknown city}}是{{else}}否{{/unknown}}", "是")]
    [InlineData("{{#refused city}}是{{else}}否{{/refused}}", "否")]
    [InlineData("{{#is role \"contact\"}}是{{else}}否{{/is}}", "否")]
    [InlineData("{{#is role \"contact\" \"borrower\"}}是{{else}}否{{/is}}", "是")]
    [InlineData("{{#has what-they-did \"threat\"}}是{{else}}否{{/has}}", "是")]
    [InlineData("{{#has what-they-did \"edited-photo\" \"flooding\"}}是{{else}}否{{/has}}", "否")]
    [InlineData("{{#when \"role is borrower and not (city is known)\"}}是{{else}}否{{/when}}", "是")]
    public void Blocks_ask_the_facts(string template, string expected) => Assert.Equal(expected, LetterPack.Rendered(
        template,
        ("role", Fact.Said("", "borrower")),
        ("city", Fact.Silence(FactState.Unknown)),
        ("what-they-did", Fact.Said("", "insult,threat"))));

    [Fact]
    public void Callers_are_masked_unless_the_template_asks_for_them_in_full()
    {
        var callers = ("callers", Fact.Said("", "19900001234,HIDDEN"));
        Assert.Equal("199****1234、未显示号码", LetterPack.Rendered("{{callers}}", callers));
        Assert.Equal("1 199****1234\n2 未显示号码", LetterPack.Rendered("{{#each-of callers}}\n{{no}} {{entry}}\n{{/each-of}}", callers));
        Assert.Equal("1 19900001234\n2 未显示号码", LetterPack.Rendered("{{#each-of callers}}\n{{no}} {{full}}\n{{/each-of}}", callers));
    }

    [Fact]
    public void Typed_words_are_never_read_as_a_template_nor_escaped()
    {
        var typed = Fact.Said("{{today}} <b>&{{#known role}}\"", "{{today}} <b>&{{#known role}}");
        Assert.Equal("“{{today}} <b>&{{#known role}}”", LetterPack.Rendered("“{{raw what-they-said}}”", ("what-they-said", typed)));
        Assert.Equal("{{today}} <b>&{{#known role}}", LetterPack.Rendered("{{what-they-said}}", ("what-they-said", typed)));
    }

    [Fact]
    public void Own_words_keep_to_one_line_and_hide_numbers_and_inner_quotation_marks()
    {
        var said = Fact.Said("他说“还钱”\r\n\n打我 19900001234", "x");
        Assert.Equal("“他说‘还钱’ 打我 199****1234”", LetterPack.Rendered("“{{raw what-they-said}}”", ("what-they-said", said)));
        Assert.Equal("他说‘还…", LetterPack.Rendered("{{raw what-they-said 5}}", ("what-they-said", said)));
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("\0\u202e\u2066a\u200b")]
    [InlineData("\ude00\ud83d\ude00\ud83d")]
    public void Broken_and_invisible_signs_do_not_reach_a_letter(string typed)
    {
        foreach (var text in new[] { typed, string.Concat(Enumerable.Repeat(typed, 30_000)) })
        {
            var letter = LetterPack.Rendered("“{{raw what-they-said}}”{{what-they-said}}", ("what-they-said", Fact.Said(text, text)));
            Assert.DoesNotContain(letter, sign => sign is '\0' or '\u202e' or '\u2066' or '\u200b' or '\ufffd');
            Assert.All(letter.EnumerateRunes(), rune => Assert.NotEqual('\ufffd', rune.Value));
        }
    }

    [Fact]
    public void What_ends_a_sentence_is_taken_off_words_that_go_on_in_ours() =>
        Assert.Equal("录音在姐姐手机里。", LetterPack.Rendered("{{evidence-note}}。", ("evidence-note", Fact.Said("", "录音在姐姐手机里。。"))));

    [Fact]
    public void Items_that_come_and_go_with_the_facts_are_numbered_in_a_row() => Assert.Equal(
        "1 a\n2 c",
        LetterPack.Rendered("{{item \"x\"}} a\n{{#known city}}\n{{item \"x\"}} b\n{{/known}}\n{{item \"x\"}} c"));

    [Fact]
    public void Numbers_and_today_come_from_the_pack() =>
        Assert.Equal("110 2026-11-18（周三）第一次是什么时候", LetterPack.Rendered("{{number \"110\"}} {{today}}{{label first-incident}}"));

    [Fact]
    public void A_paper_for_an_office_stays_in_its_language_while_its_title_follows_the_reader()
    {
        var (pack, found) = LetterPack.Small(
            "你好", "language: zh-Hans",
            ("pack.yaml", "pack: test\nzone: Asia/Shanghai\nlanguages: [zh-Hans, en]\nopening: start\n"),
            ("lines/en.yaml", "letter.T: A letter\n"));
        var letter = LetterWriter.Write(pack, pack.Letters["T"], FactSheet.Empty, CaseFile.Empty, LetterPack.Today, "en");
        Assert.Empty(found);
        Assert.Equal(("A letter", "你好", "T-2026-11-18.txt"), (letter.Title, letter.Text, letter.FileName));
    }
}
