using System.Text;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Limits;
using ChatHelper.Retention;
using ChatHelper.Tests.Contract;
using ChatHelper.Tests.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHelper.Tests.WeChat;

/// <summary>People talk on WeChat: what they see, in which order, by which road.</summary>
public sealed class TalkTests
{
    private const string Anna = "oFAKE_openid_of_anna_0000000001";

    [Theory]
    [InlineData("下一页")]
    [InlineData("【收到不支持的消息类型，暂无法显示】")]
    [InlineData("法律")]
    public async Task Whoever_floods_is_told_once_and_then_hears_nothing(string said)
    {
        await using var rig = await WeChatRig.Started(limits: LimitOptions.None with { Person = new Rate(3, 0.001) });
        await rig.Agree(Anna);
        List<string> heard = [];
        for (var word = 0; word < 6; word++)
        {
            heard.Add(await rig.Say(Anna, said));
        }

        Assert.DoesNotContain("", heard.Take(4));
        Assert.Equal(rig.Engine.Refusals.OfNotice("zh-Hans").Text, heard[3]);
        Assert.All(heard.Skip(4), word => Assert.Empty(word));
        Assert.Contains("12356", await rig.Say(Anna, "我不想活了"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_follows_is_greeted_and_a_number_answers(bool certified)
    {
        await using var rig = await WeChatRig.Started(certified);
        var greeting = (await rig.Fake.Deliver(rig.Fake.Say.Subscribe(Anna))).Shown;
        Assert.Contains("不收费", greeting, StringComparison.Ordinal);
        Assert.Contains("\n1 ", greeting, StringComparison.Ordinal);

        var next = await rig.Say(Anna, "1");
        Assert.NotEqual("", next);
        Assert.NotEqual(greeting, next);
        Assert.DoesNotContain(rig.Fake.Ledger.Rounds, round => round.Failed);
    }

    [Fact]
    public async Task All_deliveries_of_a_message_get_the_same_bytes_and_have_one_effect()
    {
        await using var rig = await WeChatRig.Started(scale: 0.2);
        await rig.Agree(Anna);
        rig.Fake.Platform.Loses = (_, number) => number < 3;

        var round = await rig.Fake.Deliver(rig.Fake.Say.Text(Anna, "我借了3500元"));

        Assert.Equal(3, round.Deliveries.Count);
        Assert.Single(round.Deliveries.Select(delivery => Convert.ToHexString(delivery.Answer)).Distinct());
        Assert.Equal(1, await rig.Read(session => (long)session.Scalar("SELECT count(*) FROM seen WHERE channel = 'wechat'")!));
        Assert.Equal("3500", (await rig.Talk(Anna))!.Facts["amount"]?.Value);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_after_a_restart_gets_the_same_bytes()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        var said = rig.Fake.Say.Text(Anna, "我借了3500元");
        var first = await rig.Fake.Deliver(said);
        await rig.Stop();
        await rig.Start();
        var second = await rig.Fake.Deliver(said);

        Assert.Equal(first.Deliveries[^1].Answer, second.Deliveries[^1].Answer);
        Assert.NotNull(first.Shown);
    }

    [Fact]
    public async Task Where_the_account_only_answers_what_came_meanwhile_is_shown_page_after_page()
    {
        await using var rig = await WeChatRig.Started();
        await rig.Agree(Anna);
        var said = string.Concat(Enumerable.Range(1000, 200).Select(number => $"这是志愿者说的第{number}句话。"));
        await rig.Engine.Turns.Take(Channels.WeChat.WeChatReader.At(Anna), new Core.Turns.VolunteerSaid("desk", "1", "V", said));
        Assert.Empty(rig.Fake.Ledger.Seen);

        var pages = await Pages(rig, "我借了3500元");
        Assert.True(pages.Count > 1, string.Join("\n---\n", pages));
        Assert.All(pages, page => Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, 2048));
        Assert.All(pages.SkipLast(1), page => Assert.EndsWith("回复 2 看下一页", page, StringComparison.Ordinal));
        var whole = string.Concat(pages);
        Assert.All(Enumerable.Range(1000, 200), number => Assert.Contains($"第{number}句话。", whole, StringComparison.Ordinal));
        Assert.StartsWith("志愿者还没有回话", await rig.Say(Anna, "下一页"), StringComparison.Ordinal);
        Assert.Equal(0, rig.Fake.Ledger.Count("/cgi-bin/message/custom/send"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_being_kept_when_its_connection_went_comes_before_the_rest(bool certified)
    {
        await using var rig = await WeChatRig.Started(certified);
        await rig.Agree(Anna);
        await rig.Say(Anna, "你好");
        var at = Channels.WeChat.WeChatReader.At(Anna);
        var delivery = new Channels.WeChat.Replying.Delivery(new Channels.WeChat.Callbacks.WeChatMessage
        {
            ToUser = "gh_x", FromUser = Anna, At = DateTimeOffset.UnixEpoch, Type = "text", Id = 77, Text = "你们有什么",
        });
        var gaveUp = false;
        var open = rig.Services.GetRequiredService<Channels.WeChat.Replying.OpenAnswers>();
        await open.Begin(at);
        var said = string.Concat(Enumerable.Range(1000, 200).Select(number => $"这是志愿者说的第{number}句话。"));
        await rig.Read(session => rig.Engine.Outbox.Add(session, rig.Engine.Conversations.Find(session, at)!, new Core.Turns.Reply(said, Core.Turns.ReplyClass.Advice) { Language = "zh-Hans" }));
        rig.Engine.Turns.OnReady += rows => _ = rig.Engine.Writer.Write(null, session =>
        {
            Thread.Sleep(500); // meanwhile the answer is to be made; what stands behind it runs in the same commit
            _ = rig.Engine.Writer.Write(null, later => gaveUp |= delivery.TryGiveUp()); // in no lane: works of one lane share no commit
            return true;
        });

        Assert.Equal("", await rig.Services.GetRequiredService<Channels.WeChat.Replying.MessageTaking>().Take(delivery));
        Assert.True(gaveUp);
        var waiting = open.End(at);
        var whole = string.Concat(waiting.Select(row => row.Reply.Text));
        var places = Enumerable.Range(1000, 200).Select(number => whole.IndexOf($"第{number}句话。", StringComparison.Ordinal)).ToList();
        Assert.True(waiting.Count > 1);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(waiting.Select(row => row.Id), await rig.Read(session => session.Query("SELECT id FROM outbox ORDER BY id", row => row.GetInt64(0))));
        Assert.Equal("", (await rig.Read(session => rig.Services.GetRequiredService<Channels.WeChat.Replying.AnswerStore>().Find(session, waiting[0].Person))).To(delivery.Message.Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_takes_too_long_follows(bool certified)
    {
        await using var rig = await WeChatRig.Started(certified, scale: 0.2, patience: 1);
        await rig.Agree(Anna);
        rig.Stall(TimeSpan.FromSeconds(1.2));
        var round = await rig.Fake.Deliver(rig.Fake.Say.Text(Anna, "我借了3500元"));

        Assert.Single(round.Deliveries);
        if (certified)
        {
            Assert.Equal(Reading.Nothing, round.Deliveries[0].Reading);
            await BotRig.Until(() => rig.Fake.Ledger.Seen.Any(seen => seen.Road == Road.Pushed));
        }
        else
        {
            Assert.Contains("回复 1 查看结果", round.Shown, StringComparison.Ordinal);
            Assert.DoesNotContain("回复 1 查看结果", await Until(rig, "1"), StringComparison.Ordinal);
        }

        Assert.Equal("3500", (await rig.Talk(Anna))!.Facts["amount"]?.Value);
    }

    [Fact]
    public async Task Two_events_in_one_second_are_two_and_whoever_leaves_hears_nothing_more()
    {
        await using var rig = await WeChatRig.Started(certified: true);
        await rig.Agree(Anna);
        Assert.NotNull((await rig.Fake.Deliver(rig.Fake.Say.Click(Anna, "help"))).Shown);
        Assert.NotNull((await rig.Fake.Deliver(rig.Fake.Say.Click(Anna, "urgent"))).Shown);
        await rig.Fake.Deliver(rig.Fake.Say.Unsubscribe(Anna));
        var before = rig.Fake.Ledger.Seen.Count;
        await rig.Engine.Turns.Take(Channels.WeChat.WeChatReader.At(Anna), new Core.Turns.VolunteerSaid("desk", "1", "V", "在吗"));
        await Task.Delay(500);
        Assert.Equal(before, rig.Fake.Ledger.Seen.Count);
    }

    [Fact]
    public async Task A_picture_is_kept_as_evidence_and_what_cannot_be_read_is_said_so()
    {
        await using var rig = await WeChatRig.Started(certified: true);
        await rig.Agree(Anna);
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        Assert.Contains("收", (await rig.Fake.Deliver(rig.Fake.Say.Image(Anna, picture))).Shown, StringComparison.Ordinal);
        Assert.Single((await rig.Talk(Anna))!.Case.Evidence);
        Assert.Contains("看不懂", (await rig.Fake.Deliver(rig.Fake.Say.Location(Anna, "某地"))).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WeChat_heard_in_a_voice_counts_also_where_the_voice_cannot_be_fetched()
    {
        await using var rig = await WeChatRig.Started(options: new FakeWeChatOptions { Secret = "" });
        await rig.Agree(Anna);
        Assert.Contains("12356", (await rig.Fake.Deliver(rig.Fake.Say.Voice(Anna, [1], "我不想活了"))).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_and_what_follows_it_do_not_wait_behind_a_picture()
    {
        await using var rig = await WeChatRig.Started(certified: true);
        await rig.Agree(Anna);
        rig.Fake.Faults.Add(new ApiFault("/cgi-bin/media/get") { Delay = TimeSpan.FromSeconds(6) });
        var picture = rig.Fake.Deliver(rig.Fake.Say.Image(Anna, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        await BotRig.Until(() => Waiting(rig).Result == 1);

        Assert.Contains("12356", await rig.Say(Anna, "我不想活了"), StringComparison.Ordinal);
        Assert.NotEqual("", await rig.Say(Anna, "我现在安全"));
        Assert.Equal(1, await Waiting(rig));
        await picture;
        await BotRig.Until(() => Waiting(rig).Result == 0);
    }

    [Fact]
    public async Task An_answer_is_kept_for_an_hour_after_their_last_word()
    {
        var clock = new StillClock(new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await WeChatRig.Started(clock: clock);
        await rig.Agree(Anna);
        await rig.Say(Anna, "我借了3500元");
        await Kept(1, TimeSpan.FromMinutes(59));
        await Kept(0, TimeSpan.FromMinutes(2));

        async Task Kept(long answers, TimeSpan later)
        {
            clock.Move(later);
            await new Purge(rig.Engine, Microsoft.Extensions.Logging.Abstractions.NullLogger<Purge>.Instance).Once();
            Assert.Equal(answers, await rig.Read(session => (long)session.Scalar("SELECT count(*) FROM wechat_answer")!));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_has_everything_erased_sees_the_receipt(bool certified)
    {
        await using var rig = await WeChatRig.Started(certified);
        await rig.Agree(Anna);
        await rig.Say(Anna, "我借了3500元");
        await rig.Say(Anna, "删除");
        await Until(rig, "1");
        var seen = string.Join("\n---\n", rig.Fake.Ledger.Texts(Anna));
        Assert.True(seen.Contains("删除该聊天", StringComparison.Ordinal), seen);
        Assert.Null(await rig.Talk(Anna));
    }

    private static Task<long> Waiting(WeChatRig rig) => rig.Read(session => (long)session.Scalar("SELECT count(*) FROM telegram_waiting")!);

    // What was said, and all that follows it by the number.
    private static async Task<List<string>> Pages(WeChatRig rig, string text)
    {
        List<string> pages = [await rig.Say(Anna, text)];
        while (pages[^1].EndsWith("回复 2 看下一页", StringComparison.Ordinal))
        {
            pages.Add(await rig.Say(Anna, "2"));
        }

        return pages;
    }

    private static async Task<string> Until(WeChatRig rig, string text) => string.Join("\n", await Pages(rig, text));
}
