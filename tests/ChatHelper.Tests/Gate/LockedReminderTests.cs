using ChatHelper.Conversations;
using ChatHelper.Tests.Conversations;
using static ChatHelper.Tests.Gate.GateRig;

namespace ChatHelper.Tests.Gate;

/// <summary>A reminder that comes due while the talk is locked.</summary>
public sealed class LockedReminderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("locked-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_shows_one_neutral_line_and_stands_there_whole_once_unlocked(bool restarted)
    {
        var rig = new GateRig(_folder);
        await rig.Engine.Agree(new Address("test", "p1"));
        await rig.Say("p1", "提醒");
        await rig.Press("p1", "set-up");
        await rig.Press("p1", "once");
        await rig.Press("p1", "other");
        await rig.Say("p1", "19");
        await rig.Press("p1", "morning");
        await rig.Press("p1", "own");
        await rig.Say("p1", "给花浇水");
        await rig.SetPin("p1", "4821");
        var number = await rig.Rig.NumberOf("p1");
        var due = await rig.Read(session => (long)session.Scalar("SELECT at FROM due WHERE person_id = $1 AND kind = 'contacts-backup'", number)!);
        rig.Sent.Clear();

        rig.Later(DateTimeOffset.FromUnixTimeMilliseconds(due).AddMinutes(1) - rig.Rig.Clock.GetUtcNow());
        await rig.Engine.DueClock.Strike();
        Assert.Equal([Line("gate.lock.news")], rig.Sent.Select(row => row.Reply.Text));
        Assert.Equal(Line("gate.lock.ask"), await rig.Press("p1", "done"));
        await rig.Engine.DueClock.Strike();
        Assert.DoesNotContain(rig.Sent, row => row.Reply.Text.Contains("浇水", StringComparison.Ordinal));
        if (restarted)
        {
            var clock = rig.Rig.Clock.GetUtcNow();
            rig.Dispose();
            rig = new GateRig(_folder);
            rig.Later(clock - rig.Rig.Clock.GetUtcNow());
        }

        using (rig)
        {
            var opened = await rig.Say("p1", "4821");
            Assert.Contains("给花浇水", opened, StringComparison.Ordinal);
            Assert.Contains(Line("backup-due.ask/snooze"), string.Join('\n', rig.Sent.SelectMany(row => row.Reply.Choices).Select(choice => choice.Text)), StringComparison.Ordinal);
            Assert.Equal("backup-due.ask", (await rig.Stored("p1"))!.At);
            await rig.Press("p1", "snooze");
            Assert.Equal(1L, await rig.Read(session => session.Scalar("SELECT count(*) FROM due WHERE person_id = $1 AND kind = 'contacts-backup'", number)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
