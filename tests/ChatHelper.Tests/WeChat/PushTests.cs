using System.Diagnostics.Tracing;
using System.Text;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Outbox;

namespace ChatHelper.Tests.WeChat;

public sealed class PushTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData(-1, "NotSent")]
    [InlineData(40001, "RetryAfter")]
    [InlineData(40003, "Gone")]
    [InlineData(40013, "RetryAfter")]
    [InlineData(40014, "RetryAfter")]
    [InlineData(40125, "RetryAfter")]
    [InlineData(40164, "RetryAfter")]
    [InlineData(42001, "RetryAfter")]
    [InlineData(43004, "Gone")]
    [InlineData(44004, "Refused")]
    [InlineData(45002, "Refused")]
    [InlineData(45009, "RetryAfter")]
    [InlineData(45011, "RetryAfter")]
    [InlineData(45015, "Waits")]
    [InlineData(45047, "Waits")]
    [InlineData(47001, "Refused")]
    [InlineData(48001, "RetryAfter")]
    [InlineData(48002, "Waits")]
    [InlineData(50005, "Gone")]
    [InlineData(65400, "Refused")]
    public async Task Each_code_means_something(int code, string outcome)
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Code = code, Message = $"{PushRig.OpenId} 先别转钱", Times = 2 });

        var came = await rig.Push();

        Assert.Equal(outcome, came.GetType().Name);
        Assert.False(rig.IsTelling($"{came}"));
        Assert.Empty(rig.Fake.Ledger.Seen);
    }

    [Fact]
    public async Task Of_what_was_not_answered_nobody_knows_whether_it_arrived()
    {
        await using var rig = await PushRig.Started(patience: TimeSpan.FromSeconds(1));
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { DropsAfter = true });
        Assert.IsType<Outcome.Unknown>(await rig.Push());
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Status = 500 });
        Assert.IsType<Outcome.Unknown>(await rig.Push());
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Delay = TimeSpan.FromSeconds(3) });
        Assert.IsType<Outcome.Unknown>(await rig.Push());
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Body = "<html>gateway</html>" });
        Assert.IsType<Outcome.Unknown>(await rig.Push());
    }

    [Fact]
    public async Task What_may_have_arrived_comes_again_with_the_mark()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { DropsAfter = true });
        var row = rig.Row("先别转钱。");
        Assert.IsType<Outcome.Unknown>(await rig.Sender.Send(row, 0));
        await rig.Sender.Send(row with { Doubtful = true }, 0);

        Assert.Equal(["先别转钱。", "（可能重复）先别转钱。"], rig.Fake.Ledger.Texts(PushRig.OpenId));
    }

    [Fact]
    public async Task A_full_page_that_may_have_arrived_comes_again_as_two_marked_ones()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        var page = new string('长', 682);
        Assert.Equal(Outcome.Accepted.Whole, await rig.Push(page));
        var again = rig.Row(page) with { Doubtful = true };
        Assert.Equal(Outcome.Accepted.Part, await rig.Sender.Send(again, 0));
        Assert.Equal(Outcome.Accepted.Whole, await rig.Sender.Send(again, 1));

        var texts = rig.Fake.Ledger.Texts(PushRig.OpenId);
        Assert.All(texts.Skip(1), text => Assert.StartsWith("（可能重复）", text, StringComparison.Ordinal));
        Assert.Equal(page, string.Concat(texts.Skip(1)).Replace("（可能重复）", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_there_means_surely_not_sent()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        await rig.Tokens.Now();
        await rig.Fake.DisposeAsync();

        Assert.IsType<Outcome.NotSent>(await rig.Push());
        Assert.Equal(5, rig.Quota.Left(PushRig.At, rig.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await FakeWeChat.StartAsync();
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault("/cgi-bin/stable_token") { Status = 302, Location = $"{other.BaseUrl}/cgi-bin/stable_token" });
        Assert.IsType<Outcome.NotSent>(await rig.Push());
        rig.Clock.Move(TimeSpan.FromSeconds(6));
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Status = 307, Location = $"{other.BaseUrl}{PushRig.Send}" });
        Assert.IsType<Outcome.NotSent>(await rig.Push());

        Assert.Empty(other.Ledger.Calls);
        Assert.Empty(rig.Fake.Ledger.Seen);
    }

    [Fact]
    public async Task A_long_text_comes_in_parts_that_fit()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        var text = string.Concat(Enumerable.Repeat("先别转钱，也别再点他们发的链接。", 150));
        Outcome outcome = Outcome.Accepted.Part;
        for (var part = 0; outcome is Outcome.Accepted { More: true }; part++)
        {
            outcome = await rig.Push(text, part: part);
        }

        Assert.Equal(Outcome.Accepted.Whole, outcome);
        var texts = rig.Fake.Ledger.Texts(PushRig.OpenId);
        Assert.Equal(text, string.Concat(texts));
        Assert.True(texts.Count > 1);
        Assert.All(texts, one => Assert.True(Encoding.UTF8.GetByteCount(one) <= 2048));
    }

    [Theory]
    [InlineData("别怕，先截图。\n“证据”<>&'\\ /ü Ω")]
    [InlineData("🙂👍🏽 一起看")]
    [InlineData("\u0001\u001F\u2028 tab\t end")]
    [InlineData("code \\u4f60 as typed")]
    public async Task Every_letter_is_shown_as_it_is(string text)
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        await rig.Push(text);

        Assert.Equal([text], rig.Fake.Ledger.Texts(PushRig.OpenId));
    }

    [Fact]
    public async Task Half_a_letter_or_nothing_harms_nobody()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        Assert.Equal(Outcome.Accepted.Whole, await rig.Push("a\uD83D"));
        Assert.Equal(Outcome.Accepted.Whole, await rig.Push(" \n"));
        Assert.Equal(["a\uFFFD"], rig.Fake.Ledger.Texts(PushRig.OpenId));
    }

    [Fact]
    public async Task No_fault_and_no_event_tells_a_secret()
    {
        await using var rig = await PushRig.Started(patience: TimeSpan.FromMilliseconds(300));
        using var heard = new Listening();
        List<string> thrown = [];
        void Keep(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs fault)
        {
            lock (thrown)
            {
                thrown.Add($"{fault.Exception}");
            }
        }

        AppDomain.CurrentDomain.FirstChanceException += Keep;
        try
        {
            foreach (var fault in (ApiFault[])[new(PushRig.Send) { DropsBefore = true }, new(PushRig.Send) { DropsAfter = true }, new(PushRig.Send) { Status = 500 },
                new(PushRig.Send) { Delay = TimeSpan.FromSeconds(1) }, new(PushRig.Send) { Body = "{" }, new(PushRig.Send) { Code = 40001, Times = 2 }, new(PushRig.Send) { Code = 48001 }])
            {
                rig.Speak();
                rig.Fake.Faults.Add(fault);
                var outcome = await rig.Push();
                Assert.IsNotType<Outcome.Accepted>(outcome);
                Assert.False(rig.IsTelling($"{outcome}"));
            }
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Keep;
        }

        string[] all;
        lock (thrown)
        {
            all = [.. thrown];
        }

        var told = heard.All;
        output.WriteLine($"{all.Length} exceptions, {told.Count} events, {rig.Log.All.Count} lines: none tells");
        Assert.NotEmpty(all);
        Assert.Contains(told, line => line.Contains("/cgi-bin/", StringComparison.Ordinal));
        Assert.DoesNotContain(all.Concat(told).Concat(rig.Log.All), line => rig.IsTelling(line));
        Assert.False(rig.IsTelling($"{rig.Options} {(await rig.Tokens.Now()).Token} {(await rig.Tokens.Now()).Answer}"));
    }

    [Fact]
    public async Task What_is_not_allowed_is_told_to_the_operator_in_clear_words()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.AllowsAddress = false;
        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.NotEmpty(rig.Log.Of("the address of this machine is not on the account's IP white list"));
        rig.Fake.AllowsAddress = true;
        rig.Clock.Move(TimeSpan.FromSeconds(6));
        Assert.IsType<Outcome.Accepted>(await rig.Push());
        rig.Fake.Certified = false;
        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.Single(rig.Log.Of("only certified accounts have it"));
    }

    [Fact]
    public async Task What_the_account_may_not_do_any_more_is_tried_again_and_counts_for_nobody()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Certified = false;
        Assert.Equal(new Outcome.RetryAfter(TimeSpan.FromMinutes(1)), await rig.Push());
        Assert.True(rig.Signals.WeChatMayNotPush);
        Assert.Equal(5, rig.Quota.Left(PushRig.At, rig.Clock.GetUtcNow()));
        rig.Fake.Certified = true;
        Assert.IsType<Outcome.Accepted>(await rig.Push());
        Assert.False(rig.Signals.WeChatMayNotPush);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(407)]
    [InlineData(429)]
    public async Task Whoever_stands_before_WeChat_and_says_no_has_taken_nothing_and_ends_nothing(int status)
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Status = status });
        Assert.IsType<Outcome.NotSent>(await rig.Push());
    }

    [Fact]
    public async Task Our_distance_from_their_clock_is_known()
    {
        await using var rig = await PushRig.Started();
        rig.Fake.Advance(TimeSpan.FromSeconds(20));
        await rig.Tokens.Now();

        Assert.Equal(-20, rig.Signals.Skew.TotalSeconds);
    }

    private sealed class Listening : EventListener
    {
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_all)
                {
                    return [.. _all];
                }
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (_all is null)
            {
                return; // the base class begins before we do
            }

            lock (_all)
            {
                _all.Add(string.Join(' ', eventData.Payload ?? []));
            }
        }
    }
}
