using ChatHelper.Retention;
using ChatHelper.Tests.Conversations;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Due;

/// <summary>A row that cannot be read is one person's trouble, nobody else's.</summary>
public sealed class DueClockTests
{
    [Fact]
    public async Task A_talk_that_cannot_be_read_keeps_nobody_elses_reminder_back()
    {
        using var rig = new Rig();
        using var broken = await WithOneBroken(rig);
        broken.Clock.Move(TimeSpan.FromDays(3.6));
        await broken.Engine.DueClock.Strike();

        Assert.Equal(["p2"], await Reached(broken));
    }

    [Fact]
    public async Task A_talk_that_cannot_be_read_keeps_nobody_elses_time_from_ending()
    {
        using var rig = new Rig();
        using var broken = await WithOneBroken(rig);
        using var purge = new Purge(broken.Engine, NullLogger<Purge>.Instance);
        broken.Clock.Move(TimeSpan.FromDays(8));

        Assert.Equal(1, await purge.Once());
        Assert.Null(await broken.Stored("p2"));
    }

    // Two people who get a reminder in three days; the stored talk of the first is torn. Nothing waits to be sent.
    private static async Task<Rig> WithOneBroken(Rig rig)
    {
        foreach (var person in (string[])["p1", "p2"])
        {
            await rig.Say(person, $"{person}1", "hello");
            await rig.Press(person, $"{person}2", "tell");
            await rig.Press(person, $"{person}3", "family");
            await rig.Say(person, $"{person}4", "they called me names");
        }

        var first = await rig.NumberOf("p1");
        await rig.Engine.Writer.Write(null, session => session.Execute("UPDATE conversation SET content = x'07' WHERE person_id = $1", first));
        await rig.Engine.Writer.Write(null, session => session.Execute("DELETE FROM outbox"));
        Assert.Equal(2L, await rig.Engine.Writer.Write(null, session => session.Scalar("SELECT count(*) FROM due")));
        rig.Engine.Dispose();
        return new Rig(rig.Folder);
    }

    private static async Task<List<string>> Reached(Rig rig) =>
        [.. (await rig.Engine.Writer.Write(null, session => rig.Engine.Outbox.Recover(session, "test"))).Select(row => row.Address.Id).Distinct()];
}
