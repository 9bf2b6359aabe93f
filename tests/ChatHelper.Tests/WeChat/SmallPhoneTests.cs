using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Replying;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Terminal;

namespace ChatHelper.Tests.WeChat;

/// <summary>What a frightened person sees on a small phone, where an account can only answer.</summary>
public sealed class SmallPhoneTests
{
    private const string Anna = "oFAKE_openid_of_anna_0000000001";
    private const string Next = "回复 2 看下一页";

    [Fact]
    public async Task Words_of_danger_are_answered_first_and_alone_and_no_menu_comes_after_a_newer_one()
    {
        await using var rig = await Begun();
        Assert.EndsWith(Next, await Said(rig, "法律", "2"), StringComparison.Ordinal);

        var care = await rig.Say(Anna, "我不想活了");
        Assert.Contains("12356", care, StringComparison.Ordinal);
        Assert.DoesNotContain("治安管理处罚法", care, StringComparison.Ordinal);
        Assert.DoesNotContain("想再看哪一块", care, StringComparison.Ordinal);

        var rest = await rig.Say(Anna, "下一页"); // nothing is lost but the menu
        Assert.Contains("《治安管理处罚法》（2025年修订）第一百二十一条", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("想再看哪一块", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_questions_never_stand_in_one_message()
    {
        await using var rig = await Begun();
        Assert.EndsWith(Next, await Said(rig, "法律", "2"), StringComparison.Ordinal);
        var answer = await rig.Say(Anna, "对了这个会上征信吗??");
        Assert.Contains("第一百二十一条", answer, StringComparison.Ordinal);
        Assert.Contains("以你自己的信用报告为准", answer, StringComparison.Ordinal);
        Assert.Single(answer.Split('\n'), "想再看哪一块？");
    }

    [Fact]
    public async Task What_is_to_be_copied_stands_alone_without_a_word_of_ours()
    {
        await using var rig = await Begun();
        var lead = await rig.Say(Anna, "给主管的短信");
        Assert.Contains("回复 2 看", lead, StringComparison.Ordinal);
        Assert.DoesNotContain("领导您好", lead, StringComparison.Ordinal);

        var letter = await rig.Say(Anna, "2");
        Assert.StartsWith("领导您好", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("回复", letter, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', letter);
        Assert.Contains("1 我是借钱的人", await rig.Say(Anna, "２"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_a_late_answer_is_in_their_language_and_names_help_to_whoever_is_in_danger()
    {
        await using var rig = await WeChatRig.Started(scale: 0.1, patience: 2);
        await rig.Agree(Anna);
        await rig.Say(Anna, "你好 請問可以用繁體嗎");
        rig.Stall(TimeSpan.FromSeconds(1));
        Assert.StartsWith("還在處理，回覆 1", await rig.Say(Anna, "他們昨天又打了三通"), StringComparison.Ordinal);
        await rig.Say(Anna, "1");

        rig.Stall(TimeSpan.FromSeconds(1));
        var late = await rig.Say(Anna, "我不想活了");
        Assert.Contains("120", late.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("12356", late, StringComparison.Ordinal);
        Assert.Contains("回覆 1", late, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("【收到不支持的消息类型，暂无法显示】")]
    [InlineData("[Unsupported Message]")]
    public async Task What_WeChat_writes_in_place_of_a_sticker_is_no_word_of_theirs(string text)
    {
        await using var rig = await Begun();
        Assert.Contains("看不懂", await rig.Say(Anna, text), StringComparison.Ordinal);
        Assert.Equal(0, (await rig.Talk(Anna))!.Misreads);
    }

    [Fact]
    public async Task Where_no_file_can_be_given_none_is_announced()
    {
        await using var rig = await Begun();
        var answer = await Said(rig, "提醒", "1", "1", "1", "1", "1");
        Assert.Contains("请在手机日历里自己加", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("下面是文字", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_choices_no_number_is_offered_for_the_next_page()
    {
        await using var rig = await Begun();
        var said = string.Concat(Enumerable.Range(1000, 90).Select(number => $"这是志愿者说的第{number}句话。"));
        await rig.Read(session =>
        {
            var person = rig.Engine.Conversations.Find(session, WeChatReader.At(Anna))!;
            rig.Engine.Outbox.Add(session, person, new Reply("你是哪一种？", ReplyClass.Question) { Choices = [new ShownChoice("a", "借钱的人"), new ShownChoice("b", "担保")] });
            return rig.Engine.Outbox.Add(session, person, new Reply(said, ReplyClass.Advice));
        });

        var page = await rig.Say(Anna, "下一页");
        Assert.Contains("\n2 担保\n", page, StringComparison.Ordinal);
        Assert.EndsWith("回复「下一页」看后面的", page, StringComparison.Ordinal);
        Assert.DoesNotContain("回复 2", page, StringComparison.Ordinal);
        await rig.Say(Anna, "2");
        Assert.Equal("co-signer", (await rig.Talk(Anna))!.Facts["role"]?.Value);
    }

    [Fact]
    public void A_letter_that_comes_as_several_kinds_of_file_is_shown_once()
    {
        var reply = new Reply("写好了。", ReplyClass.Advice) { Files = [new ReplyFile("a.txt", "text/plain", "报警陈述"), new ReplyFile("b.txt", "text/plain", "报警陈述")] };
        var blocks = new WeChatWords(ScenarioTalk.China).Of(reply, link: null).ToList();
        Assert.Equal(["写好了。\n\n微信里发不了文件，下面是文字，长按可以复制。", "报警陈述"], blocks.Select(block => block.Text));
    }

    [Fact]
    public async Task What_a_volunteer_wrote_is_not_kept_back_behind_words_of_care()
    {
        await using var rig = await Begun();
        await Said(rig, "我不想活了");
        await rig.Engine.Turns.Take(WeChatReader.At(Anna), new VolunteerSaid("desk", "1", "小林", "我陪着你"));
        await rig.Engine.Turns.Take(WeChatReader.At(Anna), new VolunteerLeft("desk", "2"));
        Assert.Matches("^小林：我陪着你\n\n志愿者先离开了，我还在。\n\n你缓一点了吗", await rig.Say(Anna, "下一页"));
    }

    [Fact]
    public async Task Where_nothing_can_be_pushed_it_is_said_how_to_see_what_a_volunteer_writes()
    {
        await using var rig = await Begun();
        Assert.Contains("回「下一页」", await Said(rig, "找真人", "1"), StringComparison.Ordinal);
        await rig.Engine.Turns.Take(WeChatReader.At(Anna), new VolunteerCame("desk", "1", "小林"));
        Assert.Contains("小林来了", await rig.Say(Anna, "你们在吗"), StringComparison.Ordinal);
        Assert.Contains("回「下一页」", await rig.Say(Anna, "我有点怕"), StringComparison.Ordinal);
        Assert.Contains("还没有回话", await rig.Say(Anna, "下一页"), StringComparison.Ordinal);
        await rig.Engine.Turns.Take(WeChatReader.At(Anna), new VolunteerSaid("desk", "2", "小林", "先别转钱"));
        Assert.Equal("小林：先别转钱", await rig.Say(Anna, "下一页"));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_as_people_type()
    {
        await using var rig = await Begun();
        foreach (var word in (string[])["２", " 2。", "2.", "下一页！", "「下一页」", "Next"])
        {
            Assert.EndsWith(Next, await Said(rig, "法律", "2"), StringComparison.Ordinal);
            Assert.StartsWith("对公安机关的行政处理不服", await rig.Say(Anna, word), StringComparison.Ordinal);
        }
    }

    private static async Task<WeChatRig> Begun()
    {
        var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        await Said(rig, "我被爆通讯录了", "3");
        return rig;
    }

    private static async Task<string> Said(WeChatRig rig, params string[] words)
    {
        var seen = "";
        foreach (var word in words)
        {
            seen = await rig.Say(Anna, word);
        }

        return seen;
    }
}
