using System.Collections.Concurrent;
using System.Diagnostics;
using ChatHelper.Core.Tests.Walking;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Power;

/// <summary>Goal B1: the power goes at any moment, and of what was not yet brought to the disk any sector is there, is not, or is garbled.
/// The engine opens what is left: nothing is corrupt, nothing acknowledged is lost, nobody erased can be read.</summary>
public sealed class PowerCutTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 150;
    private static readonly int s_cuts = Hostile.Rounds.Of("POWERCUTS", 600);
    private readonly string _folder = Directory.CreateTempSubdirectory("power-").FullName;
    private readonly string _states = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"power-{Environment.ProcessId}")).FullName;

    [StraceFact]
    public async Task After_a_power_cut_at_any_moment_everything_acknowledged_is_there_and_nobody_erased_is()
    {
        var began = Stopwatch.GetTimestamp();
        var root = Path.Combine(_folder, "root");
        Directory.CreateDirectory(root);
        await Straced.Run(Path.Combine(_folder, "log"), [], "turns", Path.Combine(root, "data"), "20261121", $"{Rounds}");
        var steps = Trace.Read(Path.Combine(_folder, "log"), root);
        var traced = Stopwatch.GetElapsedTime(began);

        var faults = new ConcurrentDictionary<string, string>();
        var (bad, acknowledged) = (0, 0);
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            var dice = new Dice((ulong)(worker + 1) * 7919);
            var share = s_cuts / Environment.ProcessorCount;
            var at = Enumerable.Range(0, share).Select(_ => dice.Roll(steps.Count)).Order().ToList();
            var (disk, promises, next) = (new Disk(), new Promises(), 0);
            foreach (var cut in at)
            {
                for (; next <= cut; next++)
                {
                    Take(steps[next], disk, promises);
                }

                var state = Path.Combine(_states, $"{worker}");
                Directory.CreateDirectory(state);
                disk.Cut(dice, state);
                var broken = promises.Broken(Path.Combine(state, "data"));
                foreach (var fault in broken)
                {
                    faults.TryAdd($"{fault.Split(':')[0]} at {cut}", fault);
                }

                Interlocked.Add(ref bad, broken.Count > 0 ? 1 : 0);
                Directory.Delete(state, recursive: true);
            }

            acknowledged = promises.Acknowledged;
        });

        var took = Stopwatch.GetElapsedTime(began) - traced;
        var (corrupt, lost) = (faults.Count(fault => fault.Key.StartsWith("corrupt", StringComparison.Ordinal)), faults.Count(fault => fault.Key.StartsWith("lost", StringComparison.Ordinal)));
        output.WriteLine($"{s_cuts} power cuts over {steps.Count} steps and {acknowledged} acknowledgements: {corrupt} corrupt, {lost} lost, {bad} bad states in all; {s_cuts / took.TotalSeconds:F0} a second (traced in {traced.TotalSeconds:F1} s)");
        Assert.True(faults.IsEmpty, string.Join('\n', faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Take(40).Select(fault => $"{fault.Key}: {fault.Value}")));
        Assert.True(acknowledged > 2 * Rounds, $"{acknowledged} acknowledgements");
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_states, recursive: true);
    }

    private static void Take(Step step, Disk disk, Promises promises)
    {
        if (step.Mark is { } mark)
        {
            promises.Hear(mark);
        }
        else
        {
            disk.Take(step);
        }
    }
}
