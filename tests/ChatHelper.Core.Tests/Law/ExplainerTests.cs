using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;

namespace ChatHelper.Core.Tests.Law;

public class ExplainerTests
{
    private static readonly Explainer Explainer = ReadSound();

    [Fact]
    public void The_acts_and_the_debt_are_two_statements_and_come_first()
    {
        var said = Ids(Facts("role: borrower"));

        Assert.Equal(["explain.acts", "explain.debt-remains"], said.Take(2));
        Assert.Equal(said.Take(2), Ids(Facts("")).Take(2));
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("workplace")]
    [InlineData("family")]
    [InlineData("impersonated")]
    public void Someone_who_did_not_borrow_is_never_told_to_see_to_the_debt(string role) =>
        Assert.DoesNotContain("explain.debt-remains", Ids(Facts($"role: {role}")));

    [Theory]
    [InlineData("conduct", "what-they-did: threat", "explain.threat explain.pestering")]
    [InlineData("conduct", "what-they-did: impersonation", "explain.impersonation explain.real-papers")]
    [InlineData("conduct", "what-they-did: told-debt", "explain.disclosed")]
    [InlineData("debt", "lender-type: unlicensed", "explain.illegal-debt explain.unlicensed")]
    [InlineData("lawful", "role: contact", "explain.not-your-debt")]
    [InlineData("information", "role: contact", "explain.contacts-own-right")]
    [InlineData("police", "what-they-did: flooding", "explain.no-contact-order")]
    [InlineData("complaint", "lender-type: microloan", "explain.third-party-microloan")]
    [InlineData("conduct", "what-they-did: edited-photo", "explain.portrait")]
    [InlineData("debt", "role: family", "explain.inheritance")]
    [InlineData("debt", "age-group: minor", "explain.minor")]
    [InlineData("debt", "lender-type: bank", "explain.instalments explain.cost-shown")]
    [InlineData("police", "payee: personal", "explain.stop-payment")]
    [InlineData("complaint", "lender-type: bank", "explain.third-party-credit-card explain.regulator")]
    public void What_is_known_chooses_the_statements(string topic, string facts, string expected)
    {
        var said = Ids(Facts(facts), topic);
        var without = Ids(Facts(""), topic);

        Assert.All(expected.Split(' '), id => Assert.Contains(id, said));
        Assert.All(expected.Split(' '), id => Assert.DoesNotContain(id, without));
    }

    [Fact]
    public void A_regulator_is_not_named_to_someone_whose_lender_has_none() =>
        Assert.Empty(Ids(Facts("role: borrower; lender-type: unlicensed"), "complaint"));

    [Fact]
    public void What_is_told_unasked_stays_short()
    {
        var said = Ids(Facts("role: borrower; stage: happening; lender-type: bank; what-they-did: told-debt, insult, threat"));

        Assert.Equal(["explain.acts", "explain.debt-remains", "explain.levels", "law.current-text", "explain.not-a-lawyer"], said);
        Assert.InRange(said.Sum(id => LawFiles.Line(id).Length), 1, 300);
    }

    [Fact]
    public void No_topic_is_a_wall()
    {
        var all = Explainer.Conditions.GroupBy(one => one.Fact)
            .ToDictionary(fact => fact.Key, IReadOnlyList<string> (fact) => [fact.First().Choice]);

        Assert.All(Explainer.Topics, topic => Assert.InRange(Ids(all, topic).Count, 0, 14));
        Assert.True(Explainer.Topics.Count() >= 8);
    }

    [Fact]
    public void What_is_known_from_reports_or_reprints_alone_is_said_to_be()
    {
        var all = Explainer.Conditions.GroupBy(one => one.Fact)
            .ToDictionary(fact => fact.Key, IReadOnlyList<string> (fact) => [.. fact.Select(one => one.Choice)]);
        var reported = Explainer.Topics
            .SelectMany(topic => Statements(all, topic).Concat(Statements(Facts("lender-type: bank, consumer-finance, microloan"), topic)))
            .Where(one => one.Citations.Count > 0 && one.Citations.All(citation => !citation.Verified)).DistinctBy(one => one.LineId).ToList();

        Assert.True(reported.Count >= 8);
        Assert.All(reported, one => Assert.Matches("据(?:公开报道|转述|转载的文本| 2018 年修正的文本)", LawFiles.Line(one.LineId)));
    }

