using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChatHelper.Benchmarks;

/// <summary>One person pours while others talk at a person's pace, with the limits as they are: what the others feel of it, what it
/// costs in memory, and what the one hears.</summary>
internal static class FloodRuns
{
    private const long Flooder = 5;

    public static async Task<int> Run(string[] args)
    {
        string After(string name, string otherwise) => Array.IndexOf(args, name) is var i and >= 0 ? args[i + 1] : otherwise;
        var perSecond = int.Parse(After("--per-second", "1000"));
        var seconds = int.Parse(After("--seconds", "15"));
        Console.WriteLine($"{"mode",-8} {"",-6} {"steps/s",8} {"p50",7} {"p95",7} {"p99",7} {"peak MiB",8} {"said",7} {"heard",6} {"pending",7}");
        foreach (var mode in After("--mode", "polling,webhook").Split(','))
        {
            await One(mode, perSecond, seconds);
        }

        return 0;
    }

    private static async Task One(string mode, int perSecond, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("chathelper-bench-").FullName;
        try
        {
            using var fake = Child.Start(Places.Program("ChatHelper.FakeBotApi"), "--port 0 --open --counts-only", new Dictionary<string, string>());
            var api = await fake.Line(line => line.StartsWith("http", StringComparison.Ordinal));
            using var control = new HttpClient { BaseAddress = new Uri(api.TrimEnd('/') + "/control/") };
            var settings = Places.Settings(folder, api, mode == "webhook");
            settings["CHATHELPER_LIMITS"] = "standard";
            using var worker = Child.Start(Places.Program("ChatHelper"), "", settings);
            await worker.Line(line => line.StartsWith("Telegram:", StringComparison.Ordinal));

            await Post(control, "load", new JsonObject
            {
                ["chats"] = 200, ["think_ms"] = 2000, ["ramp_ms"] = 2000, ["script"] = new JsonArray(new JsonObject { ["text"] = "1" }),
            });
            await Measured(control, worker, mode, "calm", seconds);
            await Post(control, "flood", new JsonObject { ["chat_id"] = Flooder, ["per_second"] = perSecond, ["text"] = "1" });
            await Measured(control, worker, mode, "flood", seconds);
            await Post(control, "flood", new JsonObject { ["chat_id"] = Flooder, ["per_second"] = 0, ["text"] = "1" });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The first five seconds warm up, and let the one who pours say what everybody may.
    private static async Task Measured(HttpClient control, Child worker, string mode, string what, int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = (await Report(control))["flood"];
        await control.DeleteAsync("report");
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var report = await Report(control);
        var (step, flood) = (report["load"]!["step_ms"]!, report["flood"]);
        Console.WriteLine(
            $"{mode,-8} {what,-6} {(double)step["count"]! / seconds,8:F0} {(double)step["p50"]!,7:F1} {(double)step["p95"]!,7:F1} {(double)step["p99"]!,7:F1} {worker.PeakMiB,8:F0} "
            + $"{Between(before, flood, "said"),7} {Between(before, flood, "heard"),6} {report["pending_updates"],7}");
    }

    private static long Between(JsonNode? before, JsonNode? after, string what) => ((long?)after?[what] ?? 0) - ((long?)before?[what] ?? 0);

    private static async Task<JsonNode> Report(HttpClient control)
    {
        var report = (await control.GetFromJsonAsync<JsonNode>("report"))!;
        return report["result"] ?? report;
    }

    private static async Task Post(HttpClient control, string what, JsonObject body)
    {
        using var answer = await control.PostAsJsonAsync(what, body);
        answer.EnsureSuccessStatusCode();
    }
}
