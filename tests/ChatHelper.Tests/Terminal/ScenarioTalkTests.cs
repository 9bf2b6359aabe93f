using System.Text.Json.Nodes;
using ChatHelper.Core.Plays;

namespace ChatHelper.Tests.Terminal;

/// <summary>The twenty-four people of the plays, word for word through <c>talk --json</c>: the real engine, the real pack and a
/// database, instead of the plays' own stage.</summary>
public sealed class ScenarioTalkTests
{
    public static TheoryData<string> Names => [.. Enumerable.Range(1, 24).Select(number => $"S{number:00}")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_story_leaves_the_same_facts_and_the_same_tier_in_the_talk(string name)
    {
        var (play, answers) = await ScenarioTalk.Of(name);

        Assert.All(answers, answer => Assert.Null(answer["error"]));
        Assert.Equal("", string.Join("\n", Along(play, answers).Concat(AtTheEnd(play, answers[^1]["facts"]!.AsObject()))));
    }

    // Where they stand, who speaks, how grave it is and what is known, each where the play says so.
    private static IEnumerable<string> Along(Play play, IReadOnlyList<JsonNode> answers)
    {
        var at = -1;
        foreach (var line in play.Lines)
        {
            at += ScenarioTalk.Input(line) is null ? 0 : 1;
            var (wanted, got) = line switch
            {
                PlayLine.InCrisis crisis => (crisis.Tier is "AskOnce" or "Quoted" ? "none" : crisis.Tier.Replace("Third", ""), (string?)answers[at]["crisis"] ?? "none"),
                PlayLine.InMode mode => (mode.Mode, (string?)answers[at]["mode"]),
                PlayLine.StandsAt stands => (stands.Step, (string?)answers[at]["step"]),
                _ when Fact(line) is { } fact && !Holds(answers[at]["facts"]![fact.Name], fact.Wanted) =>
                    ($"{fact.Name} = {fact.Wanted}", answers[at]["facts"]![fact.Name]?.ToJsonString() ?? "(open)"),
                _ => ("", ""),
            };
            if (wanted != got)
            {
                yield return $"line {line.Number}: {wanted} is expected, it is {got}";
            }
        }
    }

    // What was last known holds at the end; it may have been added to, and what was open may be known. Who had everything erased has nothing.
    private static IEnumerable<string> AtTheEnd(Play play, JsonObject facts) => play.Lines[^1] is PlayLine.FactIs { State: "open" }
        ? facts.Select(left => $"{left.Key} is left")
        : play.Lines.Select(Fact).OfType<(string Name, string Wanted)>()
            .GroupBy(fact => fact.Name, StringComparer.Ordinal)
            .Select(said => said.Last())
            .Where(fact => fact.Wanted != "(open)" && !Holds(facts[fact.Name], fact.Wanted) && !Adds(facts[fact.Name], fact.Wanted))
            .Select(fact => $"{fact.Name} should end as {fact.Wanted}, it is {facts[fact.Name]?.ToJsonString() ?? "(open)"}");

    private static (string Name, string Wanted)? Fact(PlayLine line) => line switch
    {
        PlayLine.FactEquals fact => (fact.Fact, fact.Value),
        PlayLine.FactIs fact => (fact.Fact, $"({fact.State})"),
        _ => null,
    };

    private static bool Adds(JsonNode? fact, string wanted) =>
        ((string?)fact?["value"])?.Split(',') is { } entries && wanted.Split(',').All(entries.Contains);

    private static bool Holds(JsonNode? fact, string wanted)
    {
        var state = (string?)fact?["state"];
        return wanted switch
        {
            "(open)" => fact is null,
            "(known)" => state is "Stated" or "Confirmed",
            ['(', .. var word, ')'] => string.Equals(state, word.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase),
            _ => state is "Stated" or "Confirmed" && (string?)fact!["value"] == wanted,
        };
    }
}
