using ChatHelper.Core.Crisis;
using FsCheck;
using FsCheck.Fluent;

namespace ChatHelper.Core.Tests.Crisis;

public class CareRulesTests
{
    private static readonly string[] Phrases =
    [
        .. ChinaCrisis.Rows("crisis_cases.tsv").Select(row => row.Text),
        "有", "没有", "不想说", "继续", "你是机器人吧", "别给我发电话", "号码再发一遍", "我一个人", "我给我弟打电话", "安全了", "安全", "叫志愿者",
        "先不用", "别告诉别人", "16 高二", "先歇着", "孩子怎么办", "找到了", "已经吃了一把安眠药", "好", "嗯嗯", "crisis.choice.yes", "crisis.choice.go-on", "",
    ];

    [Fact]
    public void A_clear_wish_to_die_ends_only_after_two_calm_turns_and_the_wish_to_go_on()
    {
        var talk = new Talk();
        talk.Say("不想活了 真的");
        Assert.False(talk.Say("继续")!.ReturnsToDialog);
        Assert.True(talk.Say("我不想活了")!.BlocksDialog);
        Assert.Equal(0, talk.State!.CalmTurns);
        talk.Say("好");
        var asked = talk.Say("喝了点水")!;
        Assert.Equal(["crisis.ask-to-resume"], asked.Lines);
        Assert.True(asked.BlocksDialog);
        Assert.True(talk.Say("crisis.choice.go-on")!.ReturnsToDialog);
        Assert.Null(talk.State);
    }

    [Fact]
    public void Calm_alone_never_ends_a_crisis()
    {
        var talk = new Talk();
        talk.Say("遗书写好了");
        for (var turn = 0; turn < 30; turn++)
        {
            var care = talk.Say("好")!;
            Assert.True(care is { BlocksDialog: true, ReturnsToDialog: false });
            Assert.NotEmpty(care.Lines);
        }
    }

    [Fact]
    public void A_passive_sign_blocks_until_the_direct_question_is_answered()
    {
        var talk = new Talk();
        talk.Say("撑不住了");
        Assert.True(talk.Say("他们今天又打了")!.BlocksDialog);
        Assert.True(talk.Say("没有那种念头")!.ReturnsToDialog);
    }

    [Fact]
    public void A_yes_to_the_direct_question_weighs_as_a_clear_wish()
    {
        var talk = new Talk();
        talk.Say("撑不住了");
        var care = talk.Say("crisis.choice.yes")!;
        Assert.Equal(Tier.R2, talk.Tier);
        Assert.Contains("crisis.plan", care.Lines);
    }

    [Theory]
    [InlineData(false, Tier.R1)]
    [InlineData(true, Tier.R2)]
    public void A_passive_sign_weighs_more_in_the_deep_of_the_night(bool night, Tier tier)
    {
        var talk = new Talk(night);
        talk.Say("撑不住了");
        Assert.Equal(tier, talk.Tier);
    }

    [Fact]
    public void An_act_begun_during_a_crisis_sends_for_the_ambulance_at_once()
    {
        var talk = new Talk();
        talk.Say("药都摆桌上了");
        var care = talk.Say("我已经吃了一把安眠药")!;
        Assert.Equal(["crisis.r3.under-way"], care.Lines);
        Assert.True(care.PageVolunteer);
    }

    [Fact]
    public void Danger_at_the_door_blocks_until_the_person_is_safe()
    {
        var talk = new Talk();
        var open = talk.Say("门外有人砸门 我一个人")!;
        Assert.True(open is { BlocksDialog: true, PageVolunteer: true });
        Assert.Contains("{number.110}", ChinaCrisis.Text(open), StringComparison.Ordinal);
        Assert.True(talk.Say("他们还没走")!.BlocksDialog);
        Assert.True(talk.Say("不安全")!.BlocksDialog);
        Assert.True(talk.Say("警察来了")!.ReturnsToDialog);
    }

    [Fact]
    public void A_wish_to_die_said_behind_the_locked_door_is_answered_as_such()
    {
        var talk = new Talk();
        talk.Say("门外有人砸门");
        Assert.Contains("crisis.ask", talk.Say("我不想活了")!.Lines);
        Assert.Equal(Tier.R2, talk.Tier);
        Assert.True(talk.Say("警察来了")!.BlocksDialog);
    }

    [Fact]
    public void A_quoted_threat_gets_one_check_in_and_does_not_hold_the_talk()
    {
        var talk = new Talk();
        var care = talk.Say("催收说要弄死我全家")!;
        Assert.True(care is { BlocksDialog: false, PageVolunteer: false });
        Assert.Contains("念头吗", ChinaCrisis.Text(care), StringComparison.Ordinal);
        Assert.Empty(talk.Say("有录音")!.Lines);
        Assert.Null(talk.State);
    }

