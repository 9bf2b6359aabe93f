using System.Globalization;
using System.Text.RegularExpressions;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;
using ChatHelper.Tests.Hostile;
using ChatHelper.Tests.Telegram;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Delivery;

/// <summary>The Bot API in bad weather. It judges: every word it saw confirmed has its answer, and whatever came twice says so.</summary>
public sealed class StormTests(ITestOutputHelper output)
{
    private const int Chats = 40;
    private const int First = 100;
    private const string Mark = "可能重复";
    private static readonly int Words = Rounds.Of("STORM", 400);
    private static readonly int Losses = Rounds.Of("LOSSES", 1_000);

    [Fact]
    public async Task In_a_storm_of_bans_nothing_is_lost_and_nothing_is_sent_before_its_time()
    {
        var clock = new QuickClock(50);
        await using var rig = await BotRig.Started(clock: clock, pack: EchoPack.Read(), before: fake => fake.Limits.Slack = TimeSpan.Zero);
        Greet(rig);
        int[] waits = [1, 2, 5, 13, 34, 60];
        foreach (var wait in waits)
        {
            rig.Fake.Faults.Add(new Fault(FaultKind.TooManyRequests) { Method = "sendMessage", RetryAfter = wait, Share = 0.3 / waits.Length });
        }

        var began = clock.GetUtcNow();
        for (var word = 0; word < Words; word++)
        {
            Say(rig, word);
            if (word % Chats == Chats - 1)
            {
                await Task.Delay(50);
            }
        }

        await BotRig.Until(() => clock.GetUtcNow() - began > TimeSpan.FromMinutes(5));
        rig.Fake.Faults.Clear();
        rig.Fake.Faults.Add(new Fault(FaultKind.TooManyRequests) { Method = "sendMessage", RetryAfter = 7 });
        await Task.Delay(TimeSpan.FromSeconds(60.0 / 50));
        rig.Fake.Faults.Clear();
        var over = clock.GetUtcNow();
        await Drained(rig);

        var refused = rig.Fake.Ledger.Entries.Count(entry => entry.ErrorCode == 429);
        output.WriteLine($"{Words} words to {Chats} chats, {refused} sends banned for 1 to 60 s, drained {(clock.GetUtcNow() - over).TotalSeconds:0} s of its time after the last; {rig.Fake.Limits.Breaks.Early} sent too early");
        Judged(rig, Words, marked: 0);
        Assert.Equal(0, rig.Fake.Limits.Breaks.Early);
        Assert.True(refused > Chats);
    }

