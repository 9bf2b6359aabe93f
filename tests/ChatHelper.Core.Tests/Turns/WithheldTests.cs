using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Turns;

/// <summary>A pack whose letter claims more than it may and that was started nevertheless.</summary>
public sealed class WithheldTests
{
    private static readonly Moment Evening = new(Instant.FromUtc(2026, 11, 18, 12, 30));

    [Fact]
    public void A_letter_that_claims_what_nothing_carries_is_not_handed_out_and_the_person_hears_so()
    {
        var turn = Asked("我叫{{nickname}}，我有录音。");

        Assert.Empty(turn.Letters);
        Assert.Null(turn.Next.Given);
        Assert.Contains(turn.Replies, reply => reply.Text.StartsWith("先不给", StringComparison.Ordinal));
        Assert.DoesNotContain(turn.Replies, reply => reply.Text.Contains("录音", StringComparison.Ordinal) || reply.Files.Count > 0);
        Assert.Equal(("CH0310", "D01", "recording", "我叫□，我有录音"), (turn.Withheld[0].Code, turn.Withheld[0].Letter, turn.Withheld[0].Rule, turn.Withheld[0].Sentence));
    }

    [Fact]
    public void A_letter_that_claims_nothing_is_handed_out_and_remembered_by_its_id_alone()
    {
        var turn = Asked("我叫{{nickname}}，请保存录音。");

        Assert.Empty(turn.Withheld);
        Assert.Single(turn.Letters);
        Assert.Equal(["D01"], turn.Next.Given);
    }

    private static Turn Asked(string template)
    {
        var pack = PackReader.Read(
            PackFiles.SoundWith(
                ("letters/D01.zh-Hans.txt", template),
                ("letters/guard.yaml", "- {rule: recording, says: [录音], if: mood is good, beside: [保存]}")),
            new Diagnostics());
        var decider = new Decider(pack!);
        var turn = decider.Decide(decider.Begin(), new Said("test", "1", "你好"), Evening);
        turn = decider.Decide(turn.Next, new Pressed("test", "2", null, null, ["report"]), Evening);
        turn = decider.Decide(turn.Next, new Said("test", "3", "我有录音"), Evening);
        return turn.Letters.Count + turn.Withheld.Count > 0 ? turn : decider.Decide(turn.Next, new Pressed("test", "4", null, null, ["ok"]), Evening);
    }
}
