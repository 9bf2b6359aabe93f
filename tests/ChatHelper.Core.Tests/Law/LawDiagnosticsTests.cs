using ChatHelper.Core.Content;
using ChatHelper.Core.Law;
using NodaTime;

namespace ChatHelper.Core.Tests.Law;

public class LawDiagnosticsTests
{
    private const string Old = """
        statute: old
        name: Old Act
        kind: statute
        articles:
          - {id: old.42, number: Art. 42, from: 2013-01-01, to: 2025-12-31, verified: yes, text: Peace., source: gazette, verified_on: 2026-11-21, review_by: 2027-05-21}
        """;

    private const string New = """
        statute: new
        name: New Act
        kind: statute
        successor-of: old
        articles:
          - {id: new.50, number: Art. 50, from: 2026-01-01, successor-of: old.42, verified: yes, text: Peace., source: gazette, verified_on: 2026-11-21, review_by: 2027-05-21}
        """;

    private const string Points = """
        disturbing-peace:
          law:
            - [old.42, new.50]
        """;

    [Fact]
    public void A_sound_law_has_nothing_to_report() => Assert.Empty(Read(Old, New, Points));

    [Fact]
    public void A_point_that_names_an_article_nobody_wrote_is_reported_at_its_line() =>
        Assert.Equal(["law/points.yaml(4): CH0401"], Read(Old, New, Points + "\n    - new.51"));

    [Fact]
    public void A_successor_of_an_article_or_statute_nobody_wrote_is_reported() =>
        Assert.Equal(
            ["law/new.yaml(1): CH0401", "law/new.yaml(6): CH0401"],
            Read(Old.Replace("old", "older", StringComparison.Ordinal), New, "disturbing-peace: {law: [new.50]}"));

    [Fact]
    public void Days_that_neither_of_two_following_articles_covers_are_a_gap() =>
        Assert.Equal(["law/points.yaml(3): CH0402"], Read(Old.Replace("2025-12-31", "2025-12-30", StringComparison.Ordinal), New, Points));

    [Theory]
    [InlineData("to: 2025-12-31", "to: 2026-01-01")]
    [InlineData("to: 2025-12-31, ", "")]
    [InlineData("to: 2025-12-31", "to: 9999-12-31")]
    public void Days_that_both_of_two_following_articles_cover_are_an_overlap(string window, string longer) =>
        Assert.Equal(["law/points.yaml(3): CH0403"], Read(Old.Replace(window, longer, StringComparison.Ordinal), New, Points));

    [Theory]
    [InlineData("2025-06-30", "gap")]
    [InlineData("2026-06-30", "overlap")]
    public void A_declared_gap_or_overlap_is_accepted(string end, string word) =>
        Assert.Empty(Read(
            Old.Replace("2025-12-31", end, StringComparison.Ordinal), New,
            $$"""disturbing-peace: {law: [{law: [old.42, new.50], {{word}}: yes}]}"""));

    [Fact]
    public void A_point_without_an_article_is_reported() =>
        Assert.Equal(["law/points.yaml(1): CH0405"], Read(Old, New, "disturbing-peace: {law: []}"));

    [Fact]
    public void A_verified_article_without_its_text_is_reported() =>
        Assert.Equal(["law/old.yaml(5): CH0406"], Read(Old.Replace("text: Peace., ", "", StringComparison.Ordinal), New, Points));

    [Theory]
    [InlineData("from: 2013-01-01", "from: 2013-13-01", "CH0002")]
    [InlineData("from: 2013-01-01", "from: 2026-01-01", "CH0002")]
    [InlineData("from: 2013-01-01, ", "", "CH0004")]
    [InlineData("kind: statute", "kind: custom", "CH0006")]
    [InlineData("verified: yes", "verified: no", "CH0004")]
    [InlineData("verified: yes", "verified: no, known-from: rumour", "CH0006")]
    [InlineData("source:", "sauce: x, source:", "CH0003")]
    [InlineData("statute: old", "statute: [", "CH0001")]
    [InlineData("statute: old", "? [statute]\n: old", "CH0003")]
    public void A_fault_of_form_is_reported_and_never_thrown(string sound, string broken, string code) =>
        Assert.Contains(Read(Old.Replace(sound, broken, StringComparison.Ordinal), New, Points), fault => fault.EndsWith(code));

