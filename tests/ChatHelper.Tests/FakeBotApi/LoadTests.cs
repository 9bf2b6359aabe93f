using System.Text.Json;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Load;

namespace ChatHelper.Tests.Fakes;

public sealed class LoadTests
{
    [Fact]
    public async Task Players_wait_for_the_bot_and_press_its_newest_keyboard()
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        using var bot = new Caller(fake);
        using var stop = new CancellationTokenSource();
        var echo = Task.Run(() => EchoAsync(bot, stop.Token));

        var run = fake.Play(new LoadPlan { Chats = 5, Rounds = 3, Script = [new LoadStep { Text = "begin {round}", UntilKeyboard = true }, new LoadStep { Press = 1 }, new LoadStep { Press = 9 }] });
        await run.Done.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await echo;

        Assert.Equal(5 * 3 * 3, run.Steps.Count);
        Assert.Equal(
            ["begin 0", "b", "b", "begin 1", "b", "b", "begin 2", "b", "b"],
            fake.Ledger.Updates.Where(u => u.ChatId == 10_000_003).Select(u => u.Text!));
        using var report = JsonDocument.Parse(fake.Report());
        Assert.Equal(45, report.RootElement.GetProperty("load").GetProperty("steps").GetInt64());
        Assert.Equal(30, fake.CallbackAnswered.Count);
    }

    [Fact]
    public async Task The_control_routes_drive_the_same_levers()
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        using var bot = new Caller(fake);
        await bot.Control(HttpMethod.Post, "text", new { chat_id = 1, text = "n:1" });
        await bot.Result("sendMessage", new { chat_id = 1, text = "re n:1", reply_markup = Caller.Keyboard("k") });
        await bot.Control(HttpMethod.Post, "press", new { chat_id = 1, choice = 0 });
        await bot.Control(HttpMethod.Post, "faults", new { kind = "tooManyRequests", method = "sendMessage", retry_after = 4 });
        Assert.Equal("Too Many Requests: retry after 4", await bot.Refusal("sendMessage", new { chat_id = 1, text = "x" }, 429));
        var updates = await bot.Updates(0);
        await bot.Updates(Caller.Id(updates[^1]) + 1);

        var sent = await bot.Control(HttpMethod.Get, "ledger?chat_id=1&kind=sent");
        var verdict = await bot.Control(HttpMethod.Get, "verdict?key=" + Uri.EscapeDataString(@"n:\d+"));
        var report = await bot.Control(HttpMethod.Get, "report");

        Assert.Equal("re n:1", Assert.Single(sent.EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal((1, 1), (verdict.GetProperty("confirmed").GetInt32(), verdict.GetProperty("answered").GetInt32()));
        Assert.Equal(1, report.GetProperty("refusals").GetProperty("Too Many Requests: retry after 4").GetInt32());
        Assert.Equal("k", updates[1].GetProperty("callback_query").GetProperty("data").GetString());
    }

    [Fact]
    public void Quantiles_of_a_histogram_are_near_the_truth()
    {
        var histogram = new Histogram();
        for (var i = 1; i <= 10_000; i++)
        {
            histogram.Add(TimeSpan.FromMicroseconds(i * 10));
        }

        Assert.InRange(histogram.Quantile(0.5), 49.5, 51);
        Assert.InRange(histogram.Quantile(0.99), 98, 100.6);
        Assert.Equal(100, histogram.Quantile(1));
    }

    // Two messages to a text, the second with a keyboard; an edit to a press.
    private static async Task EchoAsync(Caller bot, CancellationToken stop)
    {
        var offset = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (var update in await bot.Updates(offset, timeout: 1))
            {
                offset = Caller.Id(update) + 1;
                if (update.TryGetProperty("message", out var message))
                {
                    var chat = message.GetProperty("chat").GetProperty("id").GetInt64();
                    await bot.Result("sendMessage", new { chat_id = chat, text = "one" });
                    await bot.Result("sendMessage", new { chat_id = chat, text = "two", reply_markup = Caller.Keyboard("a", "b") });
                    continue;
                }
                var query = update.GetProperty("callback_query");
                var under = query.GetProperty("message");
                await bot.Result("answerCallbackQuery", new { callback_query_id = query.GetProperty("id").GetString() });
                await bot.Result("editMessageText", new
                {
                    chat_id = under.GetProperty("chat").GetProperty("id").GetInt64(), message_id = under.GetProperty("message_id").GetInt32(),
                    text = "pressed at " + offset, reply_markup = Caller.Keyboard("a", "b"),
                });
            }
        }
    }
}
