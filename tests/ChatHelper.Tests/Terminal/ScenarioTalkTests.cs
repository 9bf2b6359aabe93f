using System.Globalization;
using System.Text.Json.Nodes;
using ChatHelper.Channels.Terminal;
using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Tests.Rules;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Terminal;

/// <summary>The twenty-four people of the plays, word for word through <c>talk --json</c>: the real engine, the real pack and a
/// database, instead of the plays' own stage.</summary>
public sealed class ScenarioTalkTests(ITestOutputHelper output) : IDisposable
{
    private const string Pending = "# pending:";
    private static readonly Lazy<Pack> China = new(() => PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private readonly string _folder = Directory.CreateTempSubdirectory("chathelper-test-").FullName;

    public static TheoryData<string> Names => [.. Enumerable.Range(1, 24).Select(number => $"S{number:00}")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_story_leaves_the_same_facts_and_the_same_tier_in_the_talk(string name)
    {
        var play = Read(name);
        var answers = await Talk(play);

        Assert.All(answers, answer => Assert.Null(answer["error"]));
        Assert.Equal("", string.Join("\n", Along(play, answers).Concat(AtTheEnd(play, answers[^1]["facts"]!.AsObject()))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Play Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "tests/ChatHelper.Core.Tests/Scenarios", $"{name}.play"));
        foreach (var line in text.Split('\n').Where(line => line.StartsWith(Pending, StringComparison.Ordinal)))
        {
            output.WriteLine($"{name} waits for{line[Pending.Length..]}");
        }

        var diagnostics = new Diagnostics();
        var play = PlayReader.Read($"{name}.play", text, diagnostics);
        Assert.Empty(diagnostics.Found);
        return play;
    }

    private async Task<List<JsonNode>> Talk(Play play)
    {
        var zone = China.Value.Zone;
        var starts = play.Lines.OfType<PlayLine.Sets>().Select(line => line.Clock.InZoneLeniently(zone).ToInstant()).ToList();
        Assert.Single(starts);
        var clock = new VirtualClock(starts[0].ToDateTimeOffset());
        using var engine = new Engine(China.Value, Path.Combine(_folder, "data"), clock, NullLoggerFactory.Instance);
        using var said = new StringWriter();
        await new JsonTalk(new TerminalTalk(engine, clock, "p1"), Path.Combine(_folder, "out"))
            .Run(new StringReader(string.Join('\n', play.Lines.Select(Input).OfType<JsonObject>().Select(line => line.ToJsonString()))), said);
        return [.. said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    // What a line of the play is on the way in; null: it only expects something.
    private JsonObject? Input(PlayLine line) => line switch
    {
        PlayLine.Types types => new JsonObject { ["text"] = types.Text },
        PlayLine.Presses { Choices: [var one] } => new JsonObject { ["choice"] = one },
        PlayLine.Presses presses => new JsonObject { ["choices"] = new JsonArray([.. presses.Choices.Select(choice => JsonValue.Create(choice))]) },
        PlayLine.Sends sends => new JsonObject { ["file"] = Picture(sends.Name), ["caption"] = sends.Caption },
        PlayLine.Waits waits => new JsonObject { ["clock"] = string.Create(CultureInfo.InvariantCulture, $"+{(int)waits.For.TotalMinutes}m") },
        PlayLine.Volunteers or PlayLine.Leaves or PlayLine.Desk => throw new InvalidOperationException("the terminal has no desk"),
        _ => null,
    };

    private string Picture(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        return path;
    }

    // Where they stand, who speaks, how grave it is and what is known, each where the play says so.
    private IEnumerable<string> Along(Play play, List<JsonNode> answers)
    {
        var at = -1;
        foreach (var line in play.Lines)
        {
            at += Input(line) is null ? 0 : 1;
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
