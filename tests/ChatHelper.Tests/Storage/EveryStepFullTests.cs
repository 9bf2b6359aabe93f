using System.Diagnostics;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Hostile;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Storage;

/// <summary>Goal B2: a disk of every size up to 8 MB fills up. What is refused is refused in words, what is acknowledged stays, whoever
/// asks to be erased is erased, and when there is room again everything goes on by itself.</summary>
public sealed class EveryStepFullTests(ITestOutputHelper output)
{
    private const int Largest = 8 << 20;
    private const int Enough = 256 << 10;
    private static readonly int s_step = Rounds.Of("DISKSTEP", 65_536);

    [MountFact]
    public async Task On_a_disk_of_any_size_a_full_disk_loses_nothing_and_keeps_nobody_from_being_erased()
    {
        var began = Stopwatch.GetTimestamp();
        var (sizes, starts, acknowledged, refused, erased, small) = (0, 0, 0, 0, 0, 0);
        for (var size = s_step; size <= Largest; size += s_step, sizes++)
        {
            using var disk = new SmallDisk($"{size}");
            using var rig = Started(disk, ref starts);
            rig.Engine.Ballast.Make();
            var ballast = File.Exists(rig.Engine.Ballast.Path) ? new FileInfo(rig.Engine.Ballast.Path).Length : 0;
            var keys = await UntilRefused(rig, size);
            disk.Fill();
            (acknowledged, refused) = (acknowledged + keys.Count, refused + 1);
            if (ballast >= Enough)
            {
                await Erased(rig);
                erased++;
            }
            else
            {
                small++;
            }

            disk.Resize(2 * Largest);
            Assert.NotEmpty((await rig.Say("late", "late", "hello")).Rows);
            Assert.All(await Task.WhenAll(keys.Select(key => rig.Say(key.Person, key.Key, "hello"))), again => Assert.True(again.Repeated, $"lost at {size}"));
        }

        output.WriteLine($"{sizes} sizes of a disk: {starts} too small to start and said so, {refused} filled up, {acknowledged} acknowledged turns all there, {erased} erased on the full disk ({small} disks too small for a ballast of {Enough >> 10} KiB), {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        Assert.True(erased > sizes / 2, $"{erased} of {sizes}");
    }

    [MountFact]
    public async Task The_ballast_is_made_again_after_an_erasing_took_its_room()
    {
        using var disk = new SmallDisk("16m");
        using var rig = new Rig(disk.Folder);
        rig.Engine.Ballast.Make();
        var size = new FileInfo(rig.Engine.Ballast.Path).Length;
        await rig.Say("p0", "1", "hello");
        disk.Fill();

        await Erased(rig);
        Assert.True(File.Exists(rig.Engine.Ballast.Path));
        Assert.InRange(new FileInfo(rig.Engine.Ballast.Path).Length, size / 4, size);
    }

    // Nothing of the person is left that could be read, on a disk without a free byte.
    private static async Task Erased(Rig rig)
    {
        var person = await rig.NumberOf("p0");
        await rig.Engine.Turns.Take(new Address("test", "p0"), new Expired("test", "leave"));
        await rig.Engine.Eraser.Emptied();
        Assert.False(rig.Engine.Keys.Has(person));
        Assert.Null(await rig.Stored("p0"));
    }

    private static Rig Started(SmallDisk disk, ref int refused)
    {
        try
        {
            return new Rig(disk.Folder);
        }
        catch (StartFault)
        {
            refused++;
            disk.Resize(1 << 20);
            return new Rig(disk.Folder);
        }
    }

    private static async Task<List<(string Person, string Key)>> UntilRefused(Rig rig, int size)
    {
        List<(string, string)> keys = [];
        for (var number = 0; number < 20_000; number++)
        {
            var (person, key) = ($"p{number % 20}", $"k{number}");
            try
            {
                if (number > 0 && number % 2 == 0)
                {
                    await rig.Engine.Files.Keep(await rig.NumberOf(person), "a.txt", to => to.WriteAsync(new byte[1 + (size / 40)].Select(_ => (byte)'x').ToArray()).AsTask());
                }

                await rig.Say(person, key, new string('x', 1000));
                keys.Add((person, key));
            }
            catch (StorageFault)
            {
                return keys;
            }
        }

        throw new InvalidOperationException("the disk was never full");
    }
}
