using ChatHelper.Fakes;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Fakes;

public sealed class FaultTests
{
    private static readonly object Hello = new { chat_id = 1, text = "hello" };

    [Fact]
    public async Task A_lost_answer_is_a_message_that_was_accepted()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Faults.Add(new Fault(FaultKind.LostAnswer) { Method = "sendmessage", Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => bot.Call("sendMessage", Hello));
        await bot.Result("sendMessage", Hello);

        Assert.Equal(["hello", "hello"], fake.Ledger.Texts(1));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_bad_gateway_answers_without_json_before_or_after_the_call(bool executed, int accepted)
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Faults.Add(new Fault(FaultKind.BadGateway) { Executed = executed });

        using var response = await bot.Http.GetAsync($"{fake.BaseUrl}/bot{fake.Token}/sendMessage?chat_id=1&text=x");

        Assert.Equal((502, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(accepted, fake.Ledger.Texts(1).Count);
    }

    [Fact]
    public async Task A_reset_comes_before_the_call_is_read()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Faults.Add(new Fault(FaultKind.Reset) { Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => bot.Call("sendMessage", Hello));

        Assert.Empty(fake.Ledger.Entries);
    }

    [Fact]
    public async Task A_banned_chat_is_refused_until_its_time_and_early_sends_are_counted()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Faults.Add(new Fault(FaultKind.TooManyRequests) { ChatId = 1, RetryAfter = 7, Times = 1 });

        var (status, body) = await bot.Call("sendMessage", Hello);
        Assert.Equal((429, 7), (status, body.GetProperty("parameters").GetProperty("retry_after").GetInt32()));
        Assert.Equal("Too Many Requests: retry after 7", body.GetProperty("description").GetString());
        fake.Advance(TimeSpan.FromSeconds(3));
        Assert.StartsWith("Too Many Requests: retry after ", await bot.Refusal("sendMessage", Hello, 429), StringComparison.Ordinal);
        await bot.Result("sendMessage", new { chat_id = 2, text = "others go on" });
        fake.Advance(TimeSpan.FromSeconds(5));
        await bot.Result("sendMessage", Hello);

        Assert.Equal(1, fake.Limits.Breaks.Early);
    }

    [Fact]
    public async Task Enforced_rates_let_three_through_in_a_chat_and_twenty_a_minute_in_a_group()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Limits.Mode = RateMode.Enforce;
        fake.Persons.AddGroup(-5, "Desk");

        Assert.Equal([200, 200, 200, 429], await Statuses(bot, 1, 4));
        var group = new List<int>();
        for (var second = 0; second < 22; second++)
        {
            fake.Advance(TimeSpan.FromSeconds(2));
            group.AddRange(await Statuses(bot, -5, 1));
        }
        Assert.Equal(20, group.Count(s => s == 200));
        Assert.Equal(429, group[^1]);
        Assert.Equal((1, 1), (fake.Limits.Breaks.Chat, fake.Limits.Breaks.Group));
    }

    [Fact]
    public async Task Watched_rates_are_counted_and_let_everything_through()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Limits.Mode = RateMode.Watch;
        for (var chat = 1; chat <= 40; chat++)
        {
            fake.Persons.Text(chat, "/start");
            Assert.Equal([200], await Statuses(bot, chat, 1));
        }

        Assert.Equal(0, fake.Limits.Breaks.Chat);
        Assert.InRange(fake.Limits.Breaks.Total, 1, 10);
    }

    [Fact]
    public async Task Permanent_errors_have_the_contracts_codes()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        fake.Faults.Block(1);
        Assert.Equal("Forbidden: bot was blocked by the user", await bot.Refusal("sendMessage", Hello, 403));
        fake.Faults.Clear();
        fake.Faults.Add(new Fault(FaultKind.Unauthorized));
        Assert.Equal("Unauthorized", await bot.Refusal("getMe", status: 401));
        fake.Faults.Clear();
        fake.Faults.Add(new Fault(FaultKind.ChatNotFound) { ChatId = 1 });
        Assert.Equal("Bad Request: chat not found", await bot.Refusal("sendMessage", Hello));
        fake.Faults.Clear();
        fake.Faults.Add(new Fault(FaultKind.Migrated) { ChatId = 1, MigrateTo = -1009 });
        Assert.Equal(-1009, (await bot.Call("sendMessage", Hello)).Body.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64());
    }

    [Fact]
    public async Task The_judge_tells_lost_doubled_and_marked()
    {
        await using var fake = await Started();
        using var bot = new Caller(fake);
        foreach (var word in (string[])["n:1", "n:2", "n:3", "n:4"])
        {
            fake.Persons.Text(1, word);
        }
        var updates = await bot.Updates(0);
        await bot.Updates(Caller.Id(updates[^2]) + 1);
        foreach (var reply in (string[])["re n:1", "re n:1", "re n:2", "（可能重复）re n:2", "re n:9"])
        {
            await bot.Result("sendMessage", new { chat_id = 1, text = reply });
        }

        var verdict = Judge.ByPattern(@"n:\d+", "可能重复").Verdict(fake.Ledger);

        Assert.Equal([["n:3"], ["n:1"], ["n:2"], ["n:9"]], [verdict.Lost, verdict.Doubled, verdict.MarkedDoubles, verdict.Strange]);
        Assert.Equal((3, 2, 1), (verdict.Confirmed, verdict.Answered, verdict.Pending));
    }

    private static async Task<FakeBotApi> Started()
    {
        var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        fake.Persons.Text(1, "/start");
        fake.Persons.Text(2, "/start");
        return fake;
    }

    private static async Task<List<int>> Statuses(Caller bot, long chat, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            statuses.Add((await bot.Call("sendMessage", new { chat_id = chat, text = $"t{i}" })).Status);
        }
        return statuses;
    }
}
