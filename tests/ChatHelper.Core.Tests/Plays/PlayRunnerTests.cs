using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Plays;

public sealed class PlayRunnerTests
{
    private const string ToIntake = "> 你好\n> [tell]\n";

    [Fact]
    public void A_play_that_comes_out_as_written_has_no_faults() =>
        Assert.Empty(Run(ToIntake + "at intake.who\n< 谁接到了电话\n< 家人\n! 领导说\n> [family, boss]\nfact contacts-hit = family,boss\nmode bot\ncrisis none"));

    [Theory]
    [InlineData("at start.what", "intake.who")]
    [InlineData("< 今天天气", "谁接到了电话")]
    [InlineData("! 家人", "家人")]
    [InlineData("fact contacts-hit = boss", "(open)")]
    [InlineData("fact contacts-hit is refused", "(open)")]
    [InlineData("letter D01", "D01")]
    [InlineData("crisis R2", "none")]
    [InlineData("mode human", "bot")]
    [InlineData("> [stranger]", "family, boss, nobody")]
    public void What_came_instead_is_said_with_its_line(string line, string said)
    {
        var fault = Assert.Single(Run(ToIntake + line));
        Assert.Equal((Codes.PlayFails, 5), (fault.Code, fault.Line));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_an_earlier_turn_do_not_count() =>
        Assert.Single(Run("> 你好\n< 你好，我在这里\n> [tell]\n< 你好，我在这里"));

    [Fact]
    public void After_a_press_that_cannot_be_made_the_rest_is_left_out() =>
        Assert.Single(Run(ToIntake + "> [stranger]\nfact contacts-hit = stranger"));

    [Fact]
    public void While_a_volunteer_speaks_the_bot_is_silent() =>
        Assert.Empty(Run(ToIntake + "volunteer 小林: 我在\nmode human\n> 谢谢\n! 谁接到\nvolunteer leaves\nmode bot\nat intake.who"));

    [Fact]
    public void A_refused_question_is_not_known() =>
        Assert.Empty(Run(ToIntake + "> [family]\n> 跳过\nfact what-said is refused"));

    [Fact]
    public void After_erasing_nothing_is_left() =>
        Assert.Empty(Run(ToIntake + "> [family]\n> 删除\n> [erase-all]\n< 已经删除\nfact contacts-hit is open"));

    [Fact]
    public void What_was_scheduled_falls_due_when_time_passes() => Assert.Empty(Run(
        ToIntake + "> [family]\n> 他们说要告诉所有人\nat start.what\n~ +1d\n! 有人回复你吗\n~ +3d\n< 有人回复你吗\nat chase.answered"));

    [Fact]
    public void A_letter_is_received_in_the_turn_that_hands_it_out() =>
        Assert.Empty(Run("> 你好\n> [report]\nat extra.name\n> 小陈\nletter D01\n< 我是小陈"));

    [Fact]
    public void The_same_play_comes_out_the_same_each_time()
    {
        var text = ToIntake + "< 没有的话\nat nowhere";
        Assert.Equal(Run(text), Run(text));
    }

    private static IReadOnlyList<Diagnostic> Run(string text)
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(PackFiles.Sound(), diagnostics);
        var play = PlayReader.Read("plays/one.play", $"dialog: start\nclock 2026-11-18T20:30\n{text}", diagnostics);
        Assert.Empty(diagnostics.Found);
        return PlayRunner.Run(new Decider(pack!), play);
    }
}
