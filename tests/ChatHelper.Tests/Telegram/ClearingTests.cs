using ChatHelper.Channels.Telegram;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Telegram;

/// <summary>What Telegram still shows of somebody who was erased.</summary>
public sealed class ClearingTests
{
    private const long Me = 42;
    private const long Other = 43;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_erased_by_their_word_has_an_empty_chat_but_for_the_last_words(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        var stays = rig.Fake.Persons.Text(Other, "/start");
        await rig.Sent(Other, "想做什么");
        var mine = new List<int> { await Begun(rig), rig.Fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray()) };
        await rig.Sent(Me, "收到了 a.txt");

        var last = await Erased(rig, mine);
        await Cleared(rig);

        var ours = rig.Fake.Ledger.Entries.Where(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == Me && entry.MessageId < last.MessageId && !entry.InWebhookAnswer);
        Assert.Superset(ours.Select(entry => entry.MessageId).Concat(mine).ToHashSet(), Deleted(rig));
        Assert.Equal("已经删除。", rig.Fake.Persons.Shown(Me, last.MessageId));
        Assert.Equal("/start", rig.Fake.Persons.Shown(Other, stays));
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pressed_question_is_known_by_its_press_where_the_answer_carried_it()
    {
        await using var rig = await BotRig.Started(webhook: true);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "删除");
        var sure = await rig.Sent(Me, "确定吗");
        Assert.True(sure.InWebhookAnswer);
        rig.Fake.Persons.Choose(Me, 0);

