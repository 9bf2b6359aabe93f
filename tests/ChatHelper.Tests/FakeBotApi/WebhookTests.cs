using System.Collections.Concurrent;
using System.Text.Json;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.Fakes;

public sealed class WebhookTests
{
    private static readonly FakeBotApiOptions Fast = new() { WaitScale = 0.01 };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_reply_in_the_webhook_answer_is_executed_once()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        var secrets = new ConcurrentBag<string>();
        await using var bot = await Hook.StartAsync(async (http, update) =>
        {
            secrets.Add(http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString());
            await http.Response.WriteAsJsonAsync(new { method = "sendMessage", chat_id = 1, text = "re " + Caller.Text(update) });
        });
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = bot.Url, secret_token = "s-1_x" });
        for (var i = 0; i < 50; i++)
        {
            fake.Persons.Text(1, $"n{i}");
        }
        await fake.Ledger.WaitAsync(e => e.Text == "re n49", Patience);
        await Until(() => fake.PendingUpdates == 0);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"re n{i}"), fake.Ledger.Texts(1));
        Assert.All(fake.Ledger.Entries.Where(e => e.Kind == LedgerKind.Sent), e => Assert.True(e.InWebhookAnswer));
        Assert.Equal("s-1_x", Assert.Single(secrets.Distinct()));
        var verdict = Judge.ByPattern(@"n\d+").Verdict(fake.Ledger);
        Assert.Equal((50, 50, 0), (verdict.Confirmed, verdict.Answered, verdict.Lost.Count + verdict.Doubled.Count + verdict.Strange.Count));
    }

    [Fact]
    public async Task A_failed_update_is_retried_in_its_place_until_it_is_taken()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        var posts = new ConcurrentQueue<string>();
        await using var bot = await Hook.StartAsync((http, update) =>
        {
            posts.Enqueue(Caller.Text(update)!);
            http.Response.StatusCode = posts.Count < 4 ? 503 : 200;
            return Task.CompletedTask;
        });
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = bot.Url });
        fake.Persons.Text(1, "a");
        fake.Persons.Text(1, "b");
        await Until(() => fake.PendingUpdates == 0);

        Assert.Equal(["a", "a", "a", "a", "b"], posts);
        Assert.StartsWith("Wrong response from the webhook: 503", (await caller.Result("getWebhookInfo")).GetProperty("last_error_message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_After_is_honoured_and_an_update_is_given_up_when_it_dies()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        var posts = new ConcurrentQueue<string>();
        await using var bot = await Hook.StartAsync((http, update) =>
        {
            posts.Enqueue(Caller.Text(update)!);
            http.Response.StatusCode = 503;
            if (Caller.Text(update) == "slow")
            {
                http.Response.Headers.RetryAfter = "60";
            }
            return Task.CompletedTask;
        });
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = bot.Url });
        fake.Persons.Text(1, "slow");
        fake.Persons.Text(2, "fast");
        await Until(() => posts.Count(p => p == "slow") == 2);
        Assert.True(posts.Count(p => p == "fast") > 2, string.Join(' ', posts));

        fake.Advance(TimeSpan.FromHours(25));
        await Until(() => fake.PendingUpdates == 0);
        Assert.All(fake.Ledger.Updates, u => Assert.True(u.Expired && u.ConfirmedAt is null));
    }

    [Fact]
    public async Task One_chat_has_one_post_in_flight_while_other_queues_go_on()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        var release = new TaskCompletionSource();
        var arrived = new ConcurrentQueue<string>();
        await using var bot = await Hook.StartAsync(async (_, update) =>
        {
            arrived.Enqueue(update.TryGetProperty("message", out var m) ? m.GetProperty("text").GetString()! : "press");
            if (arrived.Count == 1)
            {
                await release.Task;
            }
        });
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = bot.Url });
        fake.Persons.Text(1, "first");
        await Until(() => arrived.Count == 1);
        fake.Persons.Text(1, "second");
        fake.Persons.Press(1, 1, "x");
        fake.Persons.Text(2, "other");
        await Until(() => arrived.Count == 3);
        Assert.Equal(["first", "other", "press"], arrived.Order(StringComparer.Ordinal));

        release.SetResult();
        await Until(() => fake.PendingUpdates == 0);
        Assert.Equal("second", arrived.Last());
    }

    [Fact]
    public async Task At_most_max_connections_posts_run_together()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        int running = 0, most = 0;
        await using var bot = await Hook.StartAsync(async (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            await Task.Delay(10);
            Interlocked.Decrement(ref running);
        });
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = bot.Url, max_connections = 3 });
        for (var chat = 1; chat <= 30; chat++)
        {
            fake.Persons.Text(chat, "x");
        }
        await Until(() => fake.PendingUpdates == 0);

        Assert.InRange(most, 2, 3);
    }

    [Fact]
    public async Task Getting_and_webhook_methods_are_refused_in_an_answer_and_a_fault_is_only_in_the_ledger()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        await using var bot = await Hook.StartAsync((http, update) => http.Response.WriteAsJsonAsync(Caller.Text(update) == "1"
            ? new { method = "deleteWebhook", chat_id = 1, text = "" }
            : new { method = "sendMessage", chat_id = 1, text = "" }));
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = bot.Url });
        fake.Persons.Text(1, "1");
        fake.Persons.Text(1, "2");

        var refused = await fake.Ledger.WaitAsync(e => e.Kind == LedgerKind.Refused, Patience);
        await Until(() => fake.PendingUpdates == 0);

        Assert.Equal(("Bad Request: message text is empty", true), (refused.Error, refused.InWebhookAnswer));
        Assert.Equal(bot.Url, (await caller.Result("getWebhookInfo")).GetProperty("url").GetString());
    }

    [Fact]
    public async Task What_the_webhook_did_not_take_is_left_for_polling()
    {
        await using var fake = await FakeBotApi.StartAsync(Fast);
        using var caller = new Caller(fake);
        await caller.Result("setWebhook", new { url = "http://127.0.0.1:9/closed" });
        fake.Persons.Text(1, "kept");
        await Until(() => fake.Ledger.Updates[0].Delivered > 2);
        await caller.Result("deleteWebhook");

        Assert.Equal("kept", Caller.Text(Assert.Single(await caller.Updates(0))));
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var left = 2000; !condition(); left--)
        {
            Assert.True(left > 0, "waited 20 s in vain");
            await Task.Delay(10);
        }
    }

    private sealed class Hook(WebApplication app) : IAsyncDisposable
    {
        public string Url => app.Urls.First() + "/hook";

        public static async Task<Hook> StartAsync(Func<HttpContext, JsonElement, Task> answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapPost("/hook", async http => await answer(http, await http.Request.ReadFromJsonAsync<JsonElement>()));
            await app.StartAsync();
            return new Hook(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
