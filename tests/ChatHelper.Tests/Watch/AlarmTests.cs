using System.Net;
using ChatHelper.Audit;
using ChatHelper.Channels.Telegram;
using ChatHelper.Channels.Terminal;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Retention;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Watch;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Watch;

/// <summary>Each alarm is provoked by a fault or by the clock, begins once, shows everywhere, ends once, and is alone.</summary>
public sealed class AlarmTests : IDisposable
{
    private const long Whole = 1000;
    private readonly string _folder = Directory.CreateTempSubdirectory("alarms-").FullName;
    private readonly VirtualClock _clock = new(Rig.T0);
    private readonly Lines _lines = new();
    private readonly Engine _engine;
    private readonly Watching _watching;
    private readonly MetricsText _metrics;
    private long _free = 500;

    public AlarmTests()
    {
        _engine = new Engine(Rig.Sound(), _folder, _clock, _lines);
        _watching = new Watching(_engine, NullLogger<Watching>.Instance) { Disk = () => (_free, Whole) };
        _metrics = new MetricsText(_engine.Meters);
    }

    [Fact]
    public void Nothing_is_wrong_with_a_new_worker_and_there_are_thirteen_alarms()
    {
        Look();

        Assert.Empty(_engine.Alarms.Standing);
        Assert.Equal(
            ["queue", "parked", "unauthorised", "conflict", "disk", "backup", "clock", "purge", "audit", "database", "key", "wechat-token", "quota"],
            _engine.Alarms.All.Select(alarm => alarm.Name));
        Assert.Empty(_lines.Of("Alarm"));
    }

    [Fact]
    public async Task A_reply_that_waits_a_minute_is_one_and_what_a_closed_web_page_has_not_fetched_is_not()
    {
        await _engine.Turns.Take(new Address("web", "w"), new Said("web", "1", "hello"));
        await Pass(TimeSpan.FromSeconds(61));
        Look();
        Assert.Empty(_engine.Alarms.Standing);

        await _engine.Turns.Take(new Address("telegram", "42"), new Said("telegram", "1", "hello"));
        await Pass(TimeSpan.FromSeconds(61));
        Provoked("queue", AlarmLevel.Warning);
        await _engine.Writer.Write(null, session => session.Execute("DELETE FROM outbox"));
        Ended("queue");
    }

    [Fact]
    public async Task What_was_given_up_is_one()
    {
        await _engine.Writer.Write(null, session =>
        {
            ParkedStore.Put(session, new Parked("reply", "telegram", "7", _clock.GetUtcNow(), "refused with 400"));
            return true;
        });
        Provoked("parked", AlarmLevel.Warning);
        await _engine.Writer.Write(null, ParkedStore.Clear);
        Ended("parked");
    }

    [Theory]
    [InlineData("unauthorised", "getMe", HttpStatusCode.Unauthorized)]
    [InlineData("conflict", "getUpdates", HttpStatusCode.Conflict)]
    public async Task What_the_Bot_API_refuses_is_one_until_it_takes_it_again(string name, string method, HttpStatusCode status)
    {
        await Call(method, status, TimeSpan.Zero);
        Provoked(name, AlarmLevel.Critical);
        await Call(method, HttpStatusCode.BadGateway, TimeSpan.Zero);
        Look();
        Assert.Single(_engine.Alarms.Standing);
        await Call(method, HttpStatusCode.OK, TimeSpan.Zero);
        Ended(name);
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(7)]
    public async Task A_clock_that_is_wrong_by_more_than_five_seconds_is_one(int seconds)
    {
        await Call("sendMessage", HttpStatusCode.OK, TimeSpan.FromSeconds(Math.Sign(seconds) * 4));
        Look();
        Assert.Empty(_engine.Alarms.Standing);

        await Call("sendMessage", HttpStatusCode.OK, TimeSpan.FromSeconds(seconds));
        Assert.Equal(-seconds, (int)Math.Round(_engine.Signals.Skew.TotalSeconds));
        Provoked("clock", AlarmLevel.Warning);
        await Call("sendMessage", HttpStatusCode.OK, TimeSpan.Zero);
        Ended("clock");
    }

    [Fact]
    public void A_disk_at_four_fifths_warns_and_at_nineteen_twentieths_more_so()
    {
        _free = 201;
        Look();
        Assert.Empty(_engine.Alarms.Standing);
        _free = 200;
        Provoked("disk", AlarmLevel.Warning);
        _free = 50;
        Look();
        Assert.Equal(AlarmLevel.Critical, Assert.Single(_engine.Alarms.Standing).Level);
        Assert.Single(_lines.Of("Critical Alarm disk begins"));
        _free = 500;
        Ended("disk");
    }

    [Fact]
    public async Task A_backup_older_than_two_hours_is_one_only_where_backups_are_set_up()
    {
        await Pass(TimeSpan.FromMinutes(90));
        await Purged();
        _engine.Signals.BackupAt = _clock.GetUtcNow() - TimeSpan.FromMinutes(119);
        Look();
        Assert.Empty(_engine.Alarms.Standing);

        await Pass(TimeSpan.FromMinutes(2));
        Provoked("backup", AlarmLevel.Critical);
        _engine.Signals.BackupAt = _clock.GetUtcNow();
        Ended("backup");
    }

