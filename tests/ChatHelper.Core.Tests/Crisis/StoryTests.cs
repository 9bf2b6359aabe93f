using ChatHelper.Core.Crisis;

namespace ChatHelper.Core.Tests.Crisis;

public class StoryTests
{
    [Fact]
    public void A_pupil_who_means_shame_is_asked_once_and_goes_on_with_the_numbers_in_sight()
    {
        var talk = new Talk();
        Assert.Null(talk.Say("未成年能问吗"));
        Assert.Null(talk.Say("16 高二"));
        Assert.Null(talk.Say("用我妈身份弄的 四千八 妈妈不知道"));

        var asked = talk.Say("他们加我qq说要告诉班主任 全校通报 我真的要死了")!;
        Assert.Equal(Tier.AskOnce, talk.Tier);
        Assert.True(asked is { BlocksDialog: true, FlagMinor: true, PageVolunteer: false });
        Assert.Contains("伤害自己的念头", ChinaCrisis.Text(asked), StringComparison.Ordinal);

        var back = talk.Say("不是那个死 就是 社死")!;
        Assert.True(back is { Next: null, ReturnsToDialog: true, BlocksDialog: false, FlagMinor: true });
        Assert.Contains("{number.12355}", ChinaCrisis.Text(back), StringComparison.Ordinal);
        Assert.Contains("{number.12356}", ChinaCrisis.Text(back), StringComparison.Ordinal);
        Assert.Null(talk.Say("合同是不是无效啊 网上说未成年都不用还"));
        Assert.Null(talk.Say("能不能你帮我打电话给他们说你是我家长"));
    }

    [Theory]
    [InlineData(true, "现在有值班志愿者")]
    [InlineData(false, "现在没有志愿者在班")]
    public void A_man_alone_at_night_with_pills_is_kept_company_until_somebody_comes(bool onDuty, string honest)
    {
        var talk = new Talk(deepNight: true, onDuty);
        Assert.Null(talk.Say("在填到第几步了 算了"));

        var open = talk.Say("不用弄了 药都摆桌上了")!;
        Assert.Equal(Tier.R3, talk.Tier);
        Assert.True(open is { BlocksDialog: true, PageVolunteer: true });
        var first = ChinaCrisis.Text(open);
        Assert.Contains("谢谢你", first, StringComparison.Ordinal);
        Assert.Contains("结束自己的生命", first, StringComparison.Ordinal);
        Assert.Contains("吃下", first, StringComparison.Ordinal);
        Assert.Contains("呼叫志愿者", first, StringComparison.Ordinal);
        Assert.True(first.IndexOf("{number.120}", StringComparison.Ordinal) < first.IndexOf("{number.110}", StringComparison.Ordinal));
        Assert.DoesNotContain("12356", first, StringComparison.Ordinal);

        var second = ChinaCrisis.Text(talk.Say("就是想跟人说一声 对不起我爸妈")!);
        Assert.Contains(honest, second, StringComparison.Ordinal);
        Assert.Contains("{number.12356}", second, StringComparison.Ordinal);

        var third = talk.Say("别给我发电话 打了也没人接")!;
        Assert.DoesNotContain("{number", ChinaCrisis.Text(third), StringComparison.Ordinal);
        Assert.Contains("不再发号码", ChinaCrisis.Text(third), StringComparison.Ordinal);

        var fourth = talk.Say("…我在店里 一个人")!;
        Assert.Contains("谁离你最近", ChinaCrisis.Text(fourth), StringComparison.Ordinal);
        Assert.Equal(0, talk.State!.CalmTurns);

        var fifth = ChinaCrisis.Text(talk.Say("你是机器人吧")!);
        Assert.Contains("我是程序", fifth, StringComparison.Ordinal);
        Assert.Contains(honest, fifth, StringComparison.Ordinal);

        var sixth = talk.Say("行 我把门打开了 我给我弟打电话")!;
        Assert.Equal(["crisis.step-taken"], sixth.Lines);
        Assert.True(sixth.BlocksDialog);
        Assert.Equal(Tier.R3, talk.Tier);
    }

    [Fact]
    public void A_mother_who_asks_sideways_is_asked_directly_and_goes_on_when_she_wishes_to()
    {
        var talk = new Talk();
        var open = talk.Say("问一下 如果借款人没了 他们还会打给家里吗")!;
        Assert.Equal(Tier.R1, talk.Tier);
        Assert.True(open.BlocksDialog && talk.State!.Asked);
        Assert.Contains("结束自己的生命吗", ChinaCrisis.Text(open), StringComparison.Ordinal);
        Assert.Contains("{number.12356}", ChinaCrisis.Text(open), StringComparison.Ordinal);

        var again = talk.Say("就是 人要是不在了 是不是就清净了")!;
        Assert.Equal(Tier.R2, talk.Tier);
        Assert.Contains("crisis.plan", again.Lines);

        var payout = talk.Say("我买过一份保险的 不知道那种情况赔不赔")!;
        Assert.Equal(["crisis.payout", "crisis.means"], payout.Lines);

        var smile = talk.Say("没有 就随便问问🙂")!;
        Assert.Equal(["crisis.denied", "crisis.human-offer"], smile.Lines);
        Assert.True(smile is { BlocksDialog: true, PageVolunteer: false });

        var child = talk.Say("有时候会想 睡着不醒挺好的 孩子又怎么办")!;
        Assert.Contains("crisis.child", child.Lines);
        Assert.Equal(0, talk.State!.CalmTurns);

        var plan = talk.Say("没有具体的 就是累")!;
        Assert.Contains("crisis.tonight", plan.Lines);
        Assert.True(plan.BlocksDialog);

        var back = talk.Say("那你还是教我怎么让他们别打我婆婆吧")!;
        Assert.True(back is { Next: null, ReturnsToDialog: true, BlocksDialog: false });
        Assert.Equal(["crisis.back"], back.Lines);
    }

    [Fact]
    public void An_angry_man_hears_a_boundary_and_the_talk_goes_on()
    {
        var talk = new Talk();
        Assert.Null(talk.Say("你tm就是骗子吧 收多少钱"));
        Assert.Null(talk.Say("傻x机器人 会不会说人话"));
        var anger = talk.Say("催收把短信发到我亲戚手机上 我二叔堂妹全收到了 我特么想弄死那帮孙子")!;
        Assert.Equal(Tier.V2, talk.Tier);
        Assert.True(anger is { BlocksDialog: false, PageVolunteer: false });
        Assert.DoesNotContain("生命", ChinaCrisis.Text(anger), StringComparison.Ordinal);
        Assert.DoesNotContain("文明", ChinaCrisis.Text(anger), StringComparison.Ordinal);

        var on = talk.Say("少废话 直接说怎么弄")!;
        Assert.True(on is { Next: null, BlocksDialog: false, ReturnsToDialog: false });
        Assert.Empty(on.Lines);
        Assert.Null(talk.Say("操 行吧 一万九 50天"));
    }
}
