using ChatHelper.Core.Crisis;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Faq;

/// <summary>What the answers say, and what they never say.</summary>
public sealed class AnswersTests
{
    private const int Longest = 350;
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly string[] Platforms = ["platform", "when-it-starts", "platform-relatives"];

    // Promises, invented lines and false claims; what may stand only where it is denied is looked for in its denied form.
    private static readonly string[] Never =
    [
        "肯定", "一定会", "一定能", "不会爆", "绝不", "绝对", "保证不", "包赔", "必赔", "银保监", "TrueCrypt", "公约", "第42条", "9:00", "24小时", "24 小时",
        "15 个工作日", "敏感个人信息", "！", "!", "高炮本金不用还", "你应该早", "活该",
    ];

    public static TheoryData<string> Questions => [.. FaqPack.China.Faq.Entries.Where(entry => entry.Asks.Count > 0).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void An_answer_is_short_and_promises_nothing(string id)
    {
        var text = FaqPack.China.Lines.Find("zh-Hans", $"faq.{id}")!.Text;
        Assert.InRange(text.Length, 10, Longest);
        Assert.All(Never, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.InRange(FaqPack.China.Lines.Find("zh-Hans", $"faq.{id}.title")!.Text.Length, 4, 32);
        Assert.True(FaqPack.China.Faq.Question(id)!.Asks.Count >= 3);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_number_in_an_answer_comes_from_the_book_of_numbers(string id) =>
        Assert.DoesNotMatch(@"(?<![{.\d])(?:1[12]\d{1,4}|9\d{4}|400-?\d+|www\.|http)(?!\d)", FaqPack.China.Lines.Find("zh-Hans", $"faq.{id}")!.Text);

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_an_answer_cites_is_in_force_today(string id)
    {
        foreach (var point in FaqPack.China.Faq.Question(id)!.Points)
        {
            Assert.NotEmpty(FaqPack.China.Law.Cite(point, null, Today).Citations);
        }
    }

    [Fact]
    public void No_platform_is_vouched_for() => Assert.All(
        Platforms, id => Assert.Matches("不能替.{0,4}平台保证", FaqPack.China.Lines.Find("zh-Hans", $"faq.{id}")!.Text));

    [Fact]
    public void Whoever_pays_for_the_end_of_collection_is_warned()
    {
        var text = FaqPack.China.Lines.Find("zh-Hans", "faq.agent")!.Text;
        Assert.Contains("骗局", text, StringComparison.Ordinal);
        Assert.Contains("{number.96110}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我想死")]
    [InlineData("撑不住了 不想活了")]
    [InlineData("死了是不是就不用还了")]
    [InlineData("我不想活了怎么办")]
    [InlineData("活著沒意思 想一了百了")]
    [InlineData("死了是不是就清净了")]
    public void Words_about_dying_are_cared_for_and_not_searched(string words)
    {
        var decider = new Decider(FaqPack.China);
        var turn = decider.Decide(decider.Begin(), new Said("test", "k", words), new Moment(Instant.FromUtc(2026, 11, 18, 12, 30)));
        Assert.NotNull(turn.Next.Crisis);
        Assert.NotEqual(Tier.None, turn.Next.Crisis.Tier);
        Assert.DoesNotContain(turn.Replies, reply => reply.Text.Contains("依据", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_can_be_searched()
    {
        foreach (var text in new[] { "\ud800", "\0\0?", new string('吗', 100_000), "\u202E会坐牢吗", "？？？？", " ", "\n\n吗" })
        {
            var cut = FaqPack.China.Readers.Repair(text);
            Assert.NotNull(FaqPack.China.Faq.Find(cut, FaqPack.Asked));
            Assert.NotNull(FaqPack.China.Faq.Told(text));
        }
    }
}
