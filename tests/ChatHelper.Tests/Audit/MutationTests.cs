using ChatHelper.Audit;
using ChatHelper.Tests.Hostile;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Audit;

/// <summary>Whatever somebody does who can write the database, and not the key.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Entries = 24;
    private static readonly int Tries = Rounds.Of("AUDIT_MUTATIONS", 10_000);

    [Fact]
    public void Every_change_of_the_audit_log_is_found()
    {
        using var rig = new ChainRig(Entries);
        var dice = new Random(20261118);
        var found = new Dictionary<string, (int Found, int Tried)>(StringComparer.Ordinal);
        for (var i = 0; i < Tries; i++)
        {
            rig.Session.Begin();
            var name = Change(rig, dice, i % 12);
            var before = found.GetValueOrDefault(name);
            found[name] = (before.Found + (rig.Check().Fault is null ? 0 : 1), before.Tried + 1);
            rig.Session.Rollback();
        }

        foreach (var (name, (caught, tried)) in found)
        {
            output.WriteLine($"{name}: {caught} of {tried} found");
        }

        output.WriteLine($"all: {found.Values.Sum(one => one.Found)} of {Tries} found");
        Assert.All(found, one => Assert.Equal(one.Value.Tried, one.Value.Found));
        Assert.Equal(new AuditFinding(Entries + 1, null), rig.Check());
    }

    private static string Change(ChainRig rig, Random dice, int kind)
    {
        var session = rig.Session;
        var last = Entries + 1;
        long One() => dice.Next(1, last + 1);
        var (a, b) = (One(), One());
        b = a == b ? (a % last) + 1 : b;
        switch (kind)
        {
            case 0:
                session.Execute("UPDATE audit SET at = at + $1 WHERE no = $2", dice.Next(1, 9999), a);
                return "a time";
            case 1:
                session.Execute("UPDATE audit SET person = randomblob(16) WHERE no = $1", a);
                return "a person";
            case 2:
                session.Execute("UPDATE audit SET who = who || $1 WHERE no = $2", (char)dice.Next('a', 'z'), a);
                return "who";
            case 3:
                session.Execute("UPDATE audit SET what = substr(what, 2) WHERE no = $1", a);
                return "what";
            case 4:
                session.Execute("UPDATE audit SET mac = randomblob(32) WHERE no = $1", a);
                return "a mac";
            case 5:
                session.Execute("DELETE FROM audit WHERE no = $1", a);
                return "an entry taken out";
            case 6:
                session.Execute("DELETE FROM audit WHERE no = $1", a);
                session.Execute("UPDATE audit SET no = -no WHERE no > $1", a);
                session.Execute("UPDATE audit SET no = -no - 1 WHERE no < 0");
                return "an entry taken out and the rest numbered anew";
            case 7:
                session.Execute("UPDATE audit SET no = -no WHERE no >= $1", a);
                session.Execute("UPDATE audit SET no = 1 - no WHERE no < 0");
                session.Execute("INSERT INTO audit SELECT $1, at, person, who, what, mac FROM audit WHERE no = $2", a, b >= a ? b + 1 : b);
                return "an entry put in";
            case 8:
                session.Execute("UPDATE audit SET no = -1 WHERE no = $1", a);
                session.Execute("UPDATE audit SET no = $1 WHERE no = $2", a, b);
                session.Execute("UPDATE audit SET no = $1 WHERE no = -1", b);
                return "two entries in each other's place";
            case 9:
                session.Execute("DELETE FROM audit WHERE no > $1", a - 1);
                return "the end cut off";
            case 10:
                var (one, other) = (Who(rig, a), Who(rig, b));
                session.Execute("UPDATE audit SET who = $1 WHERE no = $2", one == other ? "person" : other, a);
                session.Execute("UPDATE audit SET who = $1 WHERE no = $2", one, b);
                return "who swapped between two entries";
            default:
                // An older database went on by itself, with the right key, past where the newer one stood.
                session.Execute("DELETE FROM audit WHERE no >= $1", a);
                rig.Add(last + dice.Next(5), "replied");
                return "an older database under the newer head";
        }
    }

    private static string Who(ChainRig rig, long no) => (string)rig.Session.Scalar("SELECT who FROM audit WHERE no = $1", no)!;
}
