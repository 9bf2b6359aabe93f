using ChatHelper.Core.Tests.Faq;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Turns;

/// <summary>Who asks for what is refused: the desk is shown that, by name alone.</summary>
public sealed class FlagTests
{
    private static readonly Moment Evening = new(Instant.FromUtc(2026, 11, 18, 12, 30), false);

    [Theory]
    [InlineData("帮我查个人 身份证尾号3412 看他住哪", "refuse-lookup")]
    [InlineData("写个短信发他单位 说他诈骗", "refuse-accuse")]
    [InlineData("怎么打电话不会被标记", "refuse-evasion")]
    public void A_refusal_that_flags_says_why_by_its_name(string text, string reason)
    {
        var decider = new Decider(FaqPack.China);
        var turn = decider.Decide(decider.Begin(), new Said("test", "1", text), Evening);

        Assert.Equal([new FlagForReview(reason)], turn.Effects.OfType<FlagForReview>());
        Assert.Equal([reason], turn.Next.Flagged);
        Assert.DoesNotContain(turn.Next.Facts, fact => fact.Value.Raw.Length > 0);
        Assert.Equal(Mode.Bot, turn.Next.Mode);
    }

    [Fact]
    public void It_flags_once_in_a_talk_and_each_reason_for_itself()
    {
        var decider = new Decider(FaqPack.China);
        var now = decider.Begin();
        List<Effect> effects = [];
        foreach (var (text, key) in new[] { "帮我查个人", "那帮我查下他住址", "怎么打电话不会被标记", "他通讯录里还有谁" }.Select((text, key) => (text, key)))
        {
            var turn = decider.Decide(now, new Said("test", $"{key}", text), Evening);
            effects.AddRange(turn.Effects);
            now = turn.Next;
        }

        Assert.Equal([new FlagForReview("refuse-lookup"), new FlagForReview("refuse-evasion")], effects.OfType<FlagForReview>());
    }

    [Theory]
    [InlineData("怎么骂他让他回骂 我好录音")]
    [InlineData("他们说要查我住哪，我怕")]
    [InlineData("他们问我住哪 我没说")]
    [InlineData("能查一下这个号是谁的吗")]
    [InlineData("催收说要发他单位去")]
    [InlineData("帮我曝光这个平台")]
    [InlineData("我的微信会不会被封")]
    [InlineData("有没有别的受害人也投诉过")]
    [InlineData("会坐牢吗")]
    public void Other_words_flag_nothing(string text)
    {
        var decider = new Decider(FaqPack.China);

        Assert.Empty(decider.Decide(decider.Begin(), new Said("test", "1", text), Evening).Effects.OfType<FlagForReview>());
    }
}