    [Fact]
    public async Task A_purge_that_does_not_come_is_one_and_after_a_day_a_worse_one()
    {
        await Pass(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        Provoked("purge", AlarmLevel.Warning);
        await Pass(TimeSpan.FromHours(22));
        Look();
        Assert.Equal(AlarmLevel.Critical, Assert.Single(_engine.Alarms.Standing).Level);
        await Purged();
        Ended("purge");
    }

    [Fact]
    public async Task A_broken_audit_log_is_one_and_stays_one()
    {
        await _engine.Writer.Write(null, session =>
        {
            _engine.Audit.Write(session, 1, _clock.GetUtcNow(), "bot", "letter D01");
            return true;
        });
        using var keeping = new AuditKeeping(_engine, NullLogger<AuditKeeping>.Instance);
        keeping.Once();
        Look();
        Assert.Empty(_engine.Alarms.Standing);

        await _engine.Writer.Write(null, session => session.Execute("UPDATE audit SET who = 'person'"));
        _clock.Move(TimeSpan.FromDays(1));
        await Purged();
        keeping.Once();
        Provoked("audit", AlarmLevel.Critical);
        Assert.Contains("entry 1 was changed", _lines.Of("Alarm audit")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_that_goes_away_is_one()
    {
        var (file, aside) = (_engine.KeyFiles[0], Path.Combine(_folder, "aside"));
        File.Move(file, aside);
        Provoked("key", AlarmLevel.Critical);
        File.Move(aside, file);
        Ended("key");
    }

    [Fact]
    public void A_WeChat_token_that_cannot_be_renewed_is_one()
    {
        _engine.Signals.WeChatTokenFails = true;
        Provoked("wechat-token", AlarmLevel.Critical);
        _engine.Signals.WeChatTokenFails = false;
        Ended("wechat-token");
    }

    [Fact]
    public void A_WeChat_account_that_may_push_no_more_is_one()
    {
        _engine.Signals.WeChatMayNotPush = true;
        Provoked("wechat-token", AlarmLevel.Critical);
        _engine.Signals.WeChatMayNotPush = false;
        Ended("wechat-token");
    }

    [Fact]
    public async Task Eight_and_ten_thousand_persons_on_Telegram_in_a_year_are_one_also_when_they_were_erased()
    {
        await People(7_999);
        Look();
        Assert.Empty(_engine.Alarms.Standing);
        await People(1);
        Provoked("quota", AlarmLevel.Warning);
        await _engine.Writer.Write(null, session => session.Execute("DELETE FROM person"));
        await People(2_000);
        Look();
        Assert.Equal(("quota", AlarmLevel.Critical), (_engine.Alarms.Standing[0].Name, _engine.Alarms.Standing[0].Level));

        await _engine.Writer.Write(null, session => session.Execute("DELETE FROM person"));
        _clock.Move(new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero) - _clock.GetUtcNow()); // the first of January in China
        await Purged();
        Ended("quota");
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _watching.Dispose();
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Look() => _watching.Once();

    private void Provoked(string name, AlarmLevel level)
    {
        Look();
        Look();
        var alarm = Assert.Single(_engine.Alarms.Standing);
        Assert.Equal((name, level), (alarm.Name, alarm.Level));
        Assert.Single(_lines.Of($"{level} Alarm {name} begins"));
        Assert.Contains($"chathelper_alarm{{name=\"{name}\"}} {(int)level}\n", _metrics.ToString(), StringComparison.Ordinal);
    }

    private void Ended(string name)
    {
        Look();
        Look();
        Assert.Empty(_engine.Alarms.Standing);
        Assert.Single(_lines.Of($"Alarm {name} ends"));
        Assert.Contains($"chathelper_alarm{{name=\"{name}\"}} 0\n", _metrics.ToString(), StringComparison.Ordinal);
    }

    private Task Pass(TimeSpan time)
    {
        _clock.Move(time);
        return _engine.DueClock.Strike();
    }

    private async Task Purged()
    {
        using var purge = new Purge(_engine, NullLogger<Purge>.Instance);
        await purge.Once();
    }

    private Task People(int count) => _engine.Writer.Write(null, session => session.Execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
        INSERT INTO person (channel, lookup, address, created_at) SELECT 'telegram', randomblob(16), x'', $2 FROM n
        """,
        count, _clock.GetUtcNow().ToUnixTimeMilliseconds()));

    private async Task Call(string method, HttpStatusCode status, TimeSpan theirs)
    {
        using var client = new HttpClient(new BotWatch(_engine.Signals, _clock, new Answers(status, _clock.GetUtcNow() + theirs)));
        using var answer = await client.GetAsync($"http://127.0.0.1/bot1:x/{method}");
    }

    private sealed class Answers(HttpStatusCode status, DateTimeOffset date) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Headers = { Date = date } });
    }
}
