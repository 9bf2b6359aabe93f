using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;
using Path = System.IO.Path;

namespace ChatHelper.Tests.Kill;

/// <summary>The worker as a process of its own, killed in the middle of its work again and again. The fake Bot API judges: every
/// word it saw confirmed has an answer, and an answer that came twice says so.</summary>
public sealed class KillTests : IDisposable
{
    private const int Chats = 20;
    private const int MostPending = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CHATHELPER_TEST_KILLS") ?? "200", CultureInfo.InvariantCulture);
    private readonly string _folder = Directory.CreateTempSubdirectory("kill-").FullName;
    private readonly int _port = FreePort();
    private int _word;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_moment_it_loses_no_answer_and_doubles_none_without_saying_so(bool webhook)
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        WritePack();
        using var stop = new CancellationTokenSource();
        var speaking = Speak(fake, stop.Token);
        var seed = 20261121u;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = Start(fake, webhook);
            await Progress(fake, worker);
            seed = (seed * 1664525u) + 1013904223u;
            await Task.Delay((int)(seed >> 16) % 150);
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        await stop.CancelAsync();
        await speaking;
        using var last = Start(fake, webhook);
        await Until(() => fake.PendingUpdates == 0);
        await Quiet(fake);
        last.Kill();
        await last.WaitForExitAsync();

        var verdict = Judge.ByPattern(@"n:\d+", "可能重复").Verdict(fake.Ledger);
        Assert.Equal((0, 0, 0), (verdict.Lost.Count, verdict.Doubled.Count, verdict.Strange.Count));
        Assert.True(verdict.Answered > 5 * Kills, $"{verdict.Answered} words were answered");
        Assert.InRange(verdict.MarkedDoubles.Count, 0, Kills * Chats);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // People speak whether or not anybody is there; what is not taken waits at the Bot API.
    private async Task Speak(FakeBotApi fake, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            for (; fake.PendingUpdates < MostPending; _word++)
            {
                var chat = 100 + (_word % Chats);
                if (_word < Chats)
                {
                    fake.Persons.Text(chat, "/start");
                }

                if (_word % 10 == 7)
                {
                    fake.Persons.File(chat, $"{_word}.txt", "text/plain", "x"u8.ToArray()); // what follows waits behind it
                }

                fake.Persons.Text(chat, "1");
                fake.Persons.Text(chat, $"n:{_word}");
            }

            await Task.Delay(5, CancellationToken.None);
        }
    }

    private Process Start(FakeBotApi fake, bool webhook)
    {
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "ChatHelper.dll"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
            Environment =
            {
                ["CHATHELPER_DATA"] = Path.Combine(_folder, "data"),
                ["CHATHELPER_DIALOGS"] = Path.Combine(_folder, "dialogs"),
                ["CHATHELPER_PACK"] = "echo",
                ["CHATHELPER_LIMITS"] = "0",
                ["CHATHELPER_URL"] = $"http://127.0.0.1:{_port}",
                ["PUBLIC_URL"] = $"http://127.0.0.1:{_port}",
                ["TELEGRAM_TOKEN"] = fake.Token,
                ["TELEGRAM_API_URL"] = fake.BaseUrl,
                ["TELEGRAM_WEBHOOK"] = webhook ? "1" : "0",
                ["TELEGRAM_PACE"] = "0",
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        var worker = Process.Start(start)!;
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        return worker;
    }

    private static async Task Progress(FakeBotApi fake, Process worker)
    {
        var before = fake.Ledger.Calls.GetValueOrDefault("sendMessage");
        await Until(() => fake.Ledger.Calls.GetValueOrDefault("sendMessage") > before || worker.HasExited);
        Assert.False(worker.HasExited, "the worker ended by itself");
    }

    private static async Task Quiet(FakeBotApi fake)
    {
        long before;
        do
        {
            before = fake.Ledger.Calls.GetValueOrDefault("sendMessage");
            await Task.Delay(1000);
        }
        while (fake.Ledger.Calls.GetValueOrDefault("sendMessage") > before);
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private void WritePack()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ChatHelper.sln")))
        {
            root = root.Parent!;
        }

        foreach (var (folder, into) in new[] { ("tests/broken-packs/sound", "echo"), ("tests/ChatHelper.Tests/Kill/pack", "echo") })
        {
            var from = Path.Combine(root.FullName, folder);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(_folder, "dialogs", into, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to, overwrite: true);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
