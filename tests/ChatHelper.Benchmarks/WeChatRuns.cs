using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ChatHelper.Fakes.WeChat;

namespace ChatHelper.Benchmarks;

/// <summary>The whole worker behind the fake WeChat platform, which lives in this process and seals, signs and opens every body: all on
/// this machine's processors. A step is a delivery and its answer on the same connection.</summary>
internal static class WeChatRuns
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5);

    public static async Task<int> Run(string[] args)
    {
        string After(string name, string otherwise) => Array.IndexOf(args, name) is var i and >= 0 ? args[i + 1] : otherwise;
        var seconds = int.Parse(After("--seconds", "10"), CultureInfo.InvariantCulture);
        Console.WriteLine($"{"mode",-8} {"chats",5} {"steps/s",8} {"p50",7} {"p95",7} {"p99",7} {"cpu s/10k",9} {"peak MiB",8} {"bytes/step",10}");
        foreach (var chats in After("--chats", "1,50,500").Split(','))
        {
            await One(int.Parse(chats, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(seconds));
        }

        return 0;
    }

    private static async Task One(int chats, TimeSpan time)
    {
        var folder = Directory.CreateTempSubdirectory("chathelper-bench-").FullName;
        try
        {
            await using var fake = await FakeWeChat.StartAsync(new FakeWeChatOptions { Certified = false });
            var settings = Places.Settings(folder);
            foreach (var (name, value) in fake.Settings)
            {
                if (value is not null)
                {
                    settings[name] = value;
                }
            }

            using var worker = Child.Start(Places.Program("ChatHelper"), "", settings);
            await worker.Line(line => line.StartsWith("WeChat:", StringComparison.Ordinal));
            fake.Platform.Callback = new Uri(new Uri(settings["CHATHELPER_URL"]), "/wechat");
            var (took, counts, stop) = (new ConcurrentQueue<double>(), false, new CancellationTokenSource());
            var talks = Enumerable.Range(0, chats).Select(chat => Task.Run(async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var began = Stopwatch.GetTimestamp();
                    await fake.Deliver(fake.Say.Text(string.Create(CultureInfo.InvariantCulture, $"oFAKE_openid_of_person_{chat:D7}"), "1"));
                    if (Volatile.Read(ref counts))
                    {
                        took.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    }
                }
            })).ToArray();
            await Task.Delay(Warming);
            Volatile.Write(ref counts, true);
            var (cpu, disk, watch) = (worker.Cpu, WorkerRuns.Size(folder), Stopwatch.StartNew());
            await Task.Delay(time);
            Volatile.Write(ref counts, false);
            var (elapsed, used, written) = (watch.Elapsed, worker.Cpu - cpu, WorkerRuns.Size(folder) - disk);
            await stop.CancelAsync();
            await Task.WhenAll(talks);
            var all = took.Order().ToList();
            Console.WriteLine(
                $"{"wechat",-8} {chats,5} {all.Count / elapsed.TotalSeconds,8:F0} {all[all.Count / 2],7:F1} {all[all.Count * 95 / 100],7:F1} {all[all.Count * 99 / 100],7:F1} "
                + $"{used.TotalSeconds / all.Count * 10_000,9:F2} {worker.PeakMiB,8:F0} {written / all.Count,10:F0}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
