using ChatHelper.Backups;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Tests.Telegram;
using static ChatHelper.Tests.Gate.GateRig;

namespace ChatHelper.Tests.WeChat;

/// <summary>Pages that wait for a person's word, and what must not wait with them.</summary>
public sealed class WaitingPagesTests
{
    private const string Anna = "oFAKE_openid_of_anna_0000000001";

    [Fact]
    public async Task Danger_is_answered_before_pages_that_wait_and_its_numbers_mean_its_own_choices()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        await Waits(rig, Long);
        Assert.EndsWith("回复 2 看下一页", await rig.Say(Anna, "你好"), StringComparison.Ordinal);

        var care = await rig.Say(Anna, "我不想活了");

        Assert.Contains("12356", care, StringComparison.Ordinal);
        Assert.DoesNotContain("句话", care, StringComparison.Ordinal);
        Assert.DoesNotContain("看下一页", care, StringComparison.Ordinal);
        Assert.DoesNotContain("句话", await rig.Say(Anna, "1"), StringComparison.Ordinal);
        Assert.Contains("句话", await rig.Say(Anna, "下一页"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_the_phone_of_a_locked_talk_sees_no_page_that_waits()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        await rig.Say(Anna, "设密码");
        await rig.Say(Anna, "4821");
        Assert.Contains(Opening("gate.pin.set"), await rig.Say(Anna, "4821"), StringComparison.Ordinal);
        await Said(rig, Long);
        Assert.Contains("句话", await rig.Say(Anna, "你好"), StringComparison.Ordinal);
        await rig.Stop();
        await rig.Start(); // nobody has been heard since: every talk with a number is locked

        foreach (var said in (string[])["2", "下一页", "你好"])
        {
            Assert.Equal(Line("gate.lock.ask"), await rig.Say(Anna, said));
        }

        Assert.EndsWith("前面还有没看完的，回复 2 接着看", await rig.Say(Anna, "4821"), StringComparison.Ordinal);
        Assert.Contains("句话", await rig.Say(Anna, "２"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_they_say_now_is_answered_before_pages_of_before_and_none_of_them_is_lost()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        await Waits(rig, Long);
        var read = await rig.Say(Anna, "你好");
        Assert.Contains("第1000句话", read, StringComparison.Ordinal);

        var card = await rig.Say(Anna, "应急卡");

        Assert.DoesNotContain("句话", card, StringComparison.Ordinal);
        Assert.Contains("110", card, StringComparison.Ordinal);
        Assert.EndsWith("前面还有没看完的，回复「下一页」接着看", card, StringComparison.Ordinal);
        for (var page = 0; page < 20 && !read.Contains("第1299句话", StringComparison.Ordinal); page++)
        {
            read += await rig.Say(Anna, "下一页");
        }

        Assert.Equal(Enumerable.Range(1000, 300), Enumerable.Range(1000, 300).Where(number => read.Contains($"第{number}句话", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_locks_the_talk_sees_that_it_is_locked_and_no_page_that_waits()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        await rig.Say(Anna, "设密码");
        await rig.Say(Anna, "4821");
        await rig.Say(Anna, "4821");
        await Said(rig, Long);
        Assert.Contains("第1000句话", await rig.Say(Anna, "你好"), StringComparison.Ordinal);

        Assert.Equal(Line("gate.lock.locked"), await rig.Say(Anna, "锁上"));
        Assert.Equal(Line("gate.lock.ask"), await rig.Say(Anna, "2"));
        Assert.Contains("句话", await rig.Say(Anna, "4821") + await rig.Say(Anna, "下一页"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_when_a_backup_was_taken_comes_marked_with_the_next_word()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        await Said(rig, "明天十点我在。");
        await rig.Read(BackupStore.Doubt);

        Assert.Contains($"{Line("outbox.doubtful")}", await rig.Say(Anna, "你好"), StringComparison.Ordinal);
        Assert.Contains("明天十点我在。", rig.Fake.Ledger.Texts(Anna)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("明天十点我在。", await rig.Say(Anna, "你好"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_have_arrived_and_may_not_be_pushed_again_comes_marked_with_the_next_word()
    {
        await using var rig = await WeChatRig.Started(certified: true);
        await rig.Agree(Anna);
        await rig.Say(Anna, "你好");
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Status = 502 });
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Code = 45015 });
        await Said(rig, "明天十点我在。");
        await BotRig.Until(() => rig.Fake.Ledger.Calls.Any(call => call.Code == 45015));

        await BotRig.Until(() => rig.Say(Anna, "下一页").Result.Contains($"{Line("outbox.doubtful")}", StringComparison.Ordinal));
        Assert.Single(rig.Fake.Ledger.Texts(Anna), text => text.Contains("明天十点我在。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_may_push_no_more_offers_the_rest_like_one_that_never_could()
    {
        await using var rig = await WeChatRig.Started(certified: true, scale: 0.2, patience: 1);
        await rig.Agree(Anna);
        await rig.Say(Anna, "你好");
        rig.Fake.Certified = false;
        await Said(rig, Long[..2400]);
        await BotRig.Until(() => rig.Engine.Signals.WeChatMayNotPush);

        Assert.False(rig.Engine.Surroundings.Pushes("wechat"));
        Assert.EndsWith("回复 2 看下一页", await rig.Say(Anna, "下一页"), StringComparison.Ordinal);
        Assert.EndsWith("回复 2 看下一页", await rig.Say(Anna, "2"), StringComparison.Ordinal);
        rig.Stall(TimeSpan.FromSeconds(1.5));
        Assert.Contains("回复 1 查看结果", await rig.Say(Anna, "你好"), StringComparison.Ordinal);
        await BotRig.Until(() => rig.Say(Anna, "1").Result.Contains("句话", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_for_the_rest_while_nothing_can_be_written_waits_for_nobody_but_those_before()
    {
        await using var rig = await WeChatRig.Started(scale: 0.2, patience: 1);
        await rig.Agree(Anna);
        rig.Stall(TimeSpan.FromSeconds(1.5));
        Assert.Contains("回复 1 查看结果", await rig.Say(Anna, "下一页"), StringComparison.Ordinal);
        await BotRig.Until(() => rig.Say(Anna, "下一页").Result.StartsWith("现在没有新的。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_answers_a_question_does_so_also_when_that_takes_too_long()
    {
        await using var rig = await WeChatRig.Started(scale: 0.2, patience: 1);
        await rig.Fake.Deliver(rig.Fake.Say.Subscribe(Anna));
        rig.Stall(TimeSpan.FromSeconds(1.5));
        Assert.Contains("回复 1 查看结果", await rig.Say(Anna, "1"), StringComparison.Ordinal);
        await BotRig.Until(() => rig.Say(Anna, "下一页").Result is { Length: > 0 } said && !said.Contains("回复 1 查看结果", StringComparison.Ordinal));
        Assert.Contains("110", rig.Fake.Ledger.Texts(Anna)[^1], StringComparison.Ordinal);
        Assert.NotNull((await rig.Talk(Anna))!.Crisis);
    }

    [Fact]
    public async Task Who_took_the_case_elsewhere_while_an_answer_was_made_is_not_answered_at_the_old_place()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        var (from, to) = (Channels.WeChat.WeChatReader.At(Anna), Channels.WeChat.WeChatReader.At("oFAKE_openid_of_anna_0000000002"));
        rig.Engine.Turns.OnReady += rows => _ = rig.Engine.Writer.Write(null, session =>
        {
            rig.Engine.Conversations.Move(session, rows[0].Person, to);
            return true;
        });

        Assert.Equal("", await rig.Say(Anna, "我借了3500元"));
        Assert.NotEqual(0L, await rig.Read(session => session.Scalar("SELECT count(*) FROM outbox")));
        Assert.Null(await rig.Read(session => rig.Engine.Conversations.IdOf(session, from)));
    }

    private static string Long => string.Concat(Enumerable.Range(1000, 300).Select(number => $"这是志愿者说的第{number}句话。"));

    private static Task Waits(WeChatRig rig, string text) => rig.Read(session =>
        rig.Engine.Outbox.Add(session, rig.Engine.Conversations.Find(session, Channels.WeChat.WeChatReader.At(Anna))!, new Reply(text, ReplyClass.Advice)));

    private static Task Said(WeChatRig rig, string text) =>
        rig.Engine.Turns.Take(Channels.WeChat.WeChatReader.At(Anna), new VolunteerSaid("desk", "1", "V", text));
}
