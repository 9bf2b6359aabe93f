using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Tests.Proof;

public sealed class DeedCheckTests
{
    [Theory]
    [InlineData("pause")]
    [InlineData("hand-over urgent")]
    [InlineData("schedule chase 3d")]
    [InlineData("unschedule chase")]
    [InlineData("set mood bad")]
    [InlineData("forget mood")]
    [InlineData("start intake")]
    [InlineData("care R2")]
    [InlineData("evidence about nickname")]
    [InlineData("evidence withdraw")]
    public void A_deed_with_a_meaning_is_taken(string deed) => Assert.Null(Fault(deed));

    [Theory]
    [InlineData("dance", Codes.UnknownDeed)]
    [InlineData("set mood", Codes.UnknownDeed)]
    [InlineData("set mood very bad", Codes.UnknownDeed)]
    [InlineData("set mood purple", Codes.UnknownChoice)]
    [InlineData("set moods bad", Codes.UnknownFact)]
    [InlineData("forget", Codes.UnknownDeed)]
    [InlineData("reopen moods", Codes.UnknownFact)]
    [InlineData("schedule chase", Codes.UnknownDeed)]
    [InlineData("schedule visit 3d", Codes.UnknownDialog)]
    [InlineData("unschedule visit", Codes.UnknownDialog)]
    [InlineData("start nowhere", Codes.UnknownDialog)]
    [InlineData("care R9", Codes.UnknownDeed)]
    [InlineData("evidence", Codes.UnknownDeed)]
    [InlineData("evidence burn", Codes.UnknownDeed)]
    [InlineData("evidence about", Codes.UnknownDeed)]
    [InlineData("evidence about nick", Codes.UnknownFact)]
    public void A_deed_whose_words_mean_nothing_is_a_fault_of_content(string deed, string code) => Assert.Equal(code, Fault(deed));

    private static string? Fault(string deed)
    {
        var diagnostics = new Diagnostics();
        PackReader.Read(PackFiles.SoundWith(("extra.dialog.yaml", $"dialog: extra\nsteps:\n  - {{step: name, do: {deed}}}\n")), diagnostics);
        return diagnostics.Found.SingleOrDefault()?.Code;
    }
}
