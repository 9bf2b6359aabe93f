using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Telegram;

public sealed class VolunteerGroupTests
{
    private const long Me = 42;
    private const long Volunteer = 900;

    [Fact]
    public async Task A_case_has_a_topic_where_volunteers_answer_and_end_it()
    {
        await using var rig = await BotRig.Started(before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "真人");
        await rig.Sent(Me, "会转给志愿者的内容");
        var summary = await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == BotRig.Group, BotRig.Patience);
        var title = rig.Fake.Ledger.Entries.Single(entry => entry.Method == "createForumTopic").Text!;
        Assert.Matches("^有人等着 [0-9a-f]{4}$", title); // random signs of the case, nothing of the person

        rig.Fake.Persons.Text(BotRig.Group, "你好，慢慢说", Volunteer, summary.ThreadId);
        await rig.Sent(Me, "志愿者 来了");
        await rig.Sent(Me, "志愿者：你好，慢慢说");
        rig.Fake.Persons.Text(Me, "他们又打来了，199 0000 1234");
        await rig.Sent(BotRig.Group, "他们又打来了，199****1234\n号码已遮住");
        Assert.DoesNotContain(rig.Fake.Ledger.Texts(BotRig.Group), text => text.Contains("199 0000 1234", StringComparison.Ordinal));
        Assert.Matches("^group [0-9a-f]{4}$", await rig.Engine.Writer.Write(null, session => (string)session.Scalar("SELECT who FROM audit WHERE what LIKE 'took %'")!));

        rig.Fake.Persons.Text(BotRig.Group, "/close", Volunteer, summary.ThreadId);
        await rig.Sent(Me, "志愿者离开了");
        await rig.Fake.Ledger.WaitAsync(entry => entry.Method == "closeForumTopic", BotRig.Patience);
        rig.Fake.Persons.Text(BotRig.Group, "还在吗", Volunteer, summary.ThreadId);
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        Assert.DoesNotContain(rig.Fake.Ledger.Texts(Me), text => text.Contains("还在吗", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claim_that_was_cut_off_is_announced_with_the_next_word()
    {
        await using var rig = await BotRig.Started(before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "真人");
        var summary = await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == BotRig.Group, BotRig.Patience);
        var mark = Convert.ToHexStringLower(rig.Engine.Seal.Lookup("telegram-volunteer", $"{Volunteer}"))[..4];
        await rig.Engine.Writer.Write(null, session => rig.Engine.HandOvers.Claim(session, rig.Engine.HandOvers.Open(session)[0].Id, $"telegram:志愿者-{mark}"));

        rig.Fake.Persons.Text(BotRig.Group, "我在", Volunteer, summary.ThreadId);

        await rig.Sent(Me, "志愿者 来了");
        await rig.Sent(Me, "志愿者：我在");
    }

    [Fact]
    public async Task A_picture_whose_answer_was_lost_comes_again_with_the_mark()
    {
        await using var rig = await BotRig.Started(before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        var thread = await Waiting(rig);
        rig.Fake.Faults.Add(new Fault(FaultKind.LostAnswer) { Method = "copyMessage", Times = 1 });

        rig.Fake.Persons.File(BotRig.Group, "a.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF], "看这张图", Volunteer, thread);

        await rig.Sent(Me, "（可能重复）看这张图");
        rig.Fake.Persons.File(BotRig.Group, "b.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF], caption: null, Volunteer, thread);
        await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == Me && entry.DocumentName == "b.jpg", BotRig.Patience);
        Assert.Equal(["看这张图", "（可能重复）看这张图", null], Pictures(rig).Select(entry => entry.Text));
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_waits_like_words_while_the_talk_is_locked()
    {
        await using var rig = await BotRig.Started(before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        var thread = await Waiting(rig);
        foreach (var (said, heard) in new[] { ("设密码", "4 到 8 位数字"), ("482193", "再发一遍"), ("482193", "密码设好了"), ("锁上", "锁上了") })
        {
            rig.Fake.Persons.Text(Me, said);
            await rig.Sent(Me, heard);
        }

        rig.Fake.Persons.File(BotRig.Group, "a.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF], "看这张图", Volunteer, thread);
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM outbox WHERE state = 2")).Result is 2L);
        Assert.Empty(Pictures(rig));

        rig.Fake.Persons.Text(Me, "482193");
        var picture = await rig.Sent(Me, "看这张图");
        Assert.True(picture.Protected);
    }

    // Somebody waits for a human; the thread of their case.
    private static async Task<int> Waiting(BotRig rig)
    {
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "真人");
        return (await rig.Fake.Ledger.WaitAsync(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == BotRig.Group, BotRig.Patience)).ThreadId;
    }

    private static IEnumerable<LedgerEntry> Pictures(BotRig rig) =>
        rig.Fake.Ledger.Entries.Where(entry => entry is { Kind: LedgerKind.Sent, ChatId: Me, DocumentName: not null });
}
