using ChatHelper.Audit;
using ChatHelper.Commands;
using ChatHelper.Conversations;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Audit;

public sealed class AuditTests
{
    [Fact]
    public void An_untouched_log_has_no_fault_and_an_anchor_of_old_is_still_held()
    {
        using var rig = new ChainRig(20);
        var known = new AuditHead(7, AuditStore.MacOf(rig.Session, 7)!);

        Assert.Equal(new AuditFinding(21, null), rig.Check(known));
    }

    [Fact]
    public void An_older_database_with_its_own_head_is_found_by_an_anchor_of_the_log()
    {
        using var rig = new ChainRig(20);
        var (head, known) = (File.ReadAllText(rig.Head), AuditStore.Last(rig.Session));
        rig.Session.Begin();
        rig.Add(5);
        rig.Session.Commit();
        var later = AuditStore.Last(rig.Session);
        rig.Session.Execute("DELETE FROM audit WHERE no > 21");
        File.WriteAllText(rig.Head, head);

        Assert.Null(rig.Check(known).Fault);
        Assert.Equal("the entries 22 to 26 were there and are not any more", rig.Check(later).Fault);
    }

    [Fact]
    public void A_head_that_was_made_up_or_lost_is_found()
    {
        using var rig = new ChainRig(20);
        rig.Session.Execute("DELETE FROM audit WHERE no > 10");
        var words = File.ReadAllText(rig.Head).Split('\n');
        File.WriteAllText(rig.Head, $"{AuditStore.Last(rig.Session)}\n{words[1]}\n");
        Assert.Equal("audit.head was not written with this key", rig.Check().Fault);

        File.Delete(rig.Head);
        Assert.Equal("audit.head is missing", rig.Check().Fault);
        Assert.False(rig.Anchor.Begin(rig.Session));
        Assert.False(File.Exists(rig.Head));
    }

    [Fact]
    public void What_was_purged_leaves_a_chain_that_can_be_followed_and_nothing_more_can_go_unseen()
    {
        using var rig = new ChainRig(60);
        var known = new AuditHead(5, AuditStore.MacOf(rig.Session, 5)!);
        rig.Session.Begin();
        Assert.Equal(30, rig.Log.Purge(rig.Session, ChainRig.T0.AddMinutes(30), ChainRig.T0.AddHours(2)));
        Assert.Equal(10, rig.Log.Purge(rig.Session, ChainRig.T0.AddMinutes(40), ChainRig.T0.AddHours(3)));
        Assert.Equal(0, rig.Log.Purge(rig.Session, ChainRig.T0.AddMinutes(40), ChainRig.T0.AddHours(3)));
        rig.Session.Commit();

        Assert.Equal(new AuditFinding(23, null), rig.Check(known));
        rig.Session.Execute("DELETE FROM audit WHERE no = 41");
        Assert.Equal("entry 41 is missing", rig.Check().Fault);
    }

    [Fact]
    public void When_all_is_purged_the_entry_that_says_so_stands_alone()
    {
        using var rig = new ChainRig(10);
        rig.Session.Begin();
        Assert.Equal(11, rig.Log.Purge(rig.Session, ChainRig.T0.AddYears(4), ChainRig.T0.AddYears(4)));
        rig.Session.Commit();

        Assert.Equal(new AuditFinding(1, null), rig.Check());
    }

    [Fact]
    public async Task A_work_that_fails_leaves_no_entry_and_the_chain_whole()
    {
        using var rig = new Rig();
        var works = Enumerable.Range(0, 50).Select(i => rig.Engine.Writer.Write(null, session =>
        {
            rig.Engine.Audit.Write(session, 1, Rig.T0, "bot", $"letter D{i}");
            return i % 5 == 0 ? throw new InvalidOperationException("broken") : i;
        })).ToList();
        await Task.WhenAll(works.Select(work => work.ContinueWith(_ => { }, TaskScheduler.Default)));
        rig.Engine.Anchor.Keep(rig.Engine.Writer);

        using var session = new Session(rig.Engine.Database.Open());
        Assert.Equal(new AuditFinding(40, null), new AuditCheck(rig.Engine.AuditKey, rig.Engine.Anchor).Run(session));
    }

    [Fact]
    public async Task A_person_who_comes_after_an_erased_one_has_none_of_their_entries()
    {
        using var rig = new Rig();
        var first = await rig.Engine.Turns.Meet(new Address("test", "p1"));
        await rig.Engine.Writer.Write(null, session =>
        {
            rig.Engine.Audit.Write(session, first, Rig.T0, "volunteer v", "read x");
            Assert.Single(rig.Engine.Audit.OfDesk(session, first));
            session.Execute("DELETE FROM person");
            return true;
        });
        rig.Clock.Move(TimeSpan.FromMinutes(1));
        var second = await rig.Engine.Turns.Meet(new Address("test", "p2"));

        Assert.Empty(await rig.Engine.Writer.Write(null, session => rig.Engine.Audit.OfDesk(session, second)));
    }

    [Fact]
    public void Controls_lone_surrogates_and_length_do_not_break_an_entry()
    {
        using var rig = new ChainRig(1);
        rig.Session.Begin();
        rig.Log.Write(rig.Session, 1, ChainRig.T0, "volunteer \ud800\0x", new string('\u6211', 5000) + "\n");
        rig.Session.Commit();

        Assert.Null(rig.Check().Fault);
    }

    [Fact]
    public async Task The_verify_command_names_the_first_bad_entry_and_accepting_tells_so()
    {
        using var rig = new Rig();
        for (var i = 0; i < 5; i++)
        {
            await rig.Engine.Writer.Write(null, session =>
            {
                rig.Engine.Audit.Write(session, 1, Rig.T0, "bot", $"letter {i}");
                return true;
            });
        }

        rig.Engine.Anchor.Keep(rig.Engine.Writer);
        Assert.Equal((0, ""), Verified(rig.Folder));

        await rig.Engine.Writer.Write(null, session => session.Execute("DELETE FROM audit WHERE no > 3"));
        Assert.Equal((1, "audit log: the entries 4 to 5 were there and are not any more"), Verified(rig.Folder));
        AuditVerifying.Accept(rig.Folder, rig.Clock);
        Assert.Equal((0, ""), Verified(rig.Folder));

        await rig.Engine.Writer.Write(null, session => session.Execute("UPDATE audit SET who = 'person' WHERE no = 2"));
        Assert.Equal((1, "audit log: entry 2 was changed"), Verified(rig.Folder));
    }

    [Fact]
    public void The_years_are_three_unless_more_are_asked()
    {
        Assert.Equal(3, AuditOptions.Read(_ => null).Years);
        Assert.Equal(10, AuditOptions.Read(_ => "10").Years);
        Assert.Contains("CHATHELPER_AUDIT_YEARS is '2'", Assert.Throws<StartFault>(() => AuditOptions.Read(_ => "2")).Message, StringComparison.Ordinal);
    }

    private static (int Code, string Fault) Verified(string folder)
    {
        using var errors = new StringWriter();
        return (VerifyCommand.Run(folder, TimeProvider.System, TextWriter.Null, errors), errors.ToString().Trim());
    }
}
