using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Power;

/// <summary>A process of its own that takes turns on the real engine and says on its standard output what is acknowledged: words,
/// files and erasures of several persons at once, with the engine closed and opened again in between.</summary>
internal static class Driver
{
    private const int Persons = 6;
    private const int AtOnce = 3;
    private const int Reopened = 60;
    private const int RoundsAfter = 3;
    private static readonly Lock s_gate = new();
    private static readonly Stream s_out = Console.OpenStandardOutput();

    public static async Task<int> Main(string[] words)
    {
        switch (words)
        {
            case ["turns", var folder, var seed, var rounds]:
                await Turns(folder, ulong.Parse(seed, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture), Mark);
                return 0;
            case ["refusals", var root, var failing, var most, var step]:
                await Refusals.Run(root, failing, int.Parse(most, CultureInfo.InvariantCulture), int.Parse(step, CultureInfo.InvariantCulture));
                return 0;
            default:
                await Console.Error.WriteLineAsync("turns FOLDER SEED ROUNDS | refusals FOLDER CALL MOST STEP");
                return 2;
        }
    }

    /// <summary>Takes turns until the rounds are over or the disk has failed.</summary>
    public static async Task Turns(string folder, ulong seed, int rounds, Action<string> mark, Func<Writer, Task>? before = null)
    {
        var dice = new Dice(seed);
        var rig = await Task.Factory.StartNew(() => new Rig(folder), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await (before?.Invoke(rig.Engine.Writer) ?? Task.CompletedTask);
        for (var (round, after) = (0, 0); round < rounds && after < RoundsAfter; round++)
        {
            after += rig.Engine.Writer.IsBroken ? 1 : 0;
            if (round % Reopened == Reopened - 1)
            {
                rig.Dispose();
                rig = new Rig(folder);
            }

            var first = dice.Roll(Persons);
            await Task.WhenAll(Enumerable.Range(first, AtOnce).Select(i => (i % Persons, dice.Roll(100), dice.Roll(6000)))
                .Select(one => Once(rig, $"p{one.Item1}", $"{round}", one.Item2, one.Item3, mark)).ToArray());
        }

        rig.Dispose();
    }

    private static async Task Once(Rig rig, string person, string round, int what, int size, Action<string> mark)
    {
        var (address, key, failed) = (new Address("test", person), $"{person}.{round}", rig.Engine.Writer.IsBroken);
        try
        {
            if (what < 10 && await rig.NumberOf(person) is var leaves)
            {
                mark($"erasing {leaves}");
                await rig.Engine.Turns.Take(address, new Expired("test", key));
                mark($"erased {leaves}");
            }
            else if (what < 25 && await rig.NumberOf(person) is var gives)
            {
                var bytes = Encoding.ASCII.GetBytes(new string((char)('a' + (size % 26)), size + 1));
                var file = await rig.Engine.Files.Keep(gives, "a.txt", to => to.WriteAsync(bytes).AsTask());
                await rig.Engine.Turns.Take(address, new Gave("test", key, file, ""));
                mark($"gave {gives} {key} {file.Id} {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
            }
            else
            {
                mark($"said {(await rig.Say(person, key, new string('x', size / 6))).Person} {key}");
            }
        }
        catch (StorageFault)
        {
            mark($"refused {key}");
            return;
        }

        if (failed)
        {
            mark($"untrue {key}");
        }
    }

    public static void Mark(string words)
    {
        lock (s_gate)
        {
            s_out.Write(Encoding.ASCII.GetBytes($"@{words}\n"));
        }
    }
}
