using ChatHelper.Core.Casework;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Deadlines;

/// <summary>Days that follow from filings. Nothing of them is stored: another date gives other days.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("12378", "2026-11-18", "forward", "2026-11-27", "2026-11-27")]
    [InlineData("12378", "2026-02-13", "forward", "2026-03-02", "2026-03-02")]
    [InlineData("12378", "2026-11-18", "answer", "2026-12-12", "2027-01-26")] // from the last day of forwarding
    [InlineData("police-review", "2026-11-18", "decide", "2026-12-18", "2027-01-17")]
    [InlineData("police-recheck", "2026-11-18", "decide", "2026-12-18", "2027-01-17")]
    [InlineData("lender-recheck", "2026-11-18", "decide", "2026-12-18", "2026-12-18")]
    [InlineData("court", "2026-11-18", "file", "2026-11-25", "2026-11-25")]
    [InlineData("police", "2026-11-18", "accept", "2026-11-19", "2026-11-21")]
    [InlineData("12315", "2026-11-18", "accept", "2026-11-27", "2026-11-27")]
    public void They_must_by(string authority, string filed, string term, string day, string latest)
    {
        var deadline = Assert.Single(Of(new Filing(1, authority, filed)), one => one.Term.Id == term);
        Assert.True(deadline.Term.Theirs);
        Assert.Equal((ChinaPack.Day(day), ChinaPack.Day(latest)), (deadline.Day, deadline.Latest));
    }

    [Fact]
    public void Another_filing_date_gives_other_days()
    {
        var filing = new Filing(1, "12378", "2026-11-18");
        var moved = filing with { On = "2026-11-20" };
        Assert.Equal(ChinaPack.Day("2026-12-01"), Of(moved).First(one => one.Term.Id == "forward").Day);
        var passedOn = moved with { State = "accepted", AcceptedOn = "2026-11-23" };
        var answer = Assert.Single(Of(passedOn));
        Assert.Equal(("answer", ChinaPack.Day("2026-12-08"), false), (answer.Term.Id, answer.Day, answer.Supposed));
        Assert.Empty(Of(passedOn with { State = "closed" }));
    }

    [Fact]
    public void Nobody_is_late_before_the_longest_time_is_over()
    {
        var answer = Of(new Filing(1, "lender", "2026-11-01"), "lender-type=bank").Single(one => one.Term.Id == "answer");
        Assert.Equal(DeadlineState.Running, answer.State(ChinaPack.Day("2026-11-16")));
        Assert.Equal(DeadlineState.Extendable, answer.State(ChinaPack.Day("2026-11-17")));
        Assert.Equal(DeadlineState.Extendable, answer.State(ChinaPack.Day("2026-12-31")));
        Assert.Equal(DeadlineState.Over, answer.State(ChinaPack.Day("2027-01-01")));
    }

    [Fact]
    public void The_banks_time_limits_bind_no_other_lender() =>
        Assert.Empty(Of(new Filing(1, "lender", "2026-11-01"), "lender-type=microloan"));

    [Theory]
    [InlineData("paper", "criminal", "reconsider 2026-11-27")]
    [InlineData("paper", "administrative", "review 2027-01-19")]
    [InlineData("paper", "unsure", "reconsider 2026-11-27,review 2027-01-19")]
    [InlineData("word", "", "review 2027-01-19")]
    public void A_refusal_leaves_you_so_long(string refusal, string kind, string expected)
    {
        var filing = new Filing(1, "police", "2026-11-01") { State = "refused", RefusedOn = "2026-11-20", Refusal = refusal, RefusalKind = kind };
        Assert.Equal(expected, string.Join(',', Of(filing).Select(one => $"{one.Term.Id} {one.Day:uuuu-MM-dd}")));
    }

    [Fact]
    public void What_was_done_is_no_deadline_any_more()
    {
        var refused = new Filing(1, "police", "2026-11-01") { State = "refused", RefusedOn = "2026-11-20", Refusal = "paper", RefusalKind = "criminal" };
        var file = new CaseFile { Last = 2, Filings = [refused, new Filing(2, "police-review", "2026-11-23")] };
        Assert.Equal(["decide"], DeadlineList.Of(ChinaPack.Pack, file, FactSheet.Empty).Select(one => one.Term.Id));
    }

    [Theory]
    [InlineData("2026-08-31", "2027-02-28")] // no 31st of February
    [InlineData("2026-11-11T21:00~21:59", "2027-05-11")]
    public void The_police_are_asked_within_six_months_of_the_last_act(string last, string day)
    {
        var deadline = Assert.Single(DeadlineList.Of(ChinaPack.Pack, CaseFile.Empty, ChinaPack.Facts($"last-incident={last}")));
        Assert.Equal(("six-months", ChinaPack.Day(day)), (deadline.Term.Id, deadline.Day));
        Assert.Empty(DeadlineList.Of(ChinaPack.Pack, new CaseFile { Filings = [new Filing(1, "police", "") { State = "answered" }] }, ChinaPack.Facts($"last-incident={last}")));
    }

    [Fact]
    public void A_day_that_nobody_told_gives_no_deadline() => Assert.Empty(Of(new Filing(1, "12378", "")));

    [Fact]
    public void A_rest_day_stays_and_is_marked()
    {
        var filing = new Filing(1, "police", "") { State = "refused", RefusedOn = "2026-11-21", Refusal = "paper", RefusalKind = "criminal" };
        var deadline = Assert.Single(Of(filing));
        Assert.Equal((ChinaPack.Day("2026-11-28"), true), (deadline.Day, deadline.OnRestDay));
    }

    [Fact]
    public void Every_time_limit_of_the_law_rests_on_an_article_in_force()
    {
        var today = ChinaPack.Day("2026-11-22");
        var lawful = ChinaPack.Pack.Authorities.All.SelectMany(authority => authority.Terms).Where(term => term.Checked.Mark == Core.Authorities.Mark.A).ToList();
        Assert.True(lawful.Count > 15);
        Assert.All(lawful, term => Assert.All(ChinaPack.Pack.Law.Cite(term.Point!, new DateSpan(today, today), today).Citations, cited =>
        {
            Assert.True(cited.Verified);
            Assert.True(cited.Article.From <= today && (cited.Article.To is null || cited.Article.To >= today));
        }));
    }

    private static IReadOnlyList<Deadline> Of(Filing filing, string facts = "") =>
        DeadlineList.Of(ChinaPack.Pack, new CaseFile { Last = filing.No, Filings = [filing] }, ChinaPack.Facts(facts));
}
