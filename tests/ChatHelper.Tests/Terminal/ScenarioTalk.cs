using System.Collections.Concurrent;
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

namespace ChatHelper.Tests.Terminal;

/// <summary>The twenty-four stories through <c>talk --json</c>, each once for all tests.</summary>
internal static class ScenarioTalk
{
    private static readonly Lazy<Pack> s_china = new(() => PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private static readonly ConcurrentDictionary<string, Lazy<Task<(Play, IReadOnlyList<JsonNode>)>>> s_talks = new(StringComparer.Ordinal);

    public static string Folder { get; } = Path.Combine(Checkout.Root, "tests/ChatHelper.Core.Tests/Scenarios");

    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(1, 24).Select(number => $"S{number:00}")];

    public static Pack China => s_china.Value;

    public static IReadOnlyList<string> Languages => s_china.Value.Lines.Languages;

    /// <summary>The play, and one answer for each of its inputs. A document's text stands in its file as <c>content</c>.</summary>
    public static Task<(Play Play, IReadOnlyList<JsonNode> Answers)> Of(string name) =>
        s_talks.GetOrAdd(name, _ => new Lazy<Task<(Play, IReadOnlyList<JsonNode>)>>(() => Run(name))).Value;

    /// <summary>What a line of the play is on the way in; null: it only expects something.</summary>
    public static JsonObject? Input(PlayLine line) => line switch
    {
        PlayLine.Types types => new JsonObject { ["text"] = types.Text },
        PlayLine.Presses { Choices: [var one] } => new JsonObject { ["choice"] = one },
        PlayLine.Presses presses => new JsonObject { ["choices"] = new JsonArray([.. presses.Choices.Select(choice => JsonValue.Create(choice))]) },
        PlayLine.Sends sends => new JsonObject { ["file"] = sends.Name, ["caption"] = sends.Caption },
        PlayLine.Waits waits => new JsonObject { ["clock"] = string.Create(CultureInfo.InvariantCulture, $"+{(int)waits.For.TotalMinutes}m") },
        PlayLine.Volunteers or PlayLine.Leaves or PlayLine.Desk => throw new InvalidOperationException("the terminal has no desk"),
        _ => null,
    };

    private static async Task<(Play, IReadOnlyList<JsonNode>)> Run(string name)
    {
        var diagnostics = new Diagnostics();
        var play = PlayReader.Read($"{name}.play", await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.play")), diagnostics);
        Assert.Empty(diagnostics.Found);
        var folder = Directory.CreateTempSubdirectory("chathelper-test-").FullName;
        var clock = new VirtualClock(Assert.Single(play.Lines.OfType<PlayLine.Sets>()).Clock.InZoneLeniently(s_china.Value.Zone).ToInstant().ToDateTimeOffset());
        using (var engine = new Engine(s_china.Value, Path.Combine(folder, "data"), clock, NullLoggerFactory.Instance))
        {
            var talk = new JsonTalk(new TerminalTalk(engine, clock, "p1"), Path.Combine(folder, "out"));
            List<JsonNode> answers = [];
            foreach (var line in play.Lines.Select(Input).OfType<JsonObject>())
            {
                using var said = new StringWriter();
                await talk.Run(new StringReader(Received(line, folder).ToJsonString()), said);
                answers.Add(await Agreed(talk, JsonNode.Parse(said.ToString())!));
                await Open(answers[^1]);
            }

            return (play, answers);
        }
    }

    // The stories are about something else: whoever is asked for consent gives it, and what was asked instead follows.
    private static async Task<JsonNode> Agreed(JsonTalk talk, JsonNode answer)
    {
        while (((string?)answer["step"])?.StartsWith("consent", StringComparison.Ordinal) == true && (string?)answer["crisis"] is null)
        {
            using var said = new StringWriter();
            await talk.Run(new StringReader("""{"choice":"yes"}"""), said);
            var next = JsonNode.Parse(said.ToString())!;
            var before = answer["replies"]!.AsArray().SkipLast(1).Select(reply => reply!.DeepClone());
            next["replies"] = new JsonArray([.. before, .. next["replies"]!.AsArray().Select(reply => reply!.DeepClone())]);
            answer = next;
        }

        return answer;
    }

    private static JsonObject Received(JsonObject line, string folder)
    {
        if ((string?)line["file"] is { } name)
        {
            line["file"] = Path.Combine(folder, name);
            File.WriteAllBytes(Path.Combine(folder, name), [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        }

        return line;
    }

    private static async Task Open(JsonNode answer)
    {
        foreach (var file in (answer["replies"]?.AsArray() ?? []).SelectMany(reply => reply!["files"]!.AsArray()))
        {
            var path = (string)file!["path"]!;
            file["content"] = Path.GetExtension(path) == ".docx" ? HandedPaper.Words(path) : await File.ReadAllTextAsync(path);
        }
    }
}