    [Fact]
    public async Task When_answers_are_lost_no_word_is_and_none_comes_twice_without_the_mark()
    {
        await using var rig = await BotRig.Started(clock: new QuickClock(50), pack: EchoPack.Read());
        Greet(rig);
        await Drained(rig);
        rig.Fake.Faults.Add(new Fault(FaultKind.LostAnswer) { Method = "sendMessage", Share = 0.05 });
        rig.Fake.Faults.Add(new Fault(FaultKind.BadGateway) { Method = "sendMessage", Share = 0.01, Executed = true });
        rig.Fake.Faults.Add(new Fault(FaultKind.BadGateway) { Method = "sendMessage", Share = 0.01 });
        rig.Fake.Faults.Add(new Fault(FaultKind.Reset) { Method = "sendMessage", Share = 0.02 });
        for (var word = 0; word < Losses; word++)
        {
            Say(rig, word);
            if (word % Chats == Chats - 1)
            {
                await BotRig.Until(() => rig.Fake.PendingUpdates < 10 * Chats);
            }
        }

        await Drained(rig);
        var sent = rig.Fake.Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Sent);
        output.WriteLine($"{Losses} words, {sent} messages accepted, 5 % of the answers lost, 2 % bad gateways, 2 % resets");
        Judged(rig, Losses, marked: Losses);
    }

    [Theory]
    [InlineData(FaultKind.Blocked, 403)]
    [InlineData(FaultKind.ChatNotFound, 400)]
    [InlineData(FaultKind.Migrated, 400)]
    [InlineData(FaultKind.Error, 400)]
    public async Task What_can_never_arrive_is_tried_once_and_others_go_on(FaultKind kind, int code)
    {
        await using var rig = await BotRig.Started(pack: EchoPack.Read());
        rig.Fake.Faults.Add(new Fault(kind) { ChatId = First, Method = "sendMessage", MigrateTo = -100777, Description = "Bad Request: no" });
        for (var chat = 0; chat < 5; chat++)
        {
            rig.Fake.Persons.Text(First + chat, "/start");
        }

        await Drained(rig);
        var calls = rig.Fake.Ledger.Entries.Count(entry => entry.ErrorCode == code && entry.ChatId == First);
        await Task.Delay(300);
        var said = rig.Fake.Ledger.Texts(First + 1).Count;
        Assert.Equal(said, calls);
        Assert.Equal(calls, rig.Fake.Ledger.Entries.Count(entry => entry.ErrorCode == code && entry.ChatId == First));
        Assert.All(Enumerable.Range(1, 4), chat => Assert.Contains("说一个词", rig.Fake.Ledger.Texts(First + chat)[^1], StringComparison.Ordinal));
        output.WriteLine($"{calls} calls refused with {code}, each tried once; 4 other chats served");
    }

    [Fact]
    public async Task A_volunteers_group_that_is_gone_is_tried_more_and_more_seldom()
    {
        var clock = new QuickClock(20);
        await using var rig = await BotRig.Started(clock: clock, before: fake => fake.Persons.AddGroup(BotRig.Group, "Desk"));
        rig.Fake.Faults.Block(BotRig.Group);
        rig.Fake.Persons.Text(First, "/start");
        rig.Fake.Persons.Text(First, "真人");
        await BotRig.Until(() => rig.Fake.Ledger.Entries.Any(entry => entry.ErrorCode == 403));
        var began = clock.GetUtcNow();
        await BotRig.Until(() => clock.GetUtcNow() - began > TimeSpan.FromMinutes(1));
        var tries = rig.Fake.Ledger.Entries.Count(entry => entry.ErrorCode == 403);
        output.WriteLine($"{tries} tries in the first minute");
        Assert.InRange(tries, 1, 8);
    }

    [Fact]
    public async Task A_refused_token_ends_the_sending_and_keeps_what_waits()
    {
        await using var rig = await BotRig.Started(pack: EchoPack.Read());
        rig.Fake.Faults.Add(new Fault(FaultKind.Unauthorized) { Method = "sendMessage" });
        rig.Fake.Persons.Text(First, "/start");
        await BotRig.Until(() => rig.Fake.Ledger.Entries.Any(entry => entry.ErrorCode == 401));
        await Task.Delay(300);
        Assert.Single(rig.Fake.Ledger.Entries, entry => entry.ErrorCode == 401);
        Assert.NotEqual(0L, await rig.Read(session => session.Scalar("SELECT count(*) FROM outbox")));
    }

    [Theory]
    [InlineData("\"contact\":5")]
    [InlineData("\"text\":[]")]
    [InlineData("\"edit_date\":99999999999999999")]
    [InlineData("\"photo\":[null]")]
    [InlineData("\"photo\":[]")]
    [InlineData("\"document\":{}")]
    [InlineData("\"migrate_to_chat_id\":\"x\"")]
    [InlineData("\"reply_markup\":{\"inline_keyboard\":[[null]]}")]
    public async Task An_update_that_nobody_foresaw_is_passed_over_and_the_same_person_is_heard_before_and_after_it(string members)
    {
        await using var rig = await BotRig.Started(pack: EchoPack.Read());
        rig.Fake.Persons.Text(First, "/start");
        rig.Fake.Persons.Text(First, "1");
        rig.Fake.Persons.Other(First, members);
        rig.Fake.Persons.Text(First, "n:1");
        await rig.Sent(First, "n:1");
        await Drained(rig);
        Assert.Equal(0, rig.Fake.PendingUpdates);
    }

    private static void Greet(BotRig rig)
    {
        for (var chat = 0; chat < Chats; chat++)
        {
            rig.Fake.Persons.Text(First + chat, "/start");
        }
    }

    private static void Say(BotRig rig, int word)
    {
        rig.Fake.Persons.Text(First + (word % Chats), "1");
        rig.Fake.Persons.Text(First + (word % Chats), $"n:{word}");
    }

    private void Judged(BotRig rig, int words, int marked)
    {
        var verdict = Judge.ByPattern(@"n:\d+", Mark).Verdict(rig.Fake.Ledger);
        output.WriteLine($"{verdict.Answered} of {verdict.Confirmed} answered, {verdict.Lost.Count} lost, {verdict.Doubled.Count} doubled, {verdict.MarkedDoubles.Count} doubled with the mark, {Disordered(rig)} out of order");
        Assert.Equal((words, 0, 0, 0), (verdict.Answered, verdict.Lost.Count, verdict.Doubled.Count, verdict.Strange.Count));
        Assert.InRange(verdict.MarkedDoubles.Count, 0, marked);
        Assert.Equal(0, Disordered(rig));
    }

    private static int Disordered(BotRig rig) => Enumerable.Range(0, Chats).Sum(chat =>
    {
        var numbers = rig.Fake.Ledger.Texts(First + chat).Select(text => Regex.Match(text, @"n:(?<number>\d+)", RegexOptions.NonBacktracking))
            .Where(match => match.Success).Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).ToList();
        return numbers.Zip(numbers.Skip(1)).Count(pair => pair.First > pair.Second);
    });

    private static async Task Drained(BotRig rig)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (rig.Fake.PendingUpdates > 0 || await rig.Read(session => session.Scalar("SELECT count(*) FROM outbox")) is not 0L)
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
