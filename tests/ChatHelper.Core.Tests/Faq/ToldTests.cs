using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Faq;

/// <summary>Who answers what was asked is not answered as if they had asked something.</summary>
public sealed class ToldTests(ITestOutputHelper output)
{
    private static readonly Moment Now = new(Instant.FromUtc(2026, 11, 18, 12, 30));
    private static readonly Decider Decider = new(FaqPack.China);

    // A threat told in these words deserves a word about it, wherever it is told.
    private static readonly string[] Deserved = ["prison", "stop-payment"];

    [Fact]
    public void No_answer_to_a_waiting_step_is_taken_for_a_question()
    {
        var rows = FaqPack.Rows("told.tsv");
        Assert.True(rows.Count >= 200);
        var stolen = rows.Select(row => (Row: row, Answered: Answered(row[0], row[1]))).Where(one => one.Answered is not null).ToList();
        foreach (var (row, answered) in stolen)
        {
            output.WriteLine($"steals: {row[0]} <- {row[1]}: {answered}");
        }

        var deserved = stolen.Count(one => Deserved.Contains(one.Answered));
        output.WriteLine($"told.tsv: {rows.Count} answers, {stolen.Count - deserved} taken for questions, {deserved} threats answered");
        Assert.Equal(0, stolen.Count - deserved);
    }

    private static string? Answered(string at, string text)
    {
        var step = FaqPack.China.Steps[at];
        var begun = Decider.Begin() with
        {
            Frames = [Frame.Start("opening"), Frame.Start(step.Dialog) with { Asks = step.Fact }],
            At = at,
            Facts = at == "opening.safety" ? FactSheet.Empty : FaqPack.Asked,
        };
        var replies = Decider.Decide(begun, new Said("test", "k", text), Now).Replies;
        return FaqPack.China.Faq.Entries.FirstOrDefault(entry => Says($"faq.{entry.Id}"))?.Id
            ?? new[] { "faq.near", "faq.unknown" }.FirstOrDefault(Says);

        bool Says(string line)
        {
            var start = FaqPack.China.Lines.Find("zh-Hans", line)!.Text.Split('\n', '{')[0];
            return replies.Any(reply => reply.Text.StartsWith(start, StringComparison.Ordinal) || reply.Text.Contains($"\n{start}", StringComparison.Ordinal));
        }
    }
}