    [Fact]
    public void Own_thoughts_after_a_quoted_threat_open_the_direct_question()
    {
        var talk = new Talk();
        talk.Say("他在电话里让我去死");
        Assert.Contains("crisis.ask", talk.Say("有时候会这么想")!.Lines);
        Assert.Equal(Tier.R2, talk.Tier);
    }

    [Fact]
    public void A_friend_of_the_missing_hears_whom_to_call_and_what_to_say()
    {
        var talk = new Talk();
        var care = talk.Say("我室友留了遗书 人不见了")!;
        Assert.True(care is { BlocksDialog: true, PageVolunteer: true });
        Assert.Contains("{number.110}", ChinaCrisis.Text(care), StringComparison.Ordinal);
        Assert.Contains("电话里说", ChinaCrisis.Text(care), StringComparison.Ordinal);
        Assert.Contains("别动", ChinaCrisis.Text(talk.Say("好 我打")!), StringComparison.Ordinal);
        Assert.Contains("别让他一个人", ChinaCrisis.Text(talk.Say("还没消息")!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_volunteer_is_called_when_asked_for_and_never_claimed_when_nobody_is_there()
    {
        var talk = new Talk();
        talk.Say("不想活了");
        var care = talk.Say("叫志愿者", duty: false)!;
        Assert.True(care.PageVolunteer);
        Assert.Contains("没有志愿者在班", ChinaCrisis.Text(care), StringComparison.Ordinal);
        Assert.DoesNotContain("crisis.duty.on", care.Lines);
    }

    [Fact]
    public void A_young_person_in_crisis_is_given_the_number_for_the_young()
    {
        var care = new Talk { Young = true }.Say("不想活了")!;
        Assert.True(care.FlagMinor);
        Assert.Contains("{number.12355}", ChinaCrisis.Text(care), StringComparison.Ordinal);
        Assert.DoesNotContain("学校", ChinaCrisis.Text(care), StringComparison.Ordinal);

        var rules = ChinaCrisis.Plan.Rules;
        var open = rules.Open(new Sign(Tier.R3, AgeCue: true), deepNight: false);
        var next = rules.Continue(open.Next!, "好", new Sign(Tier.None, AgeCue: false), volunteersOnDuty: false, deepNight: false);
        Assert.True(next.FlagMinor);
        Assert.Contains("{number.12355}", ChinaCrisis.Text(next), StringComparison.Ordinal);

        var late = new Talk();
        late.Say("不想活了");
        Assert.Contains("{number.12355}", ChinaCrisis.Text(late.Say("我才15岁")!), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_listed_again_only_on_request()
    {
        var talk = new Talk();
        talk.Say("不想活了");
        Assert.DoesNotContain("{number", ChinaCrisis.Text(talk.Say("真的不想活了")!), StringComparison.Ordinal);
        Assert.Contains("{number.12356}", ChinaCrisis.Text(talk.Say("号码再发一遍")!), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_heard_opens_nothing()
    {
        var care = ChinaCrisis.Plan.Rules.Open(new Sign(Tier.None, false), true);
        Assert.True(care is { Next: null, BlocksDialog: false, PageVolunteer: false });
        Assert.Empty(care.Lines);
    }

    [Fact]
    public void Whatever_is_said_in_whatever_order_a_turn_stays_short_true_and_without_repeated_numbers() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(60),
            Prop.ForAll<(byte Phrase, bool OnDuty)[]>(script => Holds(script ?? [])));

    private static void Holds((byte Phrase, bool OnDuty)[] script)
    {
        var talk = new Talk();
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (phrase, onDuty) in script)
        {
            var text = Phrases[phrase % Phrases.Length];
            listed = talk.State is null ? [] : listed;
            var care = talk.Say(text, onDuty);
            if (care is null)
            {
                continue;
            }

            Assert.True(ChinaCrisis.Sentences(care) <= 4, $"'{text}' is answered with {ChinaCrisis.Text(care)}");
            Assert.True(onDuty || !care.Lines.Contains("crisis.duty.on"), text);
            Assert.False(care is { BlocksDialog: true, ReturnsToDialog: true });
            Assert.True(!care.BlocksDialog || care.Lines.Count > 0, $"'{text}' is answered with silence");
            Assert.True(care.Choices.Count <= 3);
            Assert.Equal(care.Next?.Tier is Tier.R2 or Tier.R3 or Tier.V1 or Tier.ThirdR3, care.Next is not null && care.BlocksDialog && care.Next.Tier is not (Tier.R1 or Tier.AskOnce or Tier.ThirdR2));
            foreach (var line in care.Lines.Where(line => line != "crisis.numbers" && ChinaCrisis.Lines[line].Contains("{number", StringComparison.Ordinal)))
            {
                Assert.True(listed.Add(line) || care.Next is null, $"'{line}' again after '{text}'");
            }
        }
    }
}
