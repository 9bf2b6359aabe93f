using System.Diagnostics;
using System.Globalization;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Fakes;
using ChatHelper.Storage;
using ChatHelper.Tests.Hostile;
using ChatHelper.Tests.Kill;
using ChatHelper.Tests.Rules;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Power;

/// <summary>Goal B3: a flush or a write fails once, the n-th of a thread. What a failed flush had to bring never comes to the disk, whatever
/// later flushes say. Nothing is acknowledged any more, and what was is there after a power cut.</summary>
public sealed class FailingDiskTests(ITestOutputHelper output) : IDisposable
{
    private const int CutsEach = 4;
    private static readonly int s_calls = Rounds.Of("EIO", 60);
    private readonly string _folder = Directory.CreateTempSubdirectory("eio-").FullName;
    private readonly string _states = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"eio-{Environment.ProcessId}")).FullName;

    [StraceFact]
    public Task A_flush_that_failed_is_never_believed() => Fails("fsync", "fsync,fdatasync");

    [StraceFact]
    public Task A_write_that_failed_loses_nothing_acknowledged() => Fails("pwrite64", "pwrite64");

    [StraceFact]
    public async Task A_worker_whose_disk_failed_says_so_ends_with_a_code_and_goes_on_when_it_is_started_again()
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        var program = new Worker(_folder);
        program.WritePack();
        using (var first = program.Start(fake, webhook: false))
        {
            await Answered(fake, 1);
            first.Kill();
            await first.WaitForExitAsync();
        }

        // From the twelfth flush of a thread on all fail: at a start there are fewer, and the writer gets there soon.
        using var failing = program.Start(fake, webhook: false, null, Straced.Program!, "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=12+");
        for (var word = 2; word < 40; word++)
        {
            fake.Persons.Text(100 + (word % 7), $"n:{word}");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await failing.WaitForExitAsync(limit.Token);
        Assert.Equal(DiskFault.ExitCode, failing.ExitCode);

        using var again = program.Start(fake, webhook: false);
        await Answered(fake, 40);
        again.Kill();
        await again.WaitForExitAsync();
    }

    private static async Task Answered(FakeBotApi fake, int word)
    {
        var chat = 200 + word;
        fake.Persons.Text(chat, "/start");
        fake.Persons.Text(chat, "1");
        fake.Persons.Text(chat, $"n:{word}");
        await fake.Ledger.WaitAsync(entry => entry.ChatId == chat && entry.Text?.Contains($"n:{word}", StringComparison.Ordinal) == true, TimeSpan.FromMinutes(3));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (fake.PendingUpdates > 0)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    [Fact]
    public void Nothing_relies_on_the_flush_of_the_framework_which_says_nothing_of_a_failure() =>
        Assert.Empty(Checkout.Sources("src/ChatHelper").Where(path => Path.GetFileName(path) != "DiskSync.cs"
            && File.ReadAllText(path).Contains("flushToDisk", StringComparison.OrdinalIgnoreCase)).Select(Checkout.Name));

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_states, recursive: true);
    }

    private async Task Fails(string call, string calls)
    {
        var began = Stopwatch.GetTimestamp();
        var root = Path.Combine(_folder, "root");
        Directory.CreateDirectory(root);
        await Straced.Run(
            Path.Combine(_folder, "log"), ["-e", string.Create(CultureInfo.InvariantCulture, $"inject={calls}:error=EIO:when={Refusals.Fails}")],
            "refusals", root, call, $"{s_calls}", "1");
        var (disk, promises, dice) = (new Disk(), new Promises(), new Dice(3));
        var (states, acknowledged, refused, ended) = (0, 0, 0, new List<string>());
        List<string> faults = [];
        foreach (var step in Trace.Read(Path.Combine(_folder, "log"), root))
        {
            if (step.Mark?.Split(' ', 3) is not { } words)
            {
                disk.Take(step);
                continue;
            }

            switch (words[0])
            {
                case "begin":
                    (acknowledged, promises) = (acknowledged + promises.Acknowledged, new Promises());
                    break;
                case "done":
                    for (var cut = 0; cut < CutsEach; cut++, states++)
                    {
                        faults.AddRange(After(disk, dice, words[1], promises));
                    }

                    disk.Forget(words[1]);
                    break;
                case "ended":
                    ended.Add(words[2]);
                    break;
                case "untrue":
                    faults.Add($"acknowledged after the disk had failed: {step.Mark}");
                    break;
                case "refused":
                    refused++;
                    break;
                default:
                    promises.Hear(step.Mark);
                    break;
            }
        }

        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"{s_calls} × the n-th {call} of the start and of the writer failed: {ended.Count} starts and {refused} turns refused, {acknowledged} acknowledged, {states} power cuts after it, {faults.Count} faults, {took.TotalSeconds:F1} s");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.All(ended, word => Assert.StartsWith("StartFault ", word, StringComparison.Ordinal));
        Assert.True(ended.Count > 0 && refused > s_calls / 3 && acknowledged > s_calls, $"{ended.Count} {refused} {acknowledged}");
    }

    private List<string> After(Disk disk, Dice dice, string name, Promises promises)
    {
        disk.Cut(dice, _states, name);
        var folder = Path.Combine(_states, name);
        var broken = promises.Broken(folder);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return [.. broken.Select(fault => $"{name}: {fault}")];
    }
}
