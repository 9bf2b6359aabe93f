using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Turns;

/// <summary>Days with two readings, asked once and never chosen for the person (the real pack's words).</summary>
public sealed class EitherOrTests
{
    private const string Asked = "> 不对 是国庆那几天 3号还是4号\nfact first-incident = 2026-10-03|2026-10-04\n";

    [Theory]
    [InlineData("> 1", "2026-10-03")]
    [InlineData("> 10月4号", "2026-10-04")]
    [InlineData("> 3", "2026-10-03|2026-10-04")]
    [InlineData("> 国庆那几天", "2026-10-03|2026-10-04")]
    [InlineData("> 国庆那几天\n> 国庆那几天", "2026-10-03|2026-10-04")]
    [InlineData("> 会坐牢吗", "2026-10-03|2026-10-04")]
    public void One_of_the_two_is_taken_and_whatever_says_nothing_new_keeps_both(string answer, string value) =>
        Assert.Empty(PlayRunner.Run(China(), Read($"> 我本人欠的，十月底开始爆的\n{Asked}{answer}\nfact first-incident = {value}")));

    private static Play Read(string text) => PlayReader.Read("plays/one.play", $"dialog: intake\nconsent given\nclock 2026-11-18T20:30\n{text}", new Diagnostics());

    private static Decider China()
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(new PackSource("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))), diagnostics);
        Assert.Empty(diagnostics.Found);
        return new Decider(pack!);
    }
}
