using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChatHelper.Benchmarks;

/// <summary>The whole worker against the fake Bot API, each a process of its own, both on this machine's processors.</summary>
internal static class WorkerRuns
{
    public static async Task<int> Run(string[] args)
    {
        string After(string name, string otherwise) => Array.IndexOf(args, name) is var i and >= 0 ? args[i + 1] : otherwise;
        var apiDelay = int.Parse(After("--api-delay", "0"));
        var fsyncDelay = int.Parse(After("--fsync-delay", "0"));
        var seconds = int.Parse(After("--seconds", "10"));
        Console.WriteLine($"{"mode",-8} {"chats",5} {"steps/s",8} {"p50",7} {"p95",7} {"p99",7} {"cpu s/10k",9} {"peak MiB",8} {"bytes/step",10}");
        foreach (var mode in After("--mode", "polling,webhook").Split(','))
        {
            foreach (var chats in After("--chats", "1,50,500").Split(','))
            {
                await One(mode, int.Parse(chats), seconds, apiDelay, fsyncDelay);
            }
        }

        return 0;
    }

    private static async Task One(string mode, int chats, int seconds, int apiDelay, int fsyncDelay)
    {
        var folder = Directory.CreateTempSubdirectory("chathelper-bench-").FullName;
        try
        {
            using var fake = Child.Start(Places.Program("ChatHelper.FakeBotApi"), "--port 0 --open --counts-only", new Dictionary<string, string>());
            var api = await fake.Line(line => line.StartsWith("http", StringComparison.Ordinal));
            using var control = new HttpClient { BaseAddress = new Uri(api.TrimEnd('/') + "/control/") };
            using var worker = Child.Start(Places.Program("ChatHelper"), "", Places.Settings(folder, api, mode == "webhook"), fsyncDelay);
            await worker.Line(line => line.StartsWith("Telegram:", StringComparison.Ordinal));
            await Settled(control, mode);

            await Post(control, "settings", new JsonObject { ["delay_ms"] = apiDelay });
            await Post(control, "load", new JsonObject { ["chats"] = chats, ["script"] = Script() });
            await Task.Delay(TimeSpan.FromSeconds(5));
            await control.DeleteAsync("report");
            var (cpu, disk, watch) = (worker.Cpu, Size(folder), Stopwatch.StartNew());
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            var report = (await control.GetFromJsonAsync<JsonNode>("report"))!;
            report = report["result"] ?? report;
            Print(mode, chats, report["load"]!, watch.Elapsed, worker.Cpu - cpu, worker.PeakMiB, Size(folder) - disk);
            await control.DeleteAsync("load");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string mode, int chats, JsonNode load, TimeSpan elapsed, TimeSpan cpu, double peak, long disk)
    {
        var step = load["step_ms"]!;
        var steps = (double)step["count"]!;
        Console.WriteLine(
            $"{mode,-8} {chats,5} {steps / elapsed.TotalSeconds,8:F0} {(double)step["p50"]!,7:F1} {(double)step["p95"]!,7:F1} {(double)step["p99"]!,7:F1} "
            + $"{cpu.TotalSeconds / steps * 10_000,9:F2} {peak,8:F0} {disk / steps,10:F0}   misfires {load["misfires"]}");
    }

    // A menu and eight questions, each answered by typing a number, as on any channel.
    private static JsonArray Script() => [new JsonObject { ["text"] = "1" }];

    private static async Task Settled(HttpClient control, string mode)
    {
        for (var i = 0; i < 100; i++)
        {
            var report = (await control.GetFromJsonAsync<JsonNode>("report"))!;
            report = report["result"] ?? report;
            if ((string?)report["mode"] == mode)
            {
                return;
            }

            await Task.Delay(100);
        }
    }

    private static async Task Post(HttpClient control, string what, JsonObject body)
    {
        using var answer = await control.PostAsJsonAsync(what, body);
        answer.EnsureSuccessStatusCode();
    }

    internal static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("chathelper.db*", SearchOption.AllDirectories).Sum(file => file.Length);
}
