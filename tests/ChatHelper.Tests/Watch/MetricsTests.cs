using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Channels.Terminal;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Watch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Watch;

public sealed class MetricsTests(ITestOutputHelper output) : IDisposable
{
    private readonly Rig _rig = new();

    [Fact]
    public void The_names_are_fixed()
    {
        using var text = new MetricsText(_rig.Engine.Meters);

        Assert.Equal(
            [
                "chathelper_alarm", "chathelper_batches_total", "chathelper_database_bytes", "chathelper_disk_free_bytes", "chathelper_due_late_seconds",
                "chathelper_files_kept_total", "chathelper_files_refused_total", "chathelper_handovers_waiting", "chathelper_heap_bytes",
                "chathelper_limits_hit_total", "chathelper_outbox_oldest_seconds", "chathelper_outbox_rows", "chathelper_parked_rows",
                "chathelper_persons_abroad", "chathelper_purge_age_seconds", "chathelper_purged_total", "chathelper_replies_failed_total",
                "chathelper_replies_sent_total", "chathelper_turns_total", "chathelper_wal_bytes", "chathelper_works_total",
            ],
            text.Names);
    }

    [Fact]
    public async Task What_happens_is_counted_and_no_label_names_a_person()
    {
        using var text = new MetricsText(_rig.Engine.Meters);
        using var watching = new Watching(_rig.Engine, NullLogger<Watching>.Instance);
        await _rig.Say("p-secret", "1", "我是王小明 199 0000 1234");
        await _rig.Say("p-secret", "1", "我是王小明 199 0000 1234"); // the same delivery again
        await _rig.Engine.Turns.Take(new Address("test", "p-secret"), new Gave("test", "2", new GivenFile("", "x.exe", "refused-kind", 3, ""), ""));
        await _rig.Engine.Turns.Take(new Address("test", "p-secret"), new Gave("test", "3", new GivenFile("f1", "x.png", "image", 3, ""), ""));
        await _rig.Press("p-secret", "4", "human");
        _rig.Engine.Meters.Sent("telegram", 3);
        _rig.Engine.Meters.Failed("telegram");
        _rig.Engine.Meters.Limited("words-a-minute");
        _rig.Engine.Meters.Purged(2);
        watching.Once();
        var said = text.ToString();

        output.WriteLine(said);
        foreach (var line in (string[])[
            "chathelper_turns_total 4", "chathelper_files_kept_total 1", "chathelper_files_refused_total 1", "chathelper_replies_sent_total{channel=\"telegram\"} 3",
            "chathelper_replies_failed_total{channel=\"telegram\"} 1", "chathelper_limits_hit_total{limit=\"words-a-minute\"} 1", "chathelper_purged_total 2", "# TYPE chathelper_wal_bytes gauge"])
        {
            Assert.Contains($"{line}\n", said, StringComparison.Ordinal);
        }

        Assert.All(said.TrimEnd('\n').Split('\n'), line => Assert.Matches(new Regex("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[a-z-]+\"\\})? -?[0-9]+)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), line));
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, "127.0.0.1", null, null, HttpStatusCode.OK)]
    [InlineData(null, false, "::1", null, null, HttpStatusCode.OK)]
    [InlineData(null, false, "10.0.0.7", null, null, HttpStatusCode.NotFound)]
    [InlineData(null, false, "127.0.0.1", null, "10.0.0.7", HttpStatusCode.NotFound)]
    [InlineData(null, true, "127.0.0.1", null, null, HttpStatusCode.NotFound)]
    [InlineData("0123456789abcdef", false, "127.0.0.1", null, null, HttpStatusCode.NotFound)]
    [InlineData("0123456789abcdef", true, "10.0.0.7", "Bearer 0123456789abcdeX", null, HttpStatusCode.NotFound)]
    [InlineData("0123456789abcdef", true, "10.0.0.7", "Bearer 0123456789abcdef", null, HttpStatusCode.OK)]
    public async Task Numbers_are_for_this_machine_or_for_who_has_the_token(
        string? token, bool published, string from, string? shown, string? forwarded, HttpStatusCode status)
    {
        await using var site = await Site(token, published, IPAddress.Parse(from));
        using var client = site.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Authorization", shown);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Readiness_writes_at_most_once_in_ten_seconds_and_alarms_show_as_degraded()
    {
        await using var site = await Site(null, published: false, IPAddress.Loopback);
        using var client = site.GetTestClient();
        await client.GetStringAsync("/health/ready");
        var before = _rig.Engine.Writer.Batches;
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
            Assert.Equal("live", await client.GetStringAsync("/health/live"));
            Assert.Equal("fine", await client.GetStringAsync("/health/degraded"));
        }

        Assert.Equal(before, _rig.Engine.Writer.Batches);
        _rig.Clock.Move(TimeSpan.FromSeconds(11));
        await client.GetStringAsync("/health/ready");
        Assert.Equal(before + 1, _rig.Engine.Writer.Batches);

        _rig.Engine.Signals.Unauthorised = true;
        _rig.Engine.Signals.WeChatTokenFails = true;
        using var watching = new Watching(_rig.Engine, NullLogger<Watching>.Instance) { Disk = () => (1, 1) };
        watching.Once();
        Assert.Equal("degraded: unauthorised, wechat-token", await client.GetStringAsync("/health/degraded"));
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task Health_answers_while_the_database_does_not()
    {
        await using var site = await Site(null, published: false, IPAddress.Loopback);
        using var client = site.GetTestClient();
        using var held = new ManualResetEventSlim();
        var stuck = _rig.Engine.Writer.Write(null, _ =>
        {
            held.Wait();
            return true;
        });

        Assert.Equal("ready", await client.GetStringAsync("/health/ready")); // nothing is known yet
        _rig.Clock.Move(TimeSpan.FromSeconds(6));
        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the database does not answer"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("fine", await client.GetStringAsync("/health/degraded"));
        held.Set();
        await stuck;
    }

    [Fact]
    public void A_short_token_is_one_clear_line_that_does_not_show_it()
    {
        var fault = Assert.Throws<StartFault>(() => WatchOptions.Read(_ => "short"));

        Assert.StartsWith("METRICS_TOKEN", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'short'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", $"{WatchOptions.Read(_ => "0123456789abcdef")}", StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private async Task<WebApplication> Site(string? token, bool published, IPAddress from)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(_ => _rig.Engine).AddSingleton(new WatchOptions(token));
        var site = builder.Build();
        site.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = from;
            return next(context);
        });
        site.MapHealth();
        site.MapMetrics(published);
        await site.StartAsync();
        return site;
    }
}
