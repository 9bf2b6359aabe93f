using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Letters;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Turns;

/// <summary>What can hardly be meant is said back and asked again.</summary>
public sealed class PlausibleTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    [Theory]
    [InlineData("first-incident", "2026-11-18", null)]
    [InlineData("first-incident", "2026-11-19", "doubt.future")]
    [InlineData("first-incident", "1850-01-01", "doubt.long-ago")]
    [InlineData("deadline", "2026-11-20", null)]
    [InlineData("deadline", "2050-01-01", "doubt.future")]
    [InlineData("plan-start", "2026-12-01", null)]
    [InlineData("amount", "3500", null)]
    [InlineData("amount", "999999999999", "doubt.amount")]
    [InlineData("amount", "99999999999999999999999999999999999", "doubt.amount")]
    [InlineData("call-count", "20~30", null)]
    [InlineData("call-count", "9999999", "doubt.count")]
    public void A_value_is_taken_or_doubted(string fact, string value, string? line) =>
        Assert.Equal(line, Plausible.Doubt(LetterPack.Real.Facts[fact], Fact.Said(value, value), Today));

    [Theory]
    [InlineData("2027\u5E743\u67081\u65E5", "2027-03-01")]
    [InlineData("1850\u5E741\u67081\u65E5", "11\u670811\u65E5")]
    public void A_day_that_cannot_be_is_asked_again_and_not_kept(string said, string shown)
    {
        var decider = new Decider(LetterPack.Real);
        var moment = new Moment(Instant.FromUtc(2026, 11, 18, 12, 30));
        var talk = decider.Agreed(moment);
        foreach (var incoming in new Incoming[] { new Said("web", "1", "\u4F60\u597D"), Press("2", "safe"), Press("3", "borrower"), Press("4", "happening") })
        {
            talk = decider.Decide(talk, incoming, moment).Next;
        }

        var turn = decider.Decide(talk, new Said("web", "5", said), moment);

        Assert.Equal("intake.first", turn.Next.At);
        Assert.Null(turn.Next.Facts["first-incident"]);
        Assert.Contains(shown, turn.Replies[^1].Text, StringComparison.Ordinal);
    }

    private static Pressed Press(string key, string choice) => new("web", key, null, null, [choice]);
}
