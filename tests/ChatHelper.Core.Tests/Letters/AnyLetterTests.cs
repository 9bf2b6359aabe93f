using System.Text.RegularExpressions;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests.Letters;

/// <summary>What holds of every letter of the pack, whatever mixture of answers, silences and open questions it is made of.</summary>
public class AnyLetterTests
{
    private const int Sheets = 60;

    private static readonly string Lines = string.Join('\n', LetterPack.RealFiles
        .Where(file => file.Key.StartsWith("lines/zh-Hans", StringComparison.Ordinal)).Select(file => file.Value));

    public static TheoryData<string> Letters => [.. LetterPack.Real.Letters.Keys];

    [Theory, MemberData(nameof(Letters))]
    public void No_letter_claims_what_nothing_carries_or_says_what_harms(string id) => Assert.All(
        Drafts(id), draft => Assert.Empty(LetterPack.Real.Guard.Check(draft.Draft, draft.Facts)));

    [Theory, MemberData(nameof(Letters))]
    public void No_letter_cites_more_than_four_articles(string id) => Assert.All(
        Drafts(id), draft => Assert.InRange(draft.Draft.Sources.Points.Sum(point => point.Cited.Citations.Count), 0, 4));

    [Theory, MemberData(nameof(Letters))]
    public void Every_number_comes_from_a_fact_a_citation_today_or_the_text_itself(string id)
    {
        foreach (var (draft, facts) in Drafts(id))
        {
            var own = Own(draft);
            Assert.All(Numbers(draft.Trace.Template()), number => Assert.Contains(number, own, StringComparison.Ordinal));
            Assert.All(draft.Trace.Spans, span =>
            {
                var from = From(span.Source, facts);
                Assert.All(Numbers(draft.Trace.Text.Substring(span.Start, span.Length)), number => Assert.Contains(number, from, StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public void Every_text_of_every_letter_is_reached()
    {
        var reached = Letters.Cast<object[]>().Select(row => (string)row[0]).SelectMany(Drafts).Select(one => one.Draft.Variant.Name);
        var all = LetterPack.Real.Letters.Values.SelectMany(form => form.Variants).Select(variant => variant.Name);

        Assert.True(all.Except(reached).Count() <= all.Count() / 10, string.Join(' ', all.Except(reached)));
    }

    private static IEnumerable<(LetterDraft Draft, FactSheet Facts)> Drafts(string id)
    {
        var (pack, form) = (LetterPack.Real, LetterPack.Real.Letters[id]);
        return Enumerable.Range(0, Sheets)
            .Select(number => AnySheet.Number(number, pack.Facts))
            .Select(facts => (LetterWriter.Draft(pack, form, form.For(facts), facts, CaseFile.Empty, LetterPack.Today, "zh-Hans"), facts));
    }

    private static string Own(LetterDraft draft) => Lines + string.Concat(LetterPack.RealFiles
        .Where(file => file.Key == $"letters/{draft.Variant.Name}.zh-Hans.txt" || file.Key.StartsWith("letters/parts/", StringComparison.Ordinal))
        .Select(file => file.Value));

    // Items are numbered by the program; the names of texts and articles stand in the law files.
    private static string From(string source, FactSheet facts) => source switch
    {
        TracedText.Ours => string.Join(' ', Enumerable.Range(0, 100)) + string.Join(' ', LetterPack.Real.Numbers.Values.Select(number => number.Text)),
        "today" => LocalDatePattern.Iso.Format(LetterPack.Today),
        "sources" => string.Join(' ', LetterPack.Real.Law.Articles.Select(article =>
            $"{article.Statute.Name} {article.Statute.Edition} {LocalDatePattern.Iso.Format(article.VerifiedOn)}")) + " 1. 2. 3. 4.",
        _ => $"{facts[source]?.Value} {facts[source]?.Raw} {string.Concat((facts[source]?.Value ?? "").Where(char.IsAsciiDigit))} {Lines}",
    };

    private static IEnumerable<string> Numbers(string text) => Regex.Matches(text, "[0-9]+", RegexOptions.NonBacktracking).Select(match => match.Value);
}
