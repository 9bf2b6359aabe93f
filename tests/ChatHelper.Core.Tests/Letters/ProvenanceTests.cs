using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

public class ProvenanceTests
{
    [Fact]
    public void What_stands_in_a_paper_and_what_only_decided_on_it_are_told_apart()
    {
        var made = Of("D01", Told.Borrower);

        Assert.Contains(made.Answers, answer => answer is { Fact: "first-incident", Written: true });
        Assert.Contains(made.Answers, answer => answer is { Fact: "what-they-did", Written: false });
        Assert.DoesNotContain(made.Answers, answer => answer.Fact is "lender-name" or "name");
        Assert.Equal("D01", made.Variant);
    }

    [Fact]
    public void A_fact_that_the_text_never_read_is_not_named()
    {
        var made = Of("D12c", Told.Borrower);

        Assert.Empty(made.Answers);
        Assert.Empty(made.Law);
    }

    [Fact]
    public void Numbers_are_masked_and_words_are_short()
    {
        var made = Of("D01", Told.Borrower.With("what-they-said", Fact.Said("打19900001234", new string('长', 200) + "19900001234")));

        Assert.Equal("199****1234、170****5678、私密号码", made.Answers.Single(answer => answer.Fact == "callers").Words);
        Assert.All(made.Answers, answer => Assert.InRange(answer.Words.Length, 1, 80));
        Assert.DoesNotContain(made.Answers, answer => answer.Words.Contains("19900001234", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_line_knows_the_answers_inside_it()
    {
        var made = Of("D01", Told.Borrower);
        var first = made.Lines.First(line => line.Text.Contains("约2026-11-11", StringComparison.Ordinal));
        var request = made.Lines.First(line => line.Text.Contains("受案回执", StringComparison.Ordinal));

        Assert.Equal(["first-incident", "last-incident"], first.Facts);
        Assert.Empty(request.Facts);
        Assert.Contains(made.Lines, line => line.Cites && line.Text.Contains("第五十条", StringComparison.Ordinal));
        Assert.Equal(Text("D01", Told.Borrower).Split('\n', StringSplitOptions.RemoveEmptyEntries), made.Lines.Select(line => line.Text));
    }

    [Theory]
    [InlineData("2026-11-11", "Conduct", "psapl_2025.50")]
    [InlineData("2025-12-20", "Conduct", "psapl_2012.42")]
    [InlineData("2025-12-20~2026-01-15", "Straddles", "psapl_2012.42 psapl_2025.50")]
    [InlineData(null, "DateUnknown", "psapl_2025.50")]
    public void The_days_of_the_conduct_are_the_reason_for_the_version(string? day, string because, string articles)
    {
        var facts = Told.Borrower.Without("last-incident").Without("first-incident");
        var made = Of("D01", day is null ? facts : facts.With("first-incident", Fact.Said("", day)));

        Assert.All(made.Law, use => Assert.Equal(Enum.Parse<CitedBecause>(because), use.Because));
        Assert.Equal(articles.Split(' '), made.Law.Select(use => use.Citation.Article.Id).Distinct());
    }

    [Fact]
    public void An_article_that_has_stood_for_years_needs_no_reason()
    {
        var made = Of("D02", Told.Borrower);

        Assert.NotEmpty(made.Law);
        Assert.All(made.Law, use => Assert.Equal(CitedBecause.Standing, use.Because));
    }

    [Fact]
    public void Rows_of_the_case_are_named_as_lists_not_as_answers()
    {
        var file = CaseFile.Empty with { Diary = [new Core.Casework.DiaryEntry(1, "2026-11-11T21:00", "call", "family")] };
        var (pack, _) = LetterPack.Small("{{#each-of diary}}{{no}}. {{at}} {{whom}}\n{{/each-of}}");
        var made = Provenance.Of(pack, pack.Letters["T"], FactSheet.Empty, file, LetterPack.Today, "zh-Hans");

        Assert.Equal(["diary"], made.Lists);
        Assert.Empty(made.Lines.Single().Facts);
    }

    [Fact]
    public void Signs_that_no_person_can_see_do_not_confuse_the_trace()
    {
        var odd = Fact.Said("\uE000callers\uE0011\uE002", "\uE000callers\uE0011\uE002");
        var made = Of("D01", Told.Borrower.With("what-they-said", odd));

        Assert.DoesNotContain(made.Lines, line => line.Text.Any(sign => sign is >= '\uE000' and <= '\uE002'));
        Assert.Contains(made.Answers, answer => answer is { Fact: "what-they-said", Written: true });
    }

    private static Provenance Of(string id, FactSheet facts) =>
        Provenance.Of(LetterPack.Real, LetterPack.Real.Letters[id], facts, CaseFile.Empty, LetterPack.Today, "zh-Hans");

    private static string Text(string id, FactSheet facts) =>
        LetterWriter.Write(LetterPack.Real, LetterPack.Real.Letters[id], facts, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;
}
