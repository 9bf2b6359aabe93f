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

    private static async Task<List<JsonNode>> Talk(params string[] lines)
    {
        using var rig = new Rig();
        using var output = new StringWriter();
        await new JsonTalk(new TerminalTalk(rig.Engine, rig.Clock, "p1"), Path.Combine(rig.Folder, "out"))
            .Run(new StringReader(string.Join('\n', lines)), output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
