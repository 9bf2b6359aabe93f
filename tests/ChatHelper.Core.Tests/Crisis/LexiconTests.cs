using ChatHelper.Core.Crisis;
using FsCheck;
using FsCheck.Fluent;

namespace ChatHelper.Core.Tests.Crisis;

public class LexiconTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var (tier, text) in ChinaCrisis.Rows("crisis_cases.tsv").Concat(ChinaCrisis.Rows("more_cases.tsv")))
        {
            data.Add(tier, text);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_is_heard_at_its_tier(string tier, string text) =>
        Assert.Equal(tier, ChinaCrisis.Detect(text).Tier.ToString());

    [Theory]
    [InlineData("已经吃了一把安眠药 好困", true)]
    [InlineData("我割腕了 好多血", true)]
    [InlineData("I took all the pills", true)]
    [InlineData("药都摆桌上了 就差吃了", false)]
    [InlineData("我在天台 风好大", false)]
    public void An_act_that_has_begun_is_told_from_one_that_has_not(string text, bool underWay) =>
        Assert.Equal(underWay, ChinaCrisis.Detect(text).UnderWay);

    [Theory]
    [InlineData("16 高二", true)]
    [InlineData("我今年十五岁", true)]
    [InlineData("未成年能问吗", true)]
    [InlineData("他们要告诉班主任", true)]
    [InlineData("i'm 16 and scared", true)]
    [InlineData("利息高一点", false)]
    [InlineData("我儿子16岁 他们打给他", false)]
    [InlineData("打到孩子班主任那里了", false)]
    [InlineData("逾期16天", false)]
    [InlineData("about 15 calls", false)]
    public void A_young_age_is_noticed_and_a_child_of_the_person_is_not(string text, bool young) =>
        Assert.Equal(young, ChinaCrisis.Detect(text).AgeCue);

    [Theory]
    [InlineData("不\u200B想\u200B活")]
    [InlineData("不　想　活")]
    [InlineData("\u202E不想活\u202C")]
    [InlineData("不*想*活*了")]
    [InlineData("ＫＩＬＬ ＭＹＳＥＬＦ")]
    [InlineData("不想\uFE0F活")]
    public void Characters_put_between_do_not_hide_a_word(string text) => Assert.Equal(Tier.R2, ChinaCrisis.Detect(text).Tier);

    [Theory]
    [InlineData("遗书写好了 门外有人砸门", Tier.R3)]
    [InlineData("催收让我去死 我不想活了", Tier.R2)]
    [InlineData("我老公说他不想活了 我也不想活了", Tier.R2)]
    [InlineData("社死了 撑不住了", Tier.R1)]
    public void The_gravest_thing_in_a_message_counts(string text, Tier tier) => Assert.Equal(tier, ChinaCrisis.Detect(text).Tier);

    [Fact]
    public void The_beginning_and_the_end_of_a_long_message_are_both_heard()
    {
        var long1 = string.Concat(Enumerable.Repeat("他们天天打电话，", 2000));
        Assert.Equal(Tier.None, ChinaCrisis.Detect(long1).Tier);
        Assert.Equal(Tier.R2, ChinaCrisis.Detect(long1 + "我不想活了").Tier);
        Assert.Equal(Tier.R2, ChinaCrisis.Detect("我不想活了，" + long1).Tier);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800不想")]
    [InlineData("   ,,, 。。。 ")]
    [InlineData("👨‍👩‍👧‍👦🏳️‍🌈")]
    public void Broken_text_says_nothing_and_harms_nothing(string text) => Assert.Equal(Tier.None, ChinaCrisis.Detect(text).Tier);

    [Fact]
    public void Any_text_is_read_without_a_fault() => Check.QuickThrowOnFailure(
        Prop.ForAll<char[]>(characters => Enum.IsDefined(ChinaCrisis.Detect(new string(characters ?? [])).Tier)));

    [Fact]
    public void A_sign_is_heard_inside_any_other_text() => Check.QuickThrowOnFailure(
        Prop.ForAll<NonNull<string>, NonNull<string>>((before, after) =>
            ChinaCrisis.Detect($"{before.Get}\n我不想活了\n{after.Get}").Tier == Tier.R2));

    [Fact]
    public void A_hundred_thousand_characters_are_ordinary_input()
    {
        foreach (var unit in new[] { "死", "我想", "他说", "吃了 ", "a b ", "\uD83D\uDE00" })
        {
            Assert.True(Enum.IsDefined(ChinaCrisis.Detect(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length))).Tier));
        }
    }
}
