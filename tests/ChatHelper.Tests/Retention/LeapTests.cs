using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Desk;
using ChatHelper.Desk.Accounts;
using ChatHelper.Limits;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Papers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using static ChatHelper.Tests.Gate.GateRig;

namespace ChatHelper.Tests.Retention;

/// <summary>Goal B8, for what somebody holds: sessions, locks, links, codes. The clock leaps by hours and by years, both ways, while
/// the program runs.</summary>
public sealed class LeapTests : IDisposable
{
    private const string Password = "hollow lantern 47 creek";
    private readonly string _folder = Directory.CreateTempSubdirectory("leap-").FullName;
    private readonly LeapingClock _clock = new(Rig.T0);
    private readonly Engine _engine;

    public LeapTests()
    {
        _engine = new Engine(Samples.China.Value, _folder, _clock, NullLoggerFactory.Instance);
        _engine.Leaps.Look(); // as the worker does from its start on
    }

    /// <summary>In hours: a wrong zone, days, a battery that was empty (1970), the end of 32 bits (2038).</summary>
    public static TheoryData<double> Leaps { get; } = [1, -1, 48, -72, -498_444, 98_112];

    [Theory]
    [MemberData(nameof(Leaps))]
    public void No_session_of_the_desk_outlives_its_quarter_hour_or_its_shift(double hours)
    {
        var sessions = new DeskSessions(_clock);
        var (idle, busy) = (sessions.Open(One(1)), sessions.Open(One(2)));
        _clock.Pass(TimeSpan.FromMinutes(14));
        Leap(hours);
        Assert.NotNull(sessions.Find(idle, busy: false));
        Assert.NotNull(sessions.Find(busy, busy: true));
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(sessions.Find(idle, busy: true));
        for (var minutes = 15; minutes < 8 * 60; minutes += 5)
        {
            Assert.NotNull(sessions.Find(busy, busy: true));
            _clock.Pass(TimeSpan.FromMinutes(5));
        }

        Assert.Null(sessions.Find(busy, busy: true));
    }

    [Theory]
    [MemberData(nameof(Leaps))]
    public async Task No_lock_of_an_account_lasts_longer_than_the_longest(double hours)
    {
        var (signing, account, key, _) = await Account();
        for (var n = 0; n < 5; n++)
        {
            Assert.Null(await signing.Try(await signing.Find(account.Name), "wrong", Code(key), beenHere: false));
        }

        Assert.Null(await signing.Try(await signing.Find(account.Name), Password, Code(key), beenHere: false));
        Leap(hours);
        _clock.Pass(TimeSpan.FromMinutes(64));
        Assert.NotNull(await signing.Try(await signing.Find(account.Name), Password, Code(key), beenHere: false));
    }

    [Theory]
    [MemberData(nameof(Leaps))]
    public async Task No_code_of_a_telephone_counts_twice_and_a_recovery_code_opens_whatever_the_clock_says(double hours)
    {
        var (signing, account, key, recovery) = await Account();
        var used = Code(key);
        Assert.NotNull(await signing.Try(await signing.Find(account.Name), Password, used, beenHere: false));

        Leap(hours);
        Assert.Null(await signing.Try(await signing.Find(account.Name), Password, Totp.Code(key, Totp.StepOf(Rig.T0) + 1), beenHere: false)); // a telephone that goes right
        Assert.NotNull(await signing.Try(await signing.Find(account.Name), Password, recovery[0], beenHere: false));
        Leap(-hours);
        Assert.Null(await signing.Try(await signing.Find(account.Name), Password, used, beenHere: false));
        _clock.Pass(TimeSpan.FromSeconds(30));
        Assert.NotNull(await signing.Try(await signing.Find(account.Name), Password, Code(key), beenHere: false));
    }

