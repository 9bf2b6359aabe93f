using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;

namespace ChatHelper.Tests.Conversations;

/// <summary>Whatever arrives, what was said before stays, the same question waits, and a reply comes.</summary>
public sealed class BadWordsTests : IDisposable
{
    private readonly Rig _rig = new();

    public static TheoryData<string, Incoming> Bad => new()
    {
        { "a hundred kilobytes", new Said("test", "bad", new string('\u6211', 100_000)) },
        { "a lone high surrogate", new Said("test", "bad", "a\ud83dz") },
        { "a lone low surrogate", new Said("test", "bad", "\ude00") },
        { "bidi controls", new Said("test", "bad", "\u202e\u2066\u2069 abc \u200f") },
        { "NUL", new Said("test", "bad", "\0") },
        { "nothing", new Said("test", "bad", "") },
        { "spaces", new Said("test", "bad", " \t\u3000\n") },
        { "an unknown choice", new Pressed("test", "bad", null, null, ["no-such-choice"]) },
        { "no choice", new Pressed("test", "bad", null, null, []) },
        { "an unknown and a known choice of an older question", new Pressed("test", "bad", 1, "start.what", ["tell", "x"]) },
        { "a choice with NUL", new Pressed("test", "bad", null, null, ["\0\ud800"]) },
        { "what was set aside, when nothing was", new Pressed("test", "bad", null, null, ["(previous)"]) },
        { "a step that never was", new Pressed("test", "bad", int.MaxValue, "\ud800.x", ["family"]) },
        { "a language that is none", new Pressed("test", "bad", null, null, ["language:\ud800"]) },
        { "a refused kind", new Gave("test", "bad", new GivenFile("", "x.exe", "refused-kind", 3, ""), "\ud800") },
        { "a refused size", new Gave("test", "bad", new GivenFile("", "x.mp4", "refused-size", 21L << 20, ""), "") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Nothing_that_was_said_is_lost_to(string what, Incoming bad)
    {
        await _rig.Say("p1", "1", "hello");
        await _rig.Press("p1", "2", "tell");
        var menu = await Take(bad with { Key = "bad-at-many" });
        await _rig.Press("p1", "3", "family", "boss");
        var before = await _rig.Stored("p1");
        var asked = await Take(new Pressed("test", "4", null, null, ["back"]));
        var taken = await Take(bad);
        await _rig.Press("p1", "5", "family", "boss");
        var after = await _rig.Stored("p1");

        Assert.True(menu.Rows.Count > 0 && asked.Rows.Count > 0 && taken.Rows.Count > 0, what);
        Assert.DoesNotContain(taken.Rows, row => row.Reply.Text.Contains("fault.sorry", StringComparison.Ordinal));
        Assert.Equal("family,boss", before!.Facts["contacts-hit"]!.Value);
        Assert.Equal((before.At, before.Facts["contacts-hit"]!.Value), (after!.At, after.Facts["contacts-hit"]!.Value));
    }

    [Fact]
    public async Task A_press_on_an_older_question_changes_nothing_and_shows_where_the_person_stands()
    {
        await _rig.Say("p1", "1", "hello");
        var old = (await _rig.Press("p1", "2", "tell")).Rows[^1].Reply;
        await _rig.Press("p1", "3", "family");
        var before = await _rig.Stored("p1");
        var taken = await Take(new Pressed("test", "4", old.Version, old.Step, ["boss"]));
        var after = await _rig.Stored("p1");

        Assert.Equal("intake.who", old.Step);
        Assert.Equal(before!.At, taken.Rows[^1].Reply.Step.Length == 0 ? after!.At : taken.Rows[^1].Reply.Step);
        Assert.Equal((before.At, "family"), (after!.At, after.Facts["contacts-hit"]!.Value));
    }

    [Theory]
    [InlineData("MZ\u0090\0\u0003", "refused-program")]
    [InlineData("", "refused-empty")]
    [InlineData("PK\u0003\u0004zip", "refused-archive")]
    [InlineData("\u0001\u0002\u0003", "refused-kind")]
    public async Task A_file_of_no_kept_kind_is_refused_with_a_word_and_the_question_stays(string bytes, string kind)
    {
        await _rig.Say("p1", "1", "hello");
        await _rig.Press("p1", "2", "tell");
        var before = await _rig.Stored("p1");
        var address = new Address("test", "p1");
        var file = await _rig.Engine.Files.Keep(await _rig.Engine.Turns.Meet(address), "\ud800\0.jpg", to => to.WriteAsync(Encoding.Latin1.GetBytes(bytes)).AsTask());
        var taken = await Take(new Gave("test", "3", file, ""));

        Assert.Equal(("", kind), (file.Id, file.Kind));
        Assert.NotEmpty(taken.Rows);
        Assert.Equal(before!.At, (await _rig.Stored("p1"))!.At);
    }

    public void Dispose() => _rig.Dispose();

    private Task<Taken> Take(Incoming incoming) => _rig.Engine.Turns.Take(new Address("test", "p1"), incoming);
}
