using System.Text.Json.Nodes;
using ChatHelper.Channels.Terminal;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Terminal;

public sealed class JsonTalkTests
{
    [Fact]
    public async Task Each_line_gets_one_object_with_replies_step_facts_mode_and_crisis()
    {
        var answers = await Talk("""{"text":"hello"}""", """{"choice":"tell"}""", """{"choices":["family","boss"]}""", """{"facts":true}""");

        Assert.Equal(4, answers.Count);
        Assert.Equal("start.what", (string?)answers[0]["step"]);
        Assert.Contains(answers[0]["replies"]!.AsArray(), reply => reply!["choices"]!.AsArray().Any(choice => (string?)choice!["id"] == "tell"));
        Assert.Equal("family,boss", (string?)answers[3]["facts"]!["contacts-hit"]!["value"]);
        Assert.Equal("bot", (string?)answers[3]["mode"]);
        Assert.Null(answers[3]["crisis"]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"choice":7}""")]
    [InlineData("""{"nothing":1}""")]
    [InlineData("""{"clock":"soon"}""")]
    [InlineData("""{"file":"/no/such/file"}""")]
    [InlineData("[]")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"file":""}""")]
    [InlineData("""{"file":"\u0000"}""")]
    [InlineData("""{"file":"/"}""")]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"text":"\ud800"}""")]
    public async Task Bad_input_gets_an_error_and_changes_nothing(string line)
    {
        var answers = await Talk("""{"text":"hello"}""", line, """{"facts":true}""");

        Assert.NotNull(answers[1]["error"]);
        Assert.Equal((string?)answers[0]["step"], (string?)answers[2]["step"]);
    }

    [Fact]
    public async Task An_unknown_choice_says_so_and_stays_where_it_was()
    {
        var answers = await Talk("""{"text":"hello"}""", """{"choice":"tell"}""", """{"choice":"nobody-knows-this"}""");

        Assert.Equal("intake.who", (string?)answers[2]["step"]);
        Assert.NotEmpty(answers[2]["replies"]!.AsArray());
    }

    [Fact]
    public async Task The_same_file_given_twice_is_taken_twice_and_a_program_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("given-");
        var (picture, program) = (Path.Combine(folder.FullName, "a.jpg"), Path.Combine(folder.FullName, "b.jpg"));
        await File.WriteAllBytesAsync(picture, [0xFF, 0xD8, 0xFF, 1]);
        await File.WriteAllBytesAsync(program, [0x4D, 0x5A, 0, 1]);
        string Line(string path) => new JsonObject { ["file"] = path }.ToJsonString();
        var answers = await Talk("""{"text":"hello"}""", Line(picture), Line(picture), Line(program));
        folder.Delete(recursive: true);

        Assert.All(answers, answer => Assert.Null(answer["error"]));
        Assert.All(answers, answer => Assert.NotEmpty(answer["replies"]!.AsArray()));
        Assert.NotEqual((string?)answers[2]["replies"]![0]!["text"], (string?)answers[3]["replies"]![0]!["text"]);
    }

    [Theory]
    [InlineData("药都摆桌上了 就差吃了", "R3")]
    [InlineData("不想活了 真的", "R2")]
    [InlineData("我室友留了遗书 人不见了", "R3")]
    [InlineData("老板要气死了", null)]
    public async Task Crisis_is_one_of_the_five_tiers_or_nothing(string text, string? tier)
    {
        var diagnostics = new ChatHelper.Core.Content.Diagnostics();
        var folder = Path.Combine(ChatHelper.Tests.Rules.Checkout.Root, "dialogs/china");
        var china = ChatHelper.Core.Dialogs.PackReader.Read(ChatHelper.Content.PackFolder.Read(folder, diagnostics), diagnostics)!;
        using var rig = new Rig(pack: china);
        using var output = new StringWriter();
        await new JsonTalk(new TerminalTalk(rig.Engine, rig.Clock, "p1"), Path.Combine(rig.Folder, "out"))
            .Run(new StringReader($$"""{"text":"{{text}}"}"""), output);

        Assert.Equal(tier, (string?)JsonNode.Parse(output.ToString())!["crisis"]);
    }

    private static async Task<List<JsonNode>> Talk(params string[] lines)
    {
        using var rig = new Rig();
        using var output = new StringWriter();
        await new JsonTalk(new TerminalTalk(rig.Engine, rig.Clock, "p1"), Path.Combine(rig.Folder, "out"))
            .Run(new StringReader(string.Join('\n', lines)), output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