    [Fact]
    public void An_article_is_reported_from_the_day_after_its_review_day()
    {
        Assert.Empty(Prove(new(2027, 5, 21)));
        Assert.Equal(["law/new.yaml(6): CH0404", "law/old.yaml(5): CH0404"], Prove(new(2027, 5, 22)));
    }

    [Fact]
    public void A_point_that_nothing_carries_today_is_reported()
    {
        var diagnostics = new Diagnostics();
        var book = LawBook.Read(Pack(Old, New, "disturbing-peace: {law: [old.42]}"), diagnostics);
        book.Prove(new(2025, 12, 31), diagnostics);
        Assert.Empty(diagnostics.Found);

        book.Prove(new(2026, 1, 1), diagnostics);
        Assert.Equal(["law/points.yaml(1): CH0408"], Short(diagnostics));
    }

    [Fact]
    public void An_explanation_of_a_point_nobody_wrote_is_reported()
    {
        var diagnostics = new Diagnostics();
        var pack = LawFiles.Pack(("law/old.yaml", Old), ("law/explain.yaml", "topics:\n  lawful:\n    - {say: a, points: [disturbing-peas]}"));
        Explainer.Read(pack, LawBook.Read(pack, diagnostics), diagnostics);

        Assert.Equal(["law/explain.yaml(3): CH0407"], Short(diagnostics));
    }

    [Theory]
    [InlineData("topics:\n  lawful: {say: a}", "law/explain.yaml(2): CH0002")]
    [InlineData("topics:\n  lawful:\n    - {say: a, when: threat}", "law/explain.yaml(3): CH0002")]
    [InlineData("topics:\n  lawful:\n    - {say: a, wen: {conduct: threat}}", "law/explain.yaml(3): CH0003")]
    [InlineData("topics:\n  lawful:\n    - {points: []}", "law/explain.yaml(3): CH0004")]
    public void A_fault_of_form_in_the_explanation_is_reported(string yaml, string fault)
    {
        var diagnostics = new Diagnostics();
        var pack = LawFiles.Pack(("law/explain.yaml", yaml));
        Explainer.Read(pack, LawBook.Read(pack, diagnostics), diagnostics);

        Assert.Equal([fault], Short(diagnostics));
    }

    [Fact]
    public void A_number_beside_a_statement_is_reported_after_its_review_day()
    {
        var pack = LawFiles.Pack(("law/explain.yaml", "closing:\n  - {say: a, review_by: 2027-05-21}"));
        var diagnostics = new Diagnostics();
        var explainer = Explainer.Read(pack, LawBook.Read(pack, diagnostics), diagnostics);
        explainer.Prove(new(2027, 5, 21), diagnostics);
        Assert.Empty(diagnostics.Found);

        explainer.Prove(new(2027, 5, 22), diagnostics);
        Assert.Equal(["law/explain.yaml(2): CH0404"], Short(diagnostics));
    }

    [Fact]
    public void The_law_of_mainland_china_is_sound_today_and_asks_for_review_in_time()
    {
        var diagnostics = new Diagnostics();
        LawFiles.Book.Prove(LawFiles.Today, diagnostics);
        Assert.Empty(diagnostics.Found);

        LawFiles.Book.Prove(new(2027, 5, 22), diagnostics);
        Assert.Equal(LawFiles.Book.Articles.Count, diagnostics.Found.Count);
    }

    private static IReadOnlyList<string> Prove(LocalDate today)
    {
        var diagnostics = new Diagnostics();
        LawBook.Read(Pack(Old, New, Points), diagnostics).Prove(today, diagnostics);
        return Short(diagnostics);
    }

    private static IReadOnlyList<string> Read(string old, string successor, string points)
    {
        var diagnostics = new Diagnostics();
        LawBook.Read(Pack(old, successor, points), diagnostics);
        return Short(diagnostics);
    }

    private static PackSource Pack(string old, string successor, string points) =>
        LawFiles.Pack(("law/old.yaml", old), ("law/new.yaml", successor), ("law/points.yaml", points));

    private static IReadOnlyList<string> Short(Diagnostics diagnostics) =>
        [.. diagnostics.Found.Select(fault => $"{fault.File}({fault.Line}): {fault.Code}")];
}
