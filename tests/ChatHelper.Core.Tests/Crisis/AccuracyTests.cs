using System.Globalization;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Crisis;

/// <summary>How often danger is heard, as numbers; single sentences are held by <see cref="LexiconTests"/>.</summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("crisis_cases.tsv")]
    [InlineData("more_cases.tsv")]
    public void Every_listed_sentence_is_heard_at_its_tier(string file)
    {
        var rows = ChinaCrisis.Rows(file).Select(row => (row.Tier, row.Text, Heard: ChinaCrisis.Detect(row.Text).Tier.ToString())).ToList();
        var right = rows.Count(row => row.Tier == row.Heard);
        var (missed, alarms) = (rows.Count(row => row.Tier != "None" && row.Heard == "None"), rows.Count(row => row.Tier == "None" && row.Heard != "None"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"crisis, {file}: {right} of {rows.Count} right ({100.0 * right / rows.Count:0.0}%), danger missed {missed}, false alarms {alarms}"));

        Assert.Empty(rows.Where(row => row.Tier != row.Heard).Select(row => $"{row.Text}: {row.Heard} instead of {row.Tier}"));
    }
}
