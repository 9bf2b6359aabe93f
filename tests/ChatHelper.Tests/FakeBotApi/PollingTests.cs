using ChatHelper.Fakes;

namespace ChatHelper.Tests.Fakes;

public sealed class PollingTests
{
    private static readonly FakeBotApiOptions Fast = new() { WaitScale = 0.01 };

    [Fact]
    public async Task An_update_comes_again_until_an_offset_beyond_it_confirms_it()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "a");
        fake.Persons.Text(1, "b");

        var first = await bot.Updates(0);
        var same = await bot.Updates(Caller.Id(first[0]));
        var second = await bot.Updates(Caller.Id(first[0]) + 1);
        var none = await bot.Updates(Caller.Id(first[1]) + 1, timeout: 0);

        Assert.Equal(["a", "b"], first.Select(Caller.Text));
        Assert.Equal(["a", "b"], same.Select(Caller.Text));
        Assert.Equal(["b"], second.Select(Caller.Text));
        Assert.Empty(none);
        Assert.Equal(0, fake.PendingUpdates);
        Assert.Equal([2, 3], fake.Ledger.Updates.Select(u => u.Delivered));
        Assert.All(fake.Ledger.Updates, u => Assert.NotNull(u.ConfirmedAt));
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_update_it_waited_for()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        var poll = bot.Updates(0, timeout: 25);
        await Task.Delay(50);
        Assert.False(poll.IsCompleted);

        fake.Persons.Text(1, "hello");

        Assert.Equal("hello", Caller.Text(Assert.Single(await poll)));
    }

    [Fact]
    public async Task Of_two_pollers_the_older_is_told_of_the_conflict()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        var older = bot.Refusal("getUpdates", new { timeout = 25 }, status: 409);
        await Task.Delay(100);
        var newer = bot.Updates(0, timeout: 25);

        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", await older);
        fake.Persons.Text(1, "x");
        Assert.Single(await newer);
    }

    [Fact]
    public async Task A_poller_that_dies_takes_nothing_with_it()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        using (var killed = new CancellationTokenSource())
        {
            var poll = bot.Http.GetAsync($"{fake.BaseUrl}/bot{fake.Token}/getUpdates?timeout=30", killed.Token);
            await Task.Delay(100);
            await killed.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        }
        await Task.Delay(100);
        fake.Persons.Text(1, "x");

        Assert.Equal("x", Caller.Text(Assert.Single(await bot.Updates(0, timeout: 25))));
        Assert.Equal(1, fake.Ledger.Updates[0].Delivered);
    }

    [Fact]
    public async Task Polling_is_refused_while_a_webhook_is_set()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        await bot.Result("setWebhook", new { url = "http://127.0.0.1:9/hook" });

        Assert.Equal("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            await bot.Refusal("getUpdates", status: 409));
        await bot.Result("deleteWebhook");
        Assert.Empty(await bot.Updates(7));
    }

    [Fact]
    public async Task An_answer_holds_at_most_a_hundred_updates_and_four_mebibytes()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        for (var i = 0; i < 150; i++)
        {
            fake.Persons.Other(1, $"\"text\":\"{new string('x', i < 100 ? 10 : 500_000)}\"");
        }

        var many = await bot.Updates(0, limit: 1000);
        var large = await bot.Updates(Caller.Id(many[^1]) + 1);

        Assert.Equal(100, many.Count);
        Assert.Equal(8, large.Count);
    }

    [Fact]
    public async Task Presses_die_after_150_seconds_and_messages_after_a_day()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "day");
        var callback = fake.Persons.Press(1, 1, "x");
        fake.Advance(TimeSpan.FromSeconds(151));

        Assert.Equal("day", Caller.Text(Assert.Single(await bot.Updates(0))));
        Assert.Equal("Bad Request: query is too old and response timeout expired or query ID is invalid",
            await bot.Refusal("answerCallbackQuery", new { callback_query_id = callback }));
        fake.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await bot.Updates(1));
        Assert.All(fake.Ledger.Updates, u => Assert.True(u.Expired));
    }

    [Theory]
    [InlineData(900_000_000)]
    [InlineData(17)]
    public async Task After_a_jump_of_the_id_no_update_is_skipped(int next)
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        fake.Persons.Text(1, "before");
        var offset = Caller.Id(Assert.Single(await bot.Updates(0))) + 1;
        fake.JumpTo(next);
        await bot.Updates(offset);
        fake.Persons.Text(1, "after");

        var update = Assert.Single(await bot.Updates(offset));

        Assert.Equal((next, "after"), (Caller.Id(update), Caller.Text(update)));
    }

    [Fact]
    public async Task A_disturbed_queue_repeats_confirmed_updates_and_loses_none()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        fake.Disturb(duplicateShare: 1, mostCopies: 3, reorder: true);
        for (var i = 0; i < 60; i++)
        {
            fake.Persons.Text(1, $"n{i}");
        }
        var seen = new List<int>();
        var offset = 0;
        for (var round = 0; round < 20; round++)
        {
            var batch = await bot.Updates(offset);
            seen.AddRange(batch.Select(Caller.Id));
            offset = seen.Max() + 1;
        }

        Assert.Equal(60, seen.Distinct().Count());
        Assert.All(seen.GroupBy(id => id), copies => Assert.InRange(copies.Count(), 2, 4));
        Assert.NotEqual(seen.Take(60).Order(), seen.Take(60));
    }

    [Fact]
    public async Task Only_allowed_kinds_are_offered_and_silence_keeps_the_setting()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var bot = new Caller(fake);
        await bot.Updates(1, allowed: ["message"]);
        fake.Persons.Press(1, 1, "x");
        fake.Persons.Text(1, "y");

        Assert.Equal("y", Caller.Text(Assert.Single(await bot.Updates(0))));
    }
}
