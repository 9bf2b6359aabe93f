using System.Globalization;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Faq;

/// <summary>People's own words for the sixty questions: how often the search finds the question, in numbers.</summary>
public sealed class AskedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("asked.tsv", 0.94, 0.97)]
    [InlineData("fresh.tsv", 0.90, 0.95)]
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

    [Fact]
    public void A_question_the_pack_does_not_know_is_not_answered_as_another()
    {
        var rows = FaqPack.Rows("elsewhere.tsv").Select(row => (Text: row[1], Outcome: FaqPack.Ask(row[1], "-"))).ToList();
        foreach (var (text, outcome) in rows.Where(one => one.Outcome.Came != Came.Unknown))
        {
            output.WriteLine($"elsewhere {outcome.Came}: {text}: {outcome.Because}");
        }

        var wrong = rows.Count(one => one.Outcome.Came == Came.Wrong);
        output.WriteLine($"elsewhere.tsv: {rows.Count} questions, {wrong} answered as another, {rows.Count(one => one.Outcome.Came == Came.OfferedOthers)} offered others");
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void No_row_of_the_tables_is_a_wording_of_the_pack()
    {
        var wordings = FaqPack.China.Faq.Entries.SelectMany(entry => entry.Asks).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(new[] { "asked.tsv", "fresh.tsv" }.SelectMany(FaqPack.Rows).Where(row => wordings.Contains(row[1].TrimEnd('?', '\uFF1F'))).Select(row => row[1]));
    }

    [Fact]
    public void At_least_six_rows_are_there_for_each_question_of_the_lists()
    {
        var rows = FaqPack.Rows("asked.tsv").CountBy(row => row[0]).ToDictionary(StringComparer.Ordinal);
        string[] near = ["verify-caller", "spouse-debt", "emergency-contact", "give-number", "interest", "spending-ban", "agent-money"];
        Assert.All(
            FaqPack.China.Steps.Values.SelectMany(step => step.Choices).Select(choice => choice.Faq).OfType<string>().Except(near, StringComparer.Ordinal),
            id => Assert.True(rows.GetValueOrDefault(id) >= 6, $"'{id}' has {rows.GetValueOrDefault(id)} rows"));
    }
}
