using System.Text.Json.Nodes;
using ChatHelper.Core.Plays;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Terminal;

/// <summary>What each story lists – facts, documents, ways, points of law, what must and what must never be said – held against what
/// came out of <c>talk --json</c>, documents opened as files.</summary>
public sealed class ScenarioListTests(ITestOutputHelper output)
{
    private static readonly string[] s_kinds = ["slot", "doc", "channel", "law", "must", "never"];

    public static TheoryData<string> Names => [.. ScenarioTalk.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task All_that_a_story_lists_is_met(string name)
    {
        var seen = await Seen.Of(name);
        Assert.Equal("", string.Join('\n', ScenarioList.All.Where(one => one.Story == name && !one.ByHand && !one.Waits && !seen.Meets(one))));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_nobody_may_be_told_is_in_no_answer_and_no_document(string name)
    {
        var seen = await Seen.Of(name);
        Assert.Equal("", string.Join('\n', ScenarioList.Never.Select(rule => (rule.Rule, Found: seen.Said(rule.Where)
            .FirstOrDefault(text => ScenarioList.Holds(text, rule.Pattern, rule.Spare)))).Where(rule => rule.Found is not null).Select(rule => $"{rule.Rule}: {rule.Found}")));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task The_first_reply_is_short_and_one_question_is_put_at_a_time(string name)
    {
        var (_, answers) = await ScenarioTalk.Of(name);
        var first = answers[0]["replies"]!.AsArray().Select(reply => (string)reply!["text"]!).ToList();

        Assert.Contains(first, text => text.Split('\n').Length <= 6);
        Assert.All(answers, answer => Assert.True(answer["replies"]!.AsArray().Count(reply => reply!["choices"]!.AsArray().Count > 0) <= 1));
    }

    [Fact]
    public async Task What_is_listed_is_counted()
    {
        output.WriteLine($"story  {string.Join("  ", s_kinds.Select(kind => $"{kind,-12}"))}(checked / by hand / not met)");
        foreach (var name in ScenarioTalk.Names)
        {
            var seen = await Seen.Of(name);
            output.WriteLine($"{name}    {string.Join("  ", s_kinds.Select(kind => $"{Count(name, kind, seen),-12}"))}");
        }

        output.WriteLine($"all    {string.Join("  ", s_kinds.Select(kind => $"{Sum(kind),-12}"))}");
        foreach (var one in ScenarioList.All.Where(one => one.ByHand || one.Waits))
        {
            output.WriteLine($"{one} {(one.Waits ? "is not met yet" : "by hand")}: {one.Note}{(one.Check.Length > 1 ? one.Check[1..] : "")}");
        }

        // What waits for a language waits no longer than the language.
        Assert.All(ScenarioTalk.Languages, language => Assert.DoesNotContain(ScenarioList.All, one => one.Waits && one.Note == $"waits for {language}"));
        Assert.All(ScenarioList.All.Where(one => one.ByHand || one.Waits), one => Assert.True(one.Note.Length + one.Check.Length > 2, $"{one} needs its reason"));
    }

    private static string Count(string name, string kind, Seen seen)
    {
        var listed = ScenarioList.All.Where(one => one.Story == name && one.Kind == kind).ToList();
        return $"{listed.Count(one => !one.ByHand && !one.Waits && seen.Meets(one))}/{listed.Count(one => one.ByHand && !one.Waits)}/{listed.Count(one => one.Waits)}";
    }

    private static string Sum(string kind)
    {
        var listed = ScenarioList.All.Where(one => one.Kind == kind).ToList();
        return $"{listed.Count(one => !one.ByHand && !one.Waits)}/{listed.Count(one => one.ByHand && !one.Waits)}/{listed.Count(one => one.Waits)}";
    }

    /// <summary>What somebody saw of a story.</summary>
    private sealed record Seen(Play Play, IReadOnlyList<JsonNode> Answers)
    {
        public static async Task<Seen> Of(string name) => new Seen((await ScenarioTalk.Of(name)).Play, (await ScenarioTalk.Of(name)).Answers);

        /// <summary>Texts of answers and buttons, and where it is asked for those of documents.</summary>
        public IEnumerable<string> Said(string where) => Answers
            .Where(answer => where != "crisis" || (string?)answer["crisis"] is "R1" or "R2" or "R3")
            .SelectMany(answer => where == "all" ? Texts(answer).Append(Papers(answer)) : Texts(answer));

        public bool Meets(Listed one) => one.Kind switch
        {
            "slot" => one.Check.Split(',').All(fact => Play.Lines.Any(line => line is PlayLine.FactEquals equals && equals.Fact == fact || line is PlayLine.FactIs state && state.Fact == fact)),
            "doc" when one.Check.StartsWith("say:", StringComparison.Ordinal) => Whole.Contains(one.Check[4..], StringComparison.Ordinal),
            "doc" when ScenarioTalk.China.Letters[one.Check].AsFile => Files.Any(file => ((string)file["name"]!).StartsWith($"{one.Check}-", StringComparison.Ordinal)),
            "doc" => Play.Lines.OfType<PlayLine.Receives>().Any(line => line.Letter == one.Check),
            "channel" or "law" => ScenarioList.Holds(Whole, ScenarioList.Names[one.Item]),
            "must" => one.Check.Split(" && ").All(Found),
            _ => !one.Check.Split('|').Any(part => part.StartsWith('@')) ? !ScenarioList.Holds(Whole, one.Check) : !one.Check.Split('|').Any(Found),
        };

        private IEnumerable<JsonNode> Files => Answers.SelectMany(answer => answer["replies"]!.AsArray()).SelectMany(reply => reply!["files"]!.AsArray()).OfType<JsonNode>();

        private string Whole => string.Join('\n', Answers.SelectMany(answer => Texts(answer).Append(Papers(answer))));

        private bool Found(string pattern) => pattern.StartsWith("flagged:", StringComparison.Ordinal)
            ? Play.Lines.OfType<PlayLine.Flagged>().Any(line => line.Reason == pattern["flagged:".Length..])
            : pattern is ['@', .. var rest] && rest.Split(' ', 2) is [var number, var words]
            ? ScenarioList.Holds(string.Join('\n', Texts(Answers[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1])), words)
            : ScenarioList.Holds(Whole, pattern);

        private static IEnumerable<string> Texts(JsonNode answer) => answer["replies"]!.AsArray()
            .SelectMany(reply => reply!["choices"]!.AsArray().Select(choice => (string)choice!["text"]!).Prepend((string)reply["text"]!));

        private static string Papers(JsonNode answer) => string.Join('\n', answer["replies"]!.AsArray()
            .SelectMany(reply => reply!["files"]!.AsArray()).Select(file => (string?)file!["content"] ?? ""));
    }
}
