using ChatHelper.Channels.Web;
using ChatHelper.Conversations;
using ChatHelper.Gate;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Retention;
using ChatHelper.Tests.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Retention;

/// <summary>Goal B8: the clock of the machine leaps, ahead or back, for an hour or for good.</summary>
public sealed class ClockTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DateTimeOffset T0 = Rig.T0;
    private readonly string _folder = Directory.CreateTempSubdirectory("clock-").FullName;
    private readonly LeapingClock _clock = new(T0);

    /// <summary>Leaps: two days ahead, three back, to 1970 and to 2038, an hour (what a wrong zone does), a second.</summary>
    public static TheoryData<string, double> Leaps { get; } = new()
    {
        { "+2 d", 48 }, { "-3 d", -72 }, { "1970", (DateTimeOffset.UnixEpoch - T0).TotalHours }, { "2038", (new DateTimeOffset(2038, 1, 19, 3, 14, 8, TimeSpan.Zero) - T0).TotalHours },
        { "+1 h", 1 }, { "-1 h", -1 }, { "leap second", 1 / 3600.0 },
    };

    [Theory]
    [MemberData(nameof(Leaps))]
    public async Task A_leap_that_is_put_right_after_an_hour_has_erased_nobody_and_doubled_or_lost_no_reminder(string name, double hours)
    {
        using var engine = Opened();
        using var purge = new Purge(engine, NullLogger<Purge>.Instance);
        await Reminded(engine);
        await Hours(engine, purge, 6);

        _clock.Leap(TimeSpan.FromHours(hours));
        await Hours(engine, purge, 1);
        _clock.Leap(TimeSpan.FromHours(-hours));
        await Hours(engine, purge, 1);
        Assert.NotNull(await Found(engine, "p1"));
        Assert.Empty(await Reminders(engine));

        // It is due after three days; a night may come in between.
        List<int> said = [];
        for (var hour = 9; hour < 6 * 24 && said.Count == 0; hour++)
        {
            await Hours(engine, purge, 1);
            said = (await Reminders(engine)).Count > 0 ? [hour] : [];
        }

        output.WriteLine($"{name}: said after {string.Join(' ', said)} hours");
        Assert.InRange(Assert.Single(said), 3 * 24, 5 * 24);
        Assert.NotNull(await Found(engine, "p1"));
        await Hours(engine, purge, 12);
        Assert.Single(await Reminders(engine));
    }

    [Fact]
    public async Task Whoever_is_over_goes_a_day_after_a_leap_that_was_no_mistake()
    {
        using var engine = Opened();
        using var purge = new Purge(engine, NullLogger<Purge>.Instance);
        await Say(engine, "p1");
        await purge.Once();
        _clock.Leap(TimeSpan.FromDays(9));

        await Hours(engine, purge, 23);
        Assert.NotNull(await Found(engine, "p1"));
        await Hours(engine, purge, 2);
        Assert.Null(await Found(engine, "p1"));
    }

    [Fact]
    public async Task A_wrong_clock_at_the_start_erases_nobody_however_often_it_is_started()
    {
        using (var engine = Opened())
        {
            using var purge = new Purge(engine, NullLogger<Purge>.Instance);
            await Say(engine, "p1");
            await purge.Once();
        }

        _clock.Leap(TimeSpan.FromDays(30));
        for (var start = 0; start < 5; start++)
        {
            using var engine = Opened();
            using var purge = new Purge(engine, NullLogger<Purge>.Instance);
            await Hours(engine, purge, 3);
            Assert.NotNull(await Found(engine, "p1"));
        }
    }

    [Theory]
    [InlineData(48)]
    [InlineData(-72)]
    public void No_window_of_wrong_tries_is_longer_or_shorter_for_a_leap(int hours)
    {
        var guesses = new Guesses(_clock);
        for (var n = 0; n < Guesses.Each; n++)
        {
            Assert.True(guesses.May("somebody"));
        }

        _clock.Leap(TimeSpan.FromHours(hours));
        Assert.False(guesses.May("somebody"));
        _clock.Pass(TimeSpan.FromMinutes(16));
        Assert.True(guesses.May("somebody"));
    }

    [Theory]
    [InlineData(48)]
    [InlineData(-72)]
    public void No_chat_waits_longer_to_be_sent_to_for_a_leap(int hours)
    {
        var gate = new SendGate(new ChatHelper.Outbox.Pace(), _clock);
        var line = new ChatLine(null!, new Address("test", "1"));
        gate.Forbid(line, TimeSpan.FromSeconds(30), _clock.GetTimestamp());
        _clock.Leap(TimeSpan.FromHours(hours));
        Assert.True(gate.Open(line, _clock.GetTimestamp()) > _clock.GetTimestamp());
        _clock.Pass(TimeSpan.FromSeconds(31));
        Assert.True(gate.Open(line, _clock.GetTimestamp()) <= _clock.GetTimestamp());
    }

    [Fact]
    public void A_clock_that_goes_a_hundred_times_too_fast_is_not_believed()
    {
        const long hour = 3_600_000;
        var trust = new ClockTrust(0);
        for (var look = 1; look <= 48; look++)
        {
            trust = trust.Look(look * 100 * hour, hour);
            Assert.False(trust.MayRemove);
        }
    }

    [Fact]
    public void Small_corrections_and_a_night_without_power_are_believed()
    {
        const long hour = 3_600_000;
        var trust = new ClockTrust(0).Look(hour + 2_000, hour).Look((2 * hour) - 1_000, hour).Look(20 * hour, null).Look(21 * hour, hour);
        Assert.True(trust is { MayRemove: true, MayRemind: true });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Engine Opened() => new(Rig.Sound(), _folder, _clock, NullLoggerFactory.Instance);

    private async Task Hours(Engine engine, Purge purge, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            _clock.Pass(TimeSpan.FromHours(1));
            await engine.DueClock.Strike();
            await purge.Once();
        }
    }

    private static Task<Taken> Say(Engine engine, string person, string key = "1", string text = "hello") =>
        engine.Turns.Take(new Address("test", person), new Said("test", key, text));

    // A talk of the small pack that ends with a reminder in three days. Nothing waits to be sent.
    private static async Task Reminded(Engine engine)
    {
        await Say(engine, "p1");
        await engine.Turns.Take(new Address("test", "p1"), new Pressed("test", "2", null, null, ["tell"]));
        await engine.Turns.Take(new Address("test", "p1"), new Pressed("test", "3", null, null, ["family"]));
        await Say(engine, "p1", "4", "they called me names");
        await engine.Writer.Write(null, session => session.Execute("DELETE FROM outbox"));
        Assert.Equal(1L, await engine.Writer.Write(null, session => session.Scalar("SELECT count(*) FROM due")));
    }

    private static Task<IReadOnlyList<OutboxRow>> Reminders(Engine engine) => engine.Writer.Write(null, session => engine.Outbox.Recover(session, "test"));

    private static Task<Person?> Found(Engine engine, string person) =>
        engine.Writer.Write(null, session => engine.Conversations.Find(session, new Address("test", person)));

    [Fact]
    public void A_clock_that_steps_back_dates_nothing_back_until_it_has_stayed_there_for_a_day()
    {
        const long hour = 3_600_000, now = 500_000 * hour;
        var trust = new ClockTrust(now, Floor: now).Look(now + hour, hour);
        for (var look = 0; look < 23; look++)
        {
            trust = trust.Look(look * hour, hour);
            Assert.Equal(now + hour, trust.Floor);
        }

        Assert.Equal(24 * hour, trust.Look(23 * hour, hour).Look(24 * hour, hour).Floor);
    }

    [Fact]
    public async Task What_was_believed_is_known_after_a_start_with_a_clock_that_is_behind()
    {
        using (var engine = Opened())
        {
            engine.Leaps.Look();
            await engine.Writer.Write(null, engine.Leaps.Save);
        }

        _clock.Leap(TimeSpan.FromDays(-400));
        using var again = Opened();
        Assert.Equal(T0.ToUnixTimeMilliseconds(), again.Leaps.Now());
    }
}
