using System.Globalization;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Power;

/// <summary>Runs many engines, each on a folder of its own, where the n-th call of one kind fails once. strace counts the calls of each
/// thread and lets one of a high number fail; as many calls as are too many are made on a file that is nobody's before.</summary>
internal static class Refusals
{
    /// <summary>Which call of a thread strace lets fail.</summary>
    public const int Fails = 1000;

    private const int Rounds = 12;

    public static async Task Run(string root, string call, int most, int step)
    {
        for (var n = 1; n <= most; n += step)
        {
            var folder = Path.Combine(root, $"{n}-start");
            Driver.Mark($"begin {n}-start");
            Driver.Mark(await Started(folder, call, n) is { } word ? $"ended {n}-start {word}" : $"through {n}-start");
            Driver.Mark($"done {n}-start");

            Driver.Mark($"begin {n}-turns");
            await Driver.Turns(Path.Combine(root, $"{n}-turns"), (ulong)n, Rounds, Driver.Mark, writer =>
                writer.Write(null, _ => Spend(Path.Combine(root, "nobodys"), call, Fails - n)));
            Driver.Mark($"done {n}-turns");
        }
    }

    // On a thread of its own: its calls are counted from one.
    private static Task<string?> Started(string folder, string call, int n)
    {
        var done = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            Spend(Path.Combine(Path.GetDirectoryName(folder)!, "nobodys"), call, Fails - n);
            try
            {
                new Rig(folder).Dispose();
                done.SetResult(null);
            }
            catch (Exception fault)
            {
                done.SetResult($"{fault.GetType().Name} {fault.Message}".ReplaceLineEndings(" "));
            }
        }).Start();
        return done.Task;
    }

    private static int Spend(string path, string call, int calls)
    {
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            for (var i = 0; i < calls; i++)
            {
                if (call == "pwrite64")
                {
                    RandomAccess.Write(file, [1], 0);
                }
                else
                {
                    RandomAccess.FlushToDisk(file);
                }
            }
        }
        catch (IOException)
        {
            // The thread had made more calls before than are to be spared.
        }

        return calls;
    }
}
