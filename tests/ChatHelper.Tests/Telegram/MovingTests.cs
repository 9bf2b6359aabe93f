using System.Text.RegularExpressions;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Telegram;

/// <summary>What Telegram still shows of a talk that went on from another account.</summary>
public sealed class MovingTests
{
    private const long Me = 42, New = 43;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_old_chat_is_cleared_with_the_move_and_the_new_one_and_the_topic_with_the_erasing(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook, before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        var (code, mine) = await Begun(rig);
        mine.Add(rig.Fake.Persons.Text(Me, "真人"));
        var summary = await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == BotRig.Group, BotRig.Patience);
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_topic")).Result is 1L);

        rig.Fake.Persons.Text(New, code);
        await rig.Sent(New, "接上了");
        var farewell = await rig.Sent(Me, "已经在别处继续");
        await Cleared(rig, Me);
        Assert.Superset(mine.ToHashSet(), Deleted(rig, Me));
        Assert.Contains("已经在别处继续", rig.Fake.Persons.Shown(Me, farewell.MessageId), StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Fake.Ledger.Entries, entry => entry.Method == "deleteForumTopic");
        var before = Deleted(rig, Me);

        List<int> here = [rig.Fake.Persons.Text(New, "删除")];
        await rig.Sent(New, "确定吗");
        here.Add(rig.Fake.Persons.Text(New, "1"));
        await rig.Sent(New, "已经删除");
        await Cleared(rig, New);
        Assert.Superset(here.ToHashSet(), Deleted(rig, New));
        Assert.Equal(before, Deleted(rig, Me));
        Assert.Contains(rig.Fake.Ledger.Entries, entry => entry.Method == "deleteForumTopic" && entry.MessageId == summary.ThreadId);
        Assert.Null(rig.Fake.Persons.Shown(BotRig.Group, summary.MessageId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_under_way_to_the_old_chat_is_taken_back_there(bool erased)
    {
        await using var rig = await BotRig.Started();
        var (code, _) = await Begun(rig);
        var arrives = new TaskCompletionSource();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stalled) { Method = "sendMessage", ChatId = Me, Times = 1, Until = arrives.Task });
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM outbox WHERE state = 1")).Result is 1L);

        rig.Fake.Persons.Text(New, code);
        await rig.Sent(New, "接上了");
        if (erased)
        {
            rig.Fake.Persons.Text(New, "删除");
            await rig.Sent(New, "确定吗");
            rig.Fake.Persons.Text(New, "1");
            await rig.Sent(New, "已经删除");
        }

        var last = rig.Fake.Ledger.Entries.Last(entry => entry.ChatId == Me && entry.Kind == LedgerKind.Sent).Number;
        arrives.SetResult();
        var late = await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == Me && entry.Number > last, BotRig.Patience);
        await BotRig.Until(() => Deleted(rig, Me).Contains(late.MessageId));

        // Numbers belong to chats: what is known of the new one is what was said there.
        var kept = await rig.Read(session => session.Query("SELECT message_id FROM telegram_message", row => row.GetInt32(0)));
        Assert.All(kept, number => Assert.True(rig.Fake.Persons.Shown(New, number) is not null || Deleted(rig, New).Contains(number)));
    }

    private static async Task<(string Code, List<int> Mine)> Begun(BotRig rig)
    {
        List<int> mine = [rig.Fake.Persons.Text(Me, "/start")];
        await rig.Sent(Me, "想做什么");
        mine.Add(rig.Fake.Persons.Text(Me, "找回码"));
        var code = Regex.Replace((await rig.Sent(Me, "找回码，只显示这一次")).Text!, "[^0-9]", "", RegexOptions.None, TimeSpan.FromSeconds(1))[..16];
        rig.Fake.Persons.Text(Me, code);
        await rig.Sent(Me, "找回码生效了");
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM outbox")).Result is 0L);
        return (code, mine);
    }

    private static async Task Cleared(BotRig rig, long chat)
    {
        await BotRig.Until(() => Deleted(rig, chat).Count > 1); // the code that was typed goes by itself
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM clearing")).Result is 0L);
    }

    private static HashSet<int> Deleted(BotRig rig, long chat) =>
        [.. rig.Fake.Ledger.Entries.Where(entry => entry.Kind == LedgerKind.Deleted && entry.ChatId == chat).Select(entry => entry.MessageId)];
}
