using ChatHelper.Core.Turns;
using ChatHelper.Outbox;

namespace ChatHelper.Tests.Conversations;

public sealed class TurnTakerTests
{
    [Fact]
    public async Task A_repeated_message_has_one_effect_and_the_same_first_reply()
    {
        using var rig = new Rig();
        var first = await rig.Say("p1", "1", "hello", firstInAnswer: true);
        var before = await rig.Stored("p1");
        var again = await rig.Say("p1", "1", "hello", firstInAnswer: true);

        Assert.False(first.Repeated);
        Assert.True(again.Repeated);
        Assert.Equal(first.First!.Text, again.First!.Text);
        Assert.Equal(before!.Version, (await rig.Stored("p1"))!.Version);
        Assert.Empty(again.Rows);
    }

    [Fact]
    public async Task A_key_lower_than_the_last_one_is_a_new_message()
    {
        using var rig = new Rig();
        await rig.Say("p1", "9000", "hello");
        var taken = await rig.Say("p1", "17", "1");

        Assert.False(taken.Repeated);
    }

    [Fact]
    public async Task Turns_of_one_person_follow_each_other_however_many_arrive_at_once()
    {
        using var rig = new Rig();
        await rig.Say("p1", "start", "hello");
        var version = (await rig.Stored("p1"))!.Version;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => rig.Say("p1", $"k{i}", "what is this")));

        Assert.Equal(version + 50, (await rig.Stored("p1"))!.Version);
    }

    [Fact]
    public async Task Many_persons_share_a_commit()
    {
        using var rig = new Rig();
        var before = rig.Engine.Writer.Batches;
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => rig.Say($"p{i}", "1", "hello")));

        Assert.InRange(rig.Engine.Writer.Batches - before, 1, 200);
    }

    [Fact]
    public async Task What_was_said_is_there_after_a_restart()
    {
        using var first = new Rig();
        await first.Say("p1", "1", "hello");
        var stored = await first.Stored("p1");
        first.Engine.Dispose();
        using var second = new Rig(first.Folder);

        Assert.Equal(stored!.At, (await second.Stored("p1"))!.At);
        Assert.True((await second.Say("p1", "1", "hello")).Repeated);
    }

    [Fact]
    public async Task Replies_wait_in_the_outbox_until_they_are_claimed_and_removed()
    {
        using var rig = new Rig();
        var taken = await rig.Say("p1", "1", "hello");
        var claimed = taken.Rows[0].Id;
        await rig.Engine.Writer.Write(null, session => { OutboxStore.Claim(session, claimed); return 0; });
        var after = await rig.Engine.Writer.Write(null, session => rig.Engine.Outbox.Recover(session, "test"));

        Assert.Equal(taken.Rows[0].Reply.Class == ReplyClass.Advice, after.Any(row => row.Id == claimed && row.Doubtful));
        Assert.All(after.Where(row => row.Id != claimed), row => Assert.False(row.Doubtful));
    }

    [Fact]
    public async Task Erasing_leaves_nothing_of_the_person_and_still_knows_the_message()
    {
        using var rig = new Rig();
        await rig.Say("p1", "1", "hello");
        await rig.Press("p1", "2", "erase");
        var taken = await rig.Press("p1", "3", "erase-all");

        Assert.Null(await rig.Stored("p1"));
        Assert.NotEmpty(taken.Rows);
        foreach (var table in new[] { "person", "conversation", "outbox", "due", "handover", "desk_message", "file" })
        {
            Assert.Equal(0L, await rig.Engine.Writer.Write(null, session => session.Scalar($"SELECT count(*) FROM {table}")));
        }

        Assert.True((await rig.Press("p1", "3", "erase-all")).Repeated);
    }

    [Fact]
    public async Task Lone_surrogates_and_a_hundred_kilobytes_are_ordinary_words()
    {
        using var rig = new Rig();
        await rig.Say("p1", "1", "hello");
        await rig.Say("p1", "2", "\ud800 \u202e \0 x");
        var taken = await rig.Say("p1", "3", new string('\u6211', 100_000));

        Assert.NotEmpty(taken.Rows);
        Assert.NotNull(await rig.Stored("p1"));
    }

    [Fact]
    public async Task Erasing_is_asked_and_done_while_a_volunteer_speaks_too()
    {
        using var rig = new Rig();
        await rig.Say("p1", "1", "hello");
        await rig.Engine.Turns.Take(new("test", "p1"), new VolunteerCame("desk", "came", "小林"));
        var asked = await rig.Say("p1", "2", "删除");
        await rig.Press("p1", "3", "erase-all");

        Assert.Equal(ReplyClass.Question, asked.Rows[^1].Reply.Class);
        Assert.Null(await rig.Stored("p1"));
    }

    [Fact]
    public async Task What_is_answered_to_a_volunteer_after_the_case_was_closed_reaches_the_desk()
    {
        using var rig = new Rig();
        var address = new ChatHelper.Conversations.Address("test", "p1");
        await rig.Say("p1", "1", "hello");
        await rig.Engine.Turns.Take(address, new VolunteerSaid("desk", "late", "小林", "还在吗"));
        await rig.Say("p1", "2", "在的");
        var words = await rig.Engine.Writer.Write(null, session => rig.Engine.HandOvers.Open(session).SelectMany(one => rig.Engine.HandOvers.Messages(session, one)).ToList());

        Assert.Equal(["在的"], words.Select(word => word.Text));
    }
}
