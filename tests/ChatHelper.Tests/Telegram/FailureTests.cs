using ChatHelper.Channels.Telegram;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;
using ChatHelper.Outbox;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatHelper.Tests.Telegram;

public sealed class FailureTests
{
    private const long Me = 42;
    private const long Other = 43;

    [Fact]
    public async Task A_chat_that_is_banned_waits_its_time_while_others_go_on()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Faults.Add(new Fault(FaultKind.TooManyRequests) { ChatId = Me, Method = "sendMessage", RetryAfter = 3, Times = 1 });
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Fake.Ledger.Entries.Any(entry => entry.ErrorCode == 429));
        rig.Fake.Persons.Text(Other, "你好");

        var other = await rig.Sent(Other, "想做什么");
        var mine = await rig.Sent(Me, "想做什么");
        Assert.True(other.Number < mine.Number);
        Assert.Equal(0, rig.Fake.Limits.Breaks.Early);
        Assert.Equal(["你好，我在这里。", "想做什么？"], rig.Fake.Ledger.Texts(Me));
    }

    [Fact]
    public async Task A_person_who_blocked_us_is_tried_once_and_nothing_stays_for_them()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Faults.Block(Me);
        rig.Fake.Persons.Text(Me, "你好");

        await BotRig.Until(() => rig.Fake.Ledger.Entries.Count(entry => entry.ErrorCode == 403) == 2);
        await Empty(rig);
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM seen WHERE key LIKE 'gone:%'")).Result is 2L);
    }

    [Fact]
    public async Task What_is_never_acceptable_is_told_to_the_operator_and_not_sent_again()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Faults.Add(new Fault(FaultKind.Error) { ChatId = Me, Code = 400, Description = "Bad Request: strange", Times = 1 });
        rig.Fake.Persons.Text(Me, "你好");

        await rig.Sent(Me, "想做什么");
        await Empty(rig);
        Assert.Equal(["想做什么？"], rig.Fake.Ledger.Texts(Me));
        Assert.Contains(rig.Log.Lines, line => line.StartsWith("Error 1202", StringComparison.Ordinal) && line.Contains("400", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.BadGateway)]
    public async Task Advice_of_which_nobody_knows_whether_it_arrived_comes_again_with_the_mark(FaultKind kind)
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Faults.Add(new Fault(kind) { Method = "sendMessage", Times = 1, Executed = true });
        rig.Fake.Persons.Text(Me, "你好");

        await rig.Sent(Me, "想做什么");
        await Empty(rig);
        Assert.Equal(["你好，我在这里。", "（可能重复）你好，我在这里。", "想做什么？"], rig.Fake.Ledger.Texts(Me));
    }

    [Fact]
    public async Task A_question_of_which_nobody_knows_whether_it_arrived_is_not_asked_twice()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Faults.Add(new Fault(FaultKind.LostAnswer) { Method = "sendMessage", Times = 1 });
        rig.Fake.Persons.Choose(Me, 0);
        await rig.Sent(Me, "谁接到了电话");
        await Empty(rig);
        Assert.Single(rig.Fake.Ledger.Texts(Me), text => text.Contains("谁接到了电话", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_at_a_restart_is_sent_then()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Faults.Add(new Fault(FaultKind.TooManyRequests) { ChatId = Me, RetryAfter = 2, Times = 1, Method = "sendMessage" });
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Fake.Ledger.Entries.Any(entry => entry.ErrorCode == 429));
        await rig.Stop();
        rig.Fake.Advance(TimeSpan.FromSeconds(3));
        await rig.Start();

        await rig.Sent(Me, "想做什么");
        await Empty(rig);
        Assert.Equal(["你好，我在这里。", "想做什么？"], rig.Fake.Ledger.Texts(Me));
    }

    [Fact]
    public async Task A_revoked_token_ends_the_channel_with_one_line_that_names_the_setting()
    {
        await using var rig = await BotRig.Started(before: fake => fake.Faults.Add(new Fault(FaultKind.Unauthorized)));

        await BotRig.Until(() => rig.Log.Lines.Any(line => line.StartsWith("Critical 1302", StringComparison.Ordinal) && line.Contains("TELEGRAM_TOKEN", StringComparison.Ordinal)));
        await Task.Delay(200);
        Assert.InRange(rig.Fake.Ledger.Calls["getUpdates"], 1, 1);
    }

    [Fact]
    public async Task Of_two_pollers_one_backs_off_and_says_so()
    {
        await using var rig = await BotRig.Started();
        var rival = new TelegramBotClient(new TelegramBotClientOptions(rig.Fake.Token, rig.Fake.BaseUrl) { RetryCount = 0 });
        while (!rig.Log.Lines.Any(line => line.StartsWith("Error 1303", StringComparison.Ordinal)))
        {
            await rival.GetUpdates(timeout: 1).ContinueWith(_ => Task.Delay(50), TaskScheduler.Default).Unwrap();
        }

        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
    }

    [Fact]
    public async Task A_token_is_in_no_line_of_any_log_whatever_fails()
    {
        await using var rig = await BotRig.Started();
        foreach (var kind in new[] { FaultKind.Reset, FaultKind.LostAnswer, FaultKind.BadGateway })
        {
            rig.Fake.Faults.Add(new Fault(kind) { Times = 1 });
        }

        rig.Fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray());
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        await rig.Stop();

        var secret = rig.Fake.Token.Split(':')[1];
        Assert.NotEmpty(rig.Log.Lines);
        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, rig.Options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bad Request: https://api.telegram.org/bot42:secret/sendMessage", "Bad Request: https:")]
    [InlineData("Bad Request: can't parse entities: unsupported start tag \"金丝雀\" at byte offset 7", "Bad Request: can't parse entities: unsupported start tag")]
    [InlineData("Bad Request: 199 0000 1234", "Bad Request:")]
    [InlineData("金丝雀", "")]
    public void What_a_server_repeats_of_what_was_sent_stands_in_no_log(string said, string kept)
    {
        var refused = new ApiRequestException(said, 400);
        Assert.Equal(kept, TelegramOutcome.Words(refused));
        Assert.Equal(new Outcome.Refused(400, kept), TelegramOutcome.Of(refused));
    }

    [Fact]
    public async Task The_standard_pace_breaks_no_rate_of_the_channel()
    {
        await using var rig = await BotRig.Started(pace: new Pace(), before: fake => fake.Limits.Mode = RateMode.Watch);
        for (var chat = 1; chat <= 30; chat++)
        {
            rig.Fake.Persons.Text(chat, "你好");
            rig.Fake.Persons.Text(chat, "嗯");
        }

        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        await Empty(rig);
        var breaks = rig.Fake.Limits.Breaks;
        Assert.Equal((0, 0, 0), (breaks.Chat, breaks.Total, breaks.Early));
        Assert.True(rig.Fake.Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Sent) > 60);
    }

    private static Task Empty(BotRig rig) => BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM outbox")).Result is 0L);
}
