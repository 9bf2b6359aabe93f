using System.Diagnostics;
using System.Globalization;
using ChatHelper.Backups;
using ChatHelper.Commands;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Hostile;
using ChatHelper.Vault;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Backups;

/// <summary>Goal B5: backups while the worker writes, each opened, checked and restored.
/// <c>CHATHELPER_TEST_BACKUPS=1000</c> for the long run, <c>CHATHELPER_TEST_BACKUP_MB=300</c> for a large database.</summary>
public sealed class BackupLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int Persons = 20;
    private const int PerSecond = 200;
    private static readonly int Backups = Rounds.Of("BACKUPS", 20);
    private static readonly int Megabytes = Rounds.Of("BACKUP_MB", 8);
    private readonly string _folder = Directory.CreateTempSubdirectory("load-").FullName;
    private readonly List<double> _stalls = [];
    private int _written;
    private int _erased;
    private volatile bool _making = true;

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task Every_backup_taken_under_load_is_whole_and_comes_back()
    {
        using var rig = new Rig(Data);
        await Fill(rig);
        await Load(rig, TimeSpan.FromSeconds(2), _stalls);
        var quiet = Longest(_stalls);
        _stalls.Clear();
        _making = false;
        var backups = new BackupFolder(Path.Combine(_folder, "backups"), 14);
        var making = new BackupMaking(backups, Data, rig.Engine.Keys, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var loading = Load(rig, Timeout.InfiniteTimeSpan, _stalls, stop.Token);
        var (began, longest, restored) = (Stopwatch.GetTimestamp(), 0.0, 0);
        for (var number = 0; number < Backups; number++)
        {
            var at = Stopwatch.GetTimestamp();
            _making = true;
            var (backup, manifest) = await Task.Run(making.Once);
            _making = false;
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(at).TotalSeconds);
            Assert.InRange(manifest.Persons, Persons, Persons + 2);
            restored += await Restored(backup, manifest);
            if (number > 0)
            {
                Directory.Delete(backup.Folder, recursive: true); // the disk of the tests is small
            }
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync();
        await loading;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{restored} of {Backups} backups of {Megabytes} MB restored in {seconds:F0} s, {_written / Math.Max(seconds, 1):F0} turns/s meanwhile, {_erased} persons erased; "
            + $"longest backup {longest * 1000:F0} ms; longest wait of a turn while one is made {Longest(_stalls):F0} ms (99 %: {At(_stalls, 0.99):F0} ms), {quiet:F0} ms without backups"));
        Assert.Equal(Backups, restored);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // 64 KiB rows that nobody needs make it large.
    private static Task Fill(Rig rig) => Task.WhenAll(Enumerable.Range(0, Megabytes * 16).Select(row => rig.Engine.Writer.Write(
        null, session => session.Execute("INSERT INTO setting (name, value) VALUES ($1, randomblob(65536))", $"fill:{row}"))));

    // Words at an even pace, a file now and then, and the last person is erased and comes anew.
    private async Task Load(Rig rig, TimeSpan time, List<double> waits, CancellationToken stop = default)
    {
        for (var i = 0; i < Persons; i++)
        {
            await rig.Say($"p{i}", $"hello:{i}:{waits.Count}:{_written}", "hello");
        }

        var began = Stopwatch.GetTimestamp();
        List<Task> running = [];
        for (var turn = 0; !stop.IsCancellationRequested && (time == Timeout.InfiniteTimeSpan || Stopwatch.GetElapsedTime(began) < time); turn++)
        {
            var due = TimeSpan.FromSeconds((double)turn / PerSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due, CancellationToken.None);
            }

            running.Add(Timed(() => rig.Say($"p{turn % Persons}", $"t:{_written}:{turn}:{time}", $"word {turn}"), waits));
            if (turn % 100 == 99)
            {
                running.Add(Once(rig, turn));
                await Task.WhenAll(running);
                running.Clear();
            }
        }

        await Task.WhenAll(running);
    }

    private async Task Once(Rig rig, int turn)
    {
        var address = new Address("test", "passing");
        var file = await rig.Engine.Files.Keep(await rig.Engine.Turns.Meet(address), "x.png", to => to.WriteAsync(Pictures.Png()).AsTask());
        await rig.Engine.Turns.Take(address, new Gave("test", $"f:{_written}:{turn}", file, ""));
        await rig.Engine.Turns.Take(address, new Expired("test", $"e:{_written}:{turn}"));
        await rig.Engine.Writer.Write(null, session => session.Execute("DELETE FROM outbox")); // a channel has taken them
        Interlocked.Increment(ref _erased);
    }

    private async Task Timed(Func<Task> act, List<double> waits)
    {
        var (began, making) = (Stopwatch.GetTimestamp(), _making);
        await act();
        if (making || _making)
        {
            lock (waits)
            {
                waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        Interlocked.Increment(ref _written);
    }

    // As on another machine: this backup, and the keys as they are now.
    private async Task<int> Restored(Backup backup, Manifest manifest)
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "restored")).FullName;
        var keys = Directory.CreateDirectory(Path.Combine(target, "keys")).FullName;
        foreach (var path in Directory.GetFiles(Path.Combine(Data, "keys")))
        {
            File.Copy(path, Path.Combine(keys, Path.GetFileName(path)));
        }

        var places = Places.Read(name => name == "CHATHELPER_DATA" ? target : null);
        Assert.Equal(0, await RestoreCommand.Run(places, backup.Folder, TimeProvider.System, TextWriter.Null));
        using (var session = new Session(Database.In(target).Open()))
        {
            using var opened = VaultOptions.Beside(target).Open(readOnly: true);
            using var seal = new Seal(opened);
            Assert.InRange(new ConversationStore(seal).All(session).Count(), Persons, manifest.Persons);
            Assert.Null(BackupStore.Fault(session));
            Assert.All(BackupStore.Files(session), file => Assert.True(File.Exists(Path.Combine(target, "files", file))));
        }

        Directory.Delete(target, recursive: true);
        return 1;
    }

    private static double Longest(List<double> waits) => At(waits, 1);

    private static double At(List<double> waits, double part)
    {
        lock (waits)
        {
            return waits.Count == 0 ? 0 : waits.Order().ElementAt((int)Math.Min(waits.Count - 1, waits.Count * part));
        }
    }
}