        await rig.Sent(Me, "已经删除");
        await Cleared(rig);
        Assert.Contains(sure.MessageId, Deleted(rig));
    }

    [Fact]
    public async Task What_could_not_be_asked_for_is_asked_after_the_next_start()
    {
        await using var rig = await BotRig.Started();
        List<int> mine = [await Begun(rig)];
        rig.Fake.Faults.Add(new Fault(FaultKind.Reset) { Method = "deleteMessages" });
        await Erased(rig, mine);
        await BotRig.Until(() => rig.Log.Lines.Any(line => line.Contains(" 1311 ", StringComparison.Ordinal)));
        await rig.Stop();
        Assert.Empty(Deleted(rig));

        rig.Fake.Faults.Clear();
        await rig.Start();
        await Cleared(rig);
        Assert.Superset(mine.ToHashSet(), Deleted(rig));
    }

    [Fact]
    public async Task A_wait_that_Telegram_asks_for_is_kept()
    {
        await using var rig = await BotRig.Started();
        List<int> mine = [await Begun(rig)];
        rig.Fake.Faults.Add(new Fault(FaultKind.TooManyRequests) { Method = "deleteMessages", RetryAfter = 2, Times = 1 });
        await Erased(rig, mine);
        await Cleared(rig);

        var refused = rig.Fake.Ledger.Entries.Single(entry => entry.ErrorCode == 429);
        Assert.All(
            rig.Fake.Ledger.Entries.Where(entry => entry.Kind == LedgerKind.Deleted),
            entry => Assert.True(entry.At - refused.At >= TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Many_messages_go_in_hundreds_and_older_ones_are_not_asked_for()
    {
        await using var rig = await BotRig.Started();
        var old = await Begun(rig);
        var person = await rig.Engine.Turns.Meet(UpdateReader.At(Me));
        await rig.Read(session =>
        {
            session.Execute("UPDATE telegram_message SET at = 0 WHERE message_id = $1", old);
            for (var number = 1; number <= 205; number++)
            {
                ChatHelper.Erasure.MessageStore.Add(session, person, new ChannelMessage(1000 + number, rig.Engine.Clock.GetUtcNow()));
            }

            return true;
        });
        List<int> mine = [];
        await Erased(rig, mine);
        await Cleared(rig);

        Assert.Equal(3, rig.Fake.Ledger.Calls["deleteMessages"]);
        Assert.DoesNotContain(rig.Fake.Ledger.Entries, entry => entry.Kind == LedgerKind.Refused);
        Assert.Equal("/start", rig.Fake.Persons.Shown(Me, old));
        Assert.Superset(mine.ToHashSet(), Deleted(rig));
    }

    [Fact]
    public async Task One_message_that_has_grown_too_old_keeps_no_other()
    {
        await using var rig = await BotRig.Started();
        var old = await Begun(rig);
        rig.Fake.Advance(TimeSpan.FromHours(49));
        List<int> mine = [];
        await Erased(rig, mine);
        await Cleared(rig);

        Assert.Equal("/start", rig.Fake.Persons.Shown(Me, old));
        Assert.Superset(mine.ToHashSet(), Deleted(rig));
        Assert.Contains(rig.Log.Lines, line => line.Contains(" 1312 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_goes_because_time_has_passed_keeps_their_chat()
    {
        await using var rig = await BotRig.Started();
        await Begun(rig);
        await rig.Engine.Turns.Take(UpdateReader.At(Me), new Expired("retention", "1"));
        await Erased(rig, [await Begun(rig, Other)], Other);
        await Cleared(rig);

        Assert.DoesNotContain(rig.Fake.Ledger.Entries, entry => entry.Kind == LedgerKind.Deleted && entry.ChatId == Me);
    }

    [Fact]
    public async Task The_topic_of_a_case_goes_with_its_person()
    {
        await using var rig = await BotRig.Started(before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        await Begun(rig);
        rig.Fake.Persons.Text(Me, "真人");
        var summary = await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == BotRig.Group, BotRig.Patience);
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_topic")).Result is 1L);

        rig.Fake.Persons.Text(Me, "删除");
        await rig.Sent(Me, "确定吗");
        rig.Fake.Persons.Text(Me, "1");
        await rig.Sent(Me, "已经删除");
        await Cleared(rig);

        Assert.Contains(rig.Fake.Ledger.Entries, entry => entry.Method == "deleteForumTopic" && entry.Kind == LedgerKind.Called && entry.MessageId == summary.ThreadId);
        Assert.Null(rig.Fake.Persons.Shown(BotRig.Group, summary.MessageId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Words_behind_a_file_and_a_wish_to_be_erased_begin_a_new_talk(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        await Begun(rig);
        var fetched = new TaskCompletionSource();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stalled) { Method = "getFile", Until = fetched.Task });
        rig.Fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray());
        rig.Fake.Persons.Text(Me, "删除");
        rig.Fake.Persons.Text(Me, "1");
        rig.Fake.Persons.Text(Me, "真人");
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_waiting")).Result is 4L);
        fetched.SetResult();

        var last = await rig.Sent(Me, "已经删除");
        var heard = await rig.Sent(Me, "会转给志愿者的内容");
        Assert.True(last.Number < heard.Number);
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_waiting")).Result is 0L);
        Assert.Equal(1L, await rig.Read(session => session.Scalar("SELECT count(*) FROM person WHERE erased_at IS NULL")));
    }

    private static async Task<int> Begun(BotRig rig, long chat = Me)
    {
        var first = rig.Fake.Persons.Text(chat, "/start");
        await rig.Sent(chat, "想做什么");
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM outbox")).Result is 0L);
        return first;
    }

    private static async Task<LedgerEntry> Erased(BotRig rig, List<int> mine, long chat = Me)
    {
        mine.Add(rig.Fake.Persons.Text(chat, "删除"));
        await rig.Sent(chat, "确定吗");
        mine.Add(rig.Fake.Persons.Text(chat, "1"));
        return await rig.Sent(chat, "已经删除");
    }

    private static async Task Cleared(BotRig rig)
    {
        await BotRig.Until(() => rig.Fake.Ledger.Calls.Keys.Any(method => method is "deleteMessages" or "deleteForumTopic"));
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM clearing")).Result is 0L);
    }

    private static HashSet<int> Deleted(BotRig rig) =>
        [.. rig.Fake.Ledger.Entries.Where(entry => entry.Kind == LedgerKind.Deleted && entry.ChatId == Me).Select(entry => entry.MessageId)];
}
