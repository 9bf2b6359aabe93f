using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Benchmarks;

/// <summary>From starting the process to the first reply at the Bot API, with conversations already stored.</summary>
internal static class StartRuns
{
    public static async Task<int> Run(string[] args)
    {
        foreach (var stored in args is ["--conversations", var one, ..] ? [int.Parse(one)] : new[] { 0, 100_000 })
        {
            await One(stored);
        }

        return 0;
    }

    private static async Task One(int stored)
    {
        var folder = Directory.CreateTempSubdirectory("chathelper-bench-").FullName;
        try
        {
            await Store(Path.Combine(folder, "data"), stored);
            using var fake = Child.Start(Places.Program("ChatHelper.FakeBotApi"), "--port 0 --open", new Dictionary<string, string>());
            var api = await fake.Line(line => line.StartsWith("http", StringComparison.Ordinal));
            using var control = new HttpClient { BaseAddress = new Uri(api.TrimEnd('/') + "/control/") };
            List<double> took = [];
            for (var run = 0; run < 5; run++)
            {
                var before = await Sent(control);
                await control.PostAsJsonAsync("text", new JsonObject { ["chat_id"] = 77, ["text"] = "1" });
                var watch = Stopwatch.StartNew();
                using var worker = Child.Start(Places.Program("ChatHelper"), "", Places.Settings(folder, api, webhook: false));
                while (await Sent(control) == before)
                {
                    await Task.Delay(2);
                }

                took.Add(watch.Elapsed.TotalSeconds);
            }

            took.Sort();
            Console.WriteLine($"{stored,7} conversations: first reply after {took[2]:F2} s (median of 5; {took[0]:F2} to {took[4]:F2})");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Store(string data, int count)
    {
        using var engine = new Engine(MeasuredPack.Eight(), data, TimeProvider.System, NullLoggerFactory.Instance);
        foreach (var some in Enumerable.Range(0, count).Chunk(1000))
        {
            await Task.WhenAll(some.Select(i => engine.Turns.Take(new Address("telegram", $"{i + 1_000_000}"), new Said("telegram", $"k{i}", "1"), _ => true)));
        }
    }

    private static async Task<long> Sent(HttpClient control)
    {
        var report = (await control.GetFromJsonAsync<JsonNode>("report"))!;
        return (long?)(report["result"] ?? report)["calls"]?["sendMessage"] ?? 0;
    }
}
