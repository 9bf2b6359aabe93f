using System.Globalization;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Faq;

/// <summary>People's own words for the sixty questions: how often the search finds the question, in numbers.</summary>
public sealed class AskedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("asked.tsv", 0.93, 0.96)]
    [InlineData("fresh.tsv", 0.85, 0.90)]
    [InlineData("english.tsv", 0.0, 0.0)]
    public void Most_questions_are_found_in_the_words_people_use(string table, double first, double three)
    {
        var rows = FaqPack.Rows(table).Select(row => (Row: row, Outcome: FaqPack.Ask(row[1], row[0]))).ToList();
        foreach (var (row, outcome) in rows.Where(one => !one.Outcome.First || one.Outcome.Came != Came.Answered))
        {
            output.WriteLine($"{outcome.Came}: {row[0]} <- {row[1]}: {outcome.Because}");
        }

        var (firsts, threes) = (Share(rows.Count(one => one.Outcome.First)), Share(rows.Count(one => one.Outcome.AmongThree)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table}: {rows.Count} wordings, first {firsts:P1}, among three {threes:P1}; {string.Join(", ", rows.CountBy(one => one.Outcome.Came).Select(one => $"{one.Key} {one.Value}"))}"));
        Assert.True(firsts >= first && threes >= three, "the search finds fewer questions than it did");

        double Share(int count) => (double)count / rows.Count;
    }
}