    [Theory]
    [MemberData(nameof(Leaps))]
    public async Task No_link_into_the_desk_is_good_for_longer_than_half_an_hour(double hours)
    {
        var links = new DeskLinkStore(_engine.Seal);
        var code = await Read(session => links.Make(session, "https://desk.example", new Invitation(Role.Volunteer), _clock.GetUtcNow())[^64..]);
        Assert.NotNull(await Read(session => links.Look(session, code, _clock.GetUtcNow())));
        Leap(hours);
        Assert.Null(await Read(session => links.Look(session, code, _clock.GetUtcNow())));
        Leap(-hours);
        Assert.NotNull(await Read(session => links.Look(session, code, _clock.GetUtcNow())));
        _clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Null(await Read(session => links.Look(session, code, _clock.GetUtcNow())));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(48)]
    [InlineData(-8760)]
    public async Task No_talk_stays_open_past_ten_minutes_and_no_number_is_shut_out_past_two_hours(int hours)
    {
        await Say("p1", "设密码");
        await Say("p1", "4821");
        await Say("p1", "4821");
        Leap(hours);
        _clock.Pass(TimeSpan.FromMinutes(9));
        Assert.DoesNotContain(Line("gate.lock.ask"), await Say("p1", "菜单"), StringComparison.Ordinal);
        _clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(Line("gate.lock.ask"), await Say("p1", "菜单"));

        for (var n = 0; n < ChatHelper.Gate.LockTaking.MostTries; n++)
        {
            await Say("p1", $"000{n}");
        }

        Assert.StartsWith(Opening("gate.lock.shut"), await Say("p1", "4821"), StringComparison.Ordinal);
        Leap(-hours);
        _clock.Pass(TimeSpan.FromHours(2)); // an hour, and what a leap of less than one adds
        Assert.StartsWith(Line("gate.lock.open"), await Say("p1", "4821"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Leaps))]
    public async Task Nobody_is_purged_by_their_own_word_and_their_code_still_opens(double hours)
    {
        await Say("p1", "我借了三千五");
        await Say("p2", "我借了九千");
        var code = Digits(await Say("p2", "找回码"));
        await Say("p2", code);
        using var purge = new ChatHelper.Retention.Purge(_engine, NullLogger<ChatHelper.Retention.Purge>.Instance);
        await purge.Once();

        Leap(hours);
        await Say("p1", "逾期四十天");
        Assert.Equal(("3500", "40"), (await Fact("p1", "amount"), await Fact("p1", "overdue-days")));
        Assert.Contains(Opening("gate.return.done"), await Say("p3", code), StringComparison.Ordinal);
        Assert.Equal("9000", await Fact("p3", "amount"));
        await Say("p4", "我借了八千");
        await purge.Once();
        Leap(-hours);
        for (var hour = 0; hour < 6 * 24; hour += 8)
        {
            await purge.Once();
            _clock.Pass(TimeSpan.FromHours(8));
        }

        Assert.Equal(("3500", "9000", "8000"), (await Fact("p1", "amount"), await Fact("p3", "amount"), await Fact("p4", "amount")));
    }

    [Theory]
    [MemberData(nameof(Leaps))]
    public async Task No_code_of_a_witness_is_lost_by_a_leap_that_is_put_right(double hours)
    {
        await Say("p1", "你好");
        var until = Instant.FromDateTimeOffset(_clock.GetUtcNow()) + Duration.FromDays(3);
        await Read(session =>
        {
            _engine.Witnesses.Store(session, _engine.Conversations.Find(session, new Address("test", "p1"))!, new InviteWitness(1, "ABCDEFGHJKLM", until), _clock.GetUtcNow());
            return true;
        });
        Leap(hours);
        Leap(-hours);
        Assert.Equal(WitnessState.Open, (await Read(session => _engine.Witnesses.Find(session, "ABCDEFGHJKLM", _clock.GetUtcNow())))?.State);
        _clock.Pass(TimeSpan.FromDays(3));
        Assert.Null(await Read(session => _engine.Witnesses.Find(session, "ABCDEFGHJKLM", _clock.GetUtcNow())));
    }

    [Theory]
    [MemberData(nameof(Leaps))]
    public void Whoever_was_held_back_is_heard_and_told_again_after_the_window(double hours)
    {
        var door = new Admission(new LimitOptions { DiskUsed = _ => 0 }, _engine.Pack, _engine.Seal, new Watermark(LimitOptions.None, _folder, _clock), _clock);
        var me = new Address("telegram", "42");
        while (door.Of(me) == Entry.Open)
        {
        }

        Assert.Equal((Entry.Shut, Entry.Open, Entry.Shut), (door.Of(me), door.Of(me, "我不想活了"), door.Of(me, "我不想活了")));
        Leap(hours);
        Assert.Equal((Entry.Shut, Entry.Shut), (door.Of(me), door.Of(me, "我不想活了")));
        _clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(Entry.Open, door.Of(me));
        while (door.Of(me) is var entry && entry != Entry.Tell)
        {
            Assert.Equal(Entry.Open, entry);
        }

        Assert.Equal(Entry.Open, door.Of(me, "我不想活了"));
    }

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Leap(double hours) => _clock.Leap(TimeSpan.FromHours(hours));

    private string Code(byte[] key) => Totp.Code(key, Totp.StepOf(_clock.GetUtcNow()));

    private Task<T> Read<T>(Func<ChatHelper.Storage.Session, T> read) => _engine.Writer.Write(null, read);

    private async Task<string> Say(string person, string text) => string.Join('\n', (await _engine.Turns.Take(new Address("test", person), new Said("test", Key(), text))).Rows.Select(row => row.Reply.Text));

    private async Task<string?> Fact(string person, string name) =>
        (await Read(session => _engine.Conversations.Find(session, new Address("test", person))))?.Conversation.Facts[name]?.Value;

    private static Account One(long id) => new(id, Role.Volunteer, "stamp", new Secrets($"v{id}", "", [], [], Rig.T0));

    private async Task<(SigningIn Signing, Account Account, byte[] Key, IReadOnlyList<string> Recovery)> Account()
    {
        var store = new AccountStore(_engine.Seal);
        var passwords = new Passwords(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var recovery = RecoveryCodes.Fresh();
        var one = new Account(7, Role.Volunteer, AccountStore.FreshStamp(), new Secrets("小禾", await passwords.Hash(Password), Totp.FreshKey(), [.. recovery.Select(store.Kept)], Rig.T0));
        await Read(session =>
        {
            store.Add(session, one);
            return true;
        });
        return (new SigningIn(_engine, store, passwords), one, one.Secrets.Key, recovery);
    }
}
