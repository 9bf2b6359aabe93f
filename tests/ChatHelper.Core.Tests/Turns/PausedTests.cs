using ChatHelper.Core.Content;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Tests.Letters;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Turns;

public class PausedTests
{
    [Theory]
    [InlineData("> 删除\nat erase.sure\n> [yes]\n< 已删除")]
    [InlineData("> [erase]\nat erase.sure")]
    [InlineData("> 停\nmode paused\n< 先停在这里")]
    public void Who_rests_can_still_have_all_erased_and_is_never_left_without_a_word(string then)
    {
        var diagnostics = new Diagnostics();
        var play = PlayReader.Read("paused.play", $"dialog: opening\nclock 2026-11-18T20:30\n> 被爆了 闺蜜和房东\n> 停\nmode paused\n{then}", diagnostics);

        Assert.Empty(diagnostics.Found);
        Assert.Empty(PlayRunner.Run(new Decider(LetterPack.Real), play));
    }
}