    [Fact]
    public void Someone_who_names_no_conduct_hears_nothing_of_police_and_courts_unasked() =>
        Assert.Empty(Ids(Facts("role: borrower; stage: worried"))
            .Intersect([.. Ids(Facts(""), "police"), .. Ids(Facts(""), "court")])
            .Except(["law.current-text", "explain.not-a-lawyer"]));

    [Fact]
    public void Old_conduct_is_explained_with_the_old_text()
    {
        var said = Explainer.For(Facts("what-they-did: threat, flooding"), DateSpan.Read("2025-12-06"), LawFiles.Today, "conduct");

        Assert.Equal("第四十二条", said.Single(one => one.LineId == "explain.threat").Citations.Single().Article.Number);
        Assert.DoesNotContain(said, one => one.LineId == LawBook.DateUnknownLine);
    }

    [Fact]
    public void An_order_that_the_old_text_did_not_know_is_not_spoken_of_for_old_conduct()
    {
        var said = Explainer.For(Facts("what-they-did: flooding"), DateSpan.Read("2025-12-06"), LawFiles.Today, "police");

        Assert.DoesNotContain(said, one => one.LineId == "explain.no-contact-order");
    }

    [Theory]
    [InlineData(null, "law.note.date-unknown law.current-text explain.not-a-lawyer")]
    [InlineData("2025-12-31~2026-01-01", "law.note.straddles law.current-text explain.not-a-lawyer")]
    [InlineData("2026-11-11", "law.current-text explain.not-a-lawyer")]
    public void It_ends_with_the_note_the_text_in_force_and_that_it_is_no_lawyer(string? conduct, string last)
    {
        var said = Explainer.For(Facts("what-they-did: threat"), DateSpan.Read(conduct), LawFiles.Today, "conduct")
            .Select(one => one.LineId)
            .SkipWhile(id => id.StartsWith("explain.", StringComparison.Ordinal));

        Assert.Equal(last.Split(' '), said);
    }

    [Fact]
    public void Every_statement_of_law_carries_a_citation()
    {
        var all = Explainer.Conditions.GroupBy(one => one.Fact)
            .Where(fact => fact.Key is "what-they-did" or "lender-type" or "how-contacted")
            .ToDictionary(fact => fact.Key, IReadOnlyList<string> (fact) => [.. fact.Select(one => one.Choice)]);
        var bare = Explainer.Topics
            .SelectMany(topic => Explainer.For(all, DateSpan.Read("2026-11-11"), LawFiles.Today, topic))
            .Where(one => one.Citations.Count == 0)
            .Select(one => one.LineId);

        Assert.Equal(["law.current-text", "explain.not-a-lawyer", "explain.real-papers", "explain.ranks"], bare.Distinct());
    }

    [Fact]
    public void A_standard_and_self_regulation_are_said_not_to_be_law()
    {
        Assert.Contains("不是法律", LawFiles.Line("explain.third-party-standard"), StringComparison.Ordinal);
        Assert.Contains("不是法律", LawFiles.Line("explain.hours"), StringComparison.Ordinal);
        Assert.Contains("不是法律", LawFiles.Line("explain.frequency"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_takes_no_more_than_three_lines() =>
        Assert.All(LawFiles.Lines, line => Assert.InRange(line.Value.Split('\n').Length, 1, 3));

    [Fact]
    public void The_order_is_that_of_the_file_whatever_the_order_of_the_facts()
    {
        var one = Ids(Facts("what-they-did: threat, told-debt; role: borrower"), "conduct");
        var other = Ids(Facts("role: borrower; what-they-did: told-debt, threat"), "conduct");

        Assert.Equal(one, other);
        Assert.Equal(one.Count, one.Distinct().Count());
    }

    private static IReadOnlyList<string> Ids(IReadOnlyDictionary<string, IReadOnlyList<string>> facts, string? topic = null) =>
        [.. Statements(facts, topic).Select(one => one.LineId)];

    private static IReadOnlyList<Statement> Statements(IReadOnlyDictionary<string, IReadOnlyList<string>> facts, string? topic) =>
        Explainer.For(facts, DateSpan.Read("2026-11-11"), LawFiles.Today, topic);

    private static Dictionary<string, IReadOnlyList<string>> Facts(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(fact => fact.Split(": "))
        .ToDictionary(fact => fact[0], IReadOnlyList<string> (fact) => fact[1].Split(", "));

    private static Explainer ReadSound()
    {
        var diagnostics = new Diagnostics();
        var explainer = Explainer.Read(LawFiles.China, LawFiles.Book, diagnostics);
        Assert.Empty(diagnostics.Found);
        return explainer;
    }
}
