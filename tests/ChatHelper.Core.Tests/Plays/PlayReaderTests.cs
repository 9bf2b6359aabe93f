using ChatHelper.Core.Content;
using ChatHelper.Core.Plays;
using NodaTime;

namespace ChatHelper.Core.Tests.Plays;

public sealed class PlayReaderTests
{
    private const string Head = "dialog: intake, start\nclock 2026-11-18T20:30\n";

    [Fact]
    public void A_play_says_which_dialogs_it_covers()
    {
        var play = Read(Head);
        Assert.Equal(["intake", "start"], play.Dialogs);
        Assert.Equal("one", play.Name);
    }

    [Fact]
    public void Each_line_knows_its_number()
    {
        var play = Read(Head + "# why\n\n> 你好\n");
        Assert.Equal(new PlayLine.Types(5, "你好"), play.Lines[^1]);
    }

    [Fact]
    public void Words_in_square_brackets_are_pressed()
    {
        var presses = Assert.IsType<PlayLine.Presses>(Read(Head + "> [family, boss]").Lines[^1]);
        Assert.Equal(["family", "boss"], presses.Choices);
    }

    [Theory]
    [InlineData("~ +3d", 72)]
    [InlineData("~ +2h", 2)]
    public void The_clock_can_be_moved(string line, int hours) =>
        Assert.Equal(new PlayLine.Waits(3, Duration.FromHours(hours)), Read(Head + line).Lines[^1]);

    [Fact]
    public void A_file_has_a_kind_a_name_and_a_caption() =>
        Assert.Equal(new PlayLine.Sends(3, "image", "截图 1.png", "看这个"), Read(Head + "> (file image 截图 1.png) 看这个").Lines[^1]);

    [Fact]
    public void A_volunteer_speaks_comes_and_leaves()
    {
        var lines = Read(Head + "volunteer 小林 comes\nvolunteer 小林: 我在\nvolunteer leaves").Lines;
        Assert.Equal(
            [new PlayLine.Volunteers(3, "小林", ""), new PlayLine.Volunteers(4, "小林", "我在"), new PlayLine.Leaves(5)], lines.Skip(1));
    }

    [Fact]
    public void A_fact_is_expected_by_value_or_by_state()
    {
        var lines = Read(Head + "fact first-incident = 2026-11-11T21:00~21:59\nfact lender is refused").Lines;
        Assert.Equal(
            [new PlayLine.FactEquals(3, "first-incident", "2026-11-11T21:00~21:59"), new PlayLine.FactIs(4, "lender", "refused")], lines.Skip(1));
    }

    [Theory]
    [InlineData("answer 1", Codes.UnknownWord)]
    [InlineData("> ", Codes.UnknownWord)]
    [InlineData("> []", Codes.UnknownWord)]
    [InlineData("fact x is sad", Codes.UnknownWord)]
    [InlineData("mode asleep", Codes.UnknownWord)]
    [InlineData("~ 3d", Codes.WrongShape)]
    [InlineData("~ +99999999999d", Codes.WrongShape)]
    [InlineData("clock tomorrow", Codes.WrongShape)]
    public void A_line_that_means_nothing_is_reported_with_its_number(string line, string code)
    {
        var diagnostics = new Diagnostics();
        PlayReader.Read("plays/one.play", Head + line, diagnostics);
        var fault = Assert.Single(diagnostics.Found);
        Assert.Equal((code, 3), (fault.Code, fault.Line));
    }

    [Theory]
    [InlineData("clock 2026-11-18T20:30")]
    [InlineData("dialog: intake")]
    public void A_play_needs_its_dialogs_and_its_clock(string half)
    {
        var diagnostics = new Diagnostics();
        PlayReader.Read("plays/one.play", half, diagnostics);
        Assert.Equal(Codes.MissingKey, Assert.Single(diagnostics.Found).Code);
    }

    private static Play Read(string text)
    {
        var diagnostics = new Diagnostics();
        var play = PlayReader.Read("plays/one.play", text, diagnostics);
        Assert.Empty(diagnostics.Found);
        return play;
    }
}
