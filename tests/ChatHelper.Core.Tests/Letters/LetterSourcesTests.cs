using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

public class LetterSourcesTests
{
    private const string Old = "第四十二条";
    private const string New = "第五十条";

    [Theory]
    [InlineData("2026-11-11", false, true, null)]
    [InlineData("2025-12-31", true, false, null)]
    [InlineData("2025-12-20~2026-01-10", true, true, "新旧条文都列出")]
    [InlineData(null, false, true, "还不知道事情发生在哪一天")]
    public void The_days_of_the_conduct_choose_the_article(string? day, bool old, bool now, string? note)
    {
        var (pack, _) = LetterPack.Small("{{sources}}", "cite: [disturbing-peace]");
        var facts = day is null ? FactSheet.Empty : LetterPack.Sheet(("first-incident", Fact.Said("", day)));
        var text = LetterWriter.Write(pack, pack.Letters["T"], facts, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
        Assert.Equal(old, text.Contains(Old, StringComparison.Ordinal));
        Assert.Equal(now, text.Contains(New, StringComparison.Ordinal));
        Assert.Contains("以现行有效文本为准", text, StringComparison.Ordinal);
        Assert.True(note is null ? text.Split('\n').Length == 2 : text.Contains(note, StringComparison.Ordinal), text);
    }

    [Fact]
    public void A_report_from_before_and_after_the_revision_cites_both_texts()
    {
        var facts = Told.Borrower.With("first-incident", Fact.Said("去年底", "2025-12-20"));
        var text = LetterWriter.Write(LetterPack.Real, LetterPack.Real.Letters["D01"], facts, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
        Assert.Contains(Old, text, StringComparison.Ordinal);
        Assert.Contains(New, text, StringComparison.Ordinal);
        Assert.Contains("由受理机关决定", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_says_that_it_is_no_law_and_at_second_hand()
    {
        var (pack, _) = LetterPack.Small("{{sources}}", "cite: [third-party-collection]");
        var text = LetterWriter.Write(pack, pack.Letters["T"], Told.Borrower, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
        Assert.Contains("推荐性国家标准，不是法律", text, StringComparison.Ordinal);
        Assert.Contains("行业自律，不是法律", text, StringComparison.Ordinal);
        Assert.Contains("待核对", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_that_would_make_too_many_citations_is_left_out_whole_and_the_next_that_fits_is_taken()
    {
        var (pack, _) = LetterPack.Small("{{sources}}", "cite: [private-peace, lawful-basis, {point: withdraw-consent, if: role is contact}, third-party-collection]");
        var text = LetterWriter.Write(pack, pack.Letters["T"], Told.Borrower, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
        Assert.Contains("4. ", text, StringComparison.Ordinal);
        Assert.Contains("GB/T 45251-2025", text, StringComparison.Ordinal);
        Assert.DoesNotContain("个人信息保护法", text, StringComparison.Ordinal);
        Assert.DoesNotContain("5. ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_footer_gives_the_day_and_the_day_of_the_check_of_the_law_only_where_law_is_cited()
    {
        var (cites, _) = LetterPack.Small("信", "footer: yes\ncite: [disturbing-peace]");
        var (silent, _) = LetterPack.Small("信", "footer: yes");
        var with = LetterWriter.Write(cites, cites.Letters["T"], FactSheet.Empty, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
        var without = LetterWriter.Write(silent, silent.Letters["T"], FactSheet.Empty, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
        Assert.Contains("生成日期 2026-11-18（周三）；条文核对日期 2026-11-21", with, StringComparison.Ordinal);
        Assert.Contains("不是律师意见", without, StringComparison.Ordinal);
        Assert.DoesNotContain("条文核对", without, StringComparison.Ordinal);
    }
}
