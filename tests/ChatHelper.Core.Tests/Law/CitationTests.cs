using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;

namespace ChatHelper.Core.Tests.Law;

public class CitationTests
{
    private static LawBook Book => LawFiles.Book;

    [Theory]
    [InlineData("disturbing-peace", "2026-11-11T21:00~21:59", "psapl_2025.50")]
    [InlineData("disturbing-peace", "2026-01-01", "psapl_2025.50")]
    [InlineData("disturbing-peace", "2025-12-31", "psapl_2012.42")]
    [InlineData("disturbing-peace", "2025-12-06", "psapl_2012.42")]
    [InlineData("disturbing-peace", "2025-12-20~2026-01-10", "psapl_2012.42 psapl_2025.50")]
    [InlineData("threats", "2025-11-01", "psapl_2012.42")]
    [InlineData("provoking-trouble", "2025-11-01", "psapl_2012.26")]
    [InlineData("provoking-trouble", "2026-11-01", "psapl_2025.30")]
    [InlineData("illegal-entry", "2025-12-31", "psapl_2012.40")]
    [InlineData("extortion", "2025-12-31|2026-01-01", "psapl_2012.49 psapl_2025.58")]
    [InlineData("impersonation", "2025-10-01", "psapl_2012.51")]
    [InlineData("impersonation", "2026-11-17 PM", "psapl_2025.62")]
    [InlineData("forged-papers", "2026-11-17", "psapl_2025.63 psapl_2025.63")]
    [InlineData("six-months", "2025-12-31", "psapl_2012.22")]
    [InlineData("six-months", "2026-10-11~2026-10-20", "psapl_2025.25")]
    [InlineData("personal-information-trade", "2025-12-31", "csl_2016.44")]
    [InlineData("personal-information-trade", "2026-01-01", "psapl_2025.56 csl_2025.46")]
    [InlineData("phone-book-collection", "2025-06-01", "pipl.6 pipl.14 csl_2016.41")]
    [InlineData("phone-book-collection", "2026-06-01", "pipl.6 pipl.14 csl_2025.43")]
    [InlineData("no-contact-order", "2025-12-31", "")]
    [InlineData("third-party-collection", "2025-01-01", "")]
    [InlineData("third-party-collection", "2025-06-01", "gbt45251.whole")]
    [InlineData("third-party-collection", "2026-11-11", "gbt45251.whole cba_guide_2026.whole")]
    public void The_date_of_the_conduct_picks_the_article(string point, string conduct, string articles) =>
        Assert.Equal(articles, Ids(Book.Cite(point, DateSpan.Read(conduct), LawFiles.Today)));

    [Fact]
    public void Conduct_on_both_sides_of_the_revision_cites_both_texts_with_a_note()
    {
        var cited = Book.Cite("threats-and-harassment", DateSpan.Read("2025-12-31~2026-01-01"), LawFiles.Today);

        Assert.Equal(
            ["第四十二条第一项", "第五十条第一款第一项", "第四十二条第五项", "第五十条第一款第五项"],
            cited.Citations.Select(one => one.Article.Number + one.Clause));
        Assert.Equal(LawBook.StraddlesLine, cited.NoteLineId);
    }

    [Fact]
    public void Without_a_date_the_law_in_force_today_is_cited_and_said_to_be_so()
    {
        var cited = Book.Cite("disturbing-peace", null, LawFiles.Today);

        Assert.Equal("psapl_2025.50", Ids(cited));
        Assert.Equal(LawBook.DateUnknownLine, cited.NoteLineId);
        Assert.Equal("psapl_2012.42", Ids(Book.Cite("disturbing-peace", null, new(2025, 12, 31))));
    }

    [Fact]
    public void A_law_that_was_not_revised_needs_no_note_when_the_date_is_unknown() =>
        Assert.Null(Book.Cite("private-peace", null, LawFiles.Today).NoteLineId);

    [Fact]
    public void A_duty_of_the_police_follows_the_day_of_the_report()
    {
        var cited = Book.Cite("police-must-register", DateSpan.Read("2025-12-06"), LawFiles.Today);

        Assert.Equal("psapl_2025.90", Ids(cited));
        Assert.Null(cited.NoteLineId);
        Assert.Equal("psapl_2012.77 psapl_2012.78", Ids(Book.Cite("police-must-register", null, new(2025, 12, 31))));
    }

    [Fact]
    public void A_point_nobody_wrote_has_no_citations()
    {
        Assert.False(Book.Has("no-such-point"));
        Assert.Empty(Book.Cite("no-such-point", null, LawFiles.Today).Citations);
    }

    [Theory]
    [InlineData("disturbing-peace", "《中华人民共和国治安管理处罚法》（2025年修订）第五十条第一款第五项", "《治安管理处罚法》（2025年修订）第五十条第一款第五项")]
    [InlineData("deletion", "《中华人民共和国个人信息保护法》第四十七条", "《个人信息保护法》第四十七条")]
    [InlineData("complaint-forwarded", "《银行业保险业消费投诉处理管理办法》第三十一条（监管规定）", "《消费投诉处理办法》第三十一条（监管规定）")]
    [InlineData("police-receipt", "《公安机关办理行政案件程序规定》第六十一条第一款第一项（部门规章）", "《公安行政案件程序规定》第六十一条第一款第一项（部门规章）")]
    [InlineData("third-party-collection", "GB/T 45251-2025《互联网金融 个人网络消费信贷 贷后催收风控指引》（推荐性国家标准，不是法律；据公开报道，条文原文待核对）", "GB/T 45251-2025《贷后催收风控指引》（推荐性国家标准，不是法律；据公开报道，条文原文待核对）")]
    [InlineData("third-party-collection-credit-card", "《商业银行信用卡业务监督管理办法》第六十八条（监管规定；据转载文本，待核对原文）", "《信用卡办法》第六十八条（监管规定；据转载文本，待核对原文）")]
    public void A_citation_is_worded_by_its_kind_and_by_how_well_it_is_known(string point, string full, string brief)
    {
        var citation = Book.Cite(point, DateSpan.Read("2026-11-11"), LawFiles.Today).Citations[0];

        Assert.Equal(full, citation.Text(LawFiles.Line));
        Assert.Equal(brief, citation.Text(LawFiles.Line, brief: true));
    }

    private static string Ids(Cited cited) => string.Join(' ', cited.Citations.Select(one => one.Article.Id));
}
