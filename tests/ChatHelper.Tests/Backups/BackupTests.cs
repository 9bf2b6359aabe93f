using System.Text;
using ChatHelper.Backups;
using ChatHelper.Commands;
using ChatHelper.Conversations;
using ChatHelper.Erasure;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Storage;
using ChatHelper.Vault;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly Store _store = new();

    [Fact]
    public async Task A_backup_beside_a_running_worker_holds_everything_but_keys_and_nobody_else_may_read_it()
    {
        using var rig = _store.Running();
        await rig.Say("a", "1", "canary in the words");
        var file = await _store.Give(rig, "a");
        var backup = _store.Backup();

        var parts = Directory.GetFiles(backup.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(backup.Folder, path)).Order(StringComparer.Ordinal);
        Assert.Equal(["audit.head", "chathelper.db", $"files/{file}", "manifest.json", "manifest.mac"], parts);
        Assert.DoesNotContain(Directory.GetFiles(backup.Folder, "*", SearchOption.AllDirectories), path => File.ReadAllText(path, Encoding.Latin1).Contains("canary", StringComparison.Ordinal));
        Assert.Equal("700 700 600", string.Join(' ', new[] { _store.Backups, backup.Folder, backup.PathOf("chathelper.db") }.Select(Mode)));

        var (fault, manifest) = BackupCheck.Run(backup, rig.Engine.Keys);
        Assert.Null(fault);
        Assert.Equal((1, 1, rig.Engine.Keys.Id), (manifest!.Persons, manifest.FileCount, manifest.Keys));
    }

    [Fact]
    public async Task A_file_is_one_file_in_the_data_and_in_every_backup_and_goes_from_each_alone()
    {
        using var rig = _store.Running();
        var file = await _store.Give(rig, "a");
        var (first, second) = (_store.Backup(), _store.Backup());
        rig.Engine.Files.Remove(file);
        Directory.Delete(first.Folder, recursive: true);

        Assert.Null(BackupCheck.Run(second, rig.Engine.Keys).Fault);
        var third = _store.Backup();
        Assert.Equal([file], BackupCheck.Run(third, rig.Engine.Keys).Manifest!.Missing);
    }

    [Fact]
    public async Task Each_file_of_a_damaged_backup_is_found_and_the_next_older_one_is_named()
    {
        using (var rig = _store.Running())
        {
            await _store.Give(rig, "a");
            _store.Backup();
        }

        var (older, backup) = (_store.All[0], _store.Backup());
        var before = await File.ReadAllBytesAsync(Path.Combine(_store.Data, "chathelper.db"));
        foreach (var path in Directory.GetFiles(backup.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            var bad = bytes.ToArray();
            bad[bad.Length / 2] ^= 1;
            File.Delete(path); // a link: the older one keeps its bytes
            foreach (var damage in new Action[] { () => File.WriteAllBytes(path, bad), () => File.WriteAllBytes(path, bytes[..^1]), () => File.Delete(path) })
            {
                damage();
                var fault = await Assert.ThrowsAsync<StartFault>(() => _store.Restore(backup.Name));
                Assert.Contains("is damaged", fault.Message, StringComparison.Ordinal);
                Assert.Contains(Path.GetFileName(path).Replace(".mac", ".json", StringComparison.Ordinal), fault.Message, StringComparison.Ordinal);
                Assert.Contains($"older one that is whole is {older.Folder}", fault.Message, StringComparison.Ordinal);
            }

            await File.WriteAllBytesAsync(path, bytes);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_store.Data, "chathelper.db")));
        Assert.Empty(Directory.GetDirectories(_store.Data, "before-*"));
        using var list = new StringWriter();
        Assert.Equal(0, BackupCommand.List(_store.Places, null, list));
        await File.AppendAllTextAsync(older.PathOf("manifest.json"), " ");
        Assert.Equal(1, BackupCommand.List(_store.Places, null, list));
        Assert.Contains("DAMAGED", list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_can_be_left_out_and_is_named_afterwards()
    {
        string file;
        using (var rig = _store.Running())
        {
            file = await _store.Give(rig, "a");
            await _store.Give(rig, "b");
        }

        var backup = _store.Backup();
        await File.AppendAllTextAsync(backup.PathOf($"files/{file}"), "x");
        await Assert.ThrowsAsync<StartFault>(() => _store.Restore(backup.Name));
        Assert.Equal(0, await RestoreCommand.Run(_store.Places, backup.Name, _store.Clock, TextWriter.Null, withoutDamaged: true));
        var (code, said) = _store.Verify();
        Assert.Equal(1, code);
        Assert.Contains($"file {file}", said, StringComparison.Ordinal);
        Assert.Contains("bytes are missing", said, StringComparison.Ordinal);
        Assert.Contains(" 1 faults", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_other_keys_is_refused()
    {
        using (var rig = _store.Running())
        {
            await rig.Say("a", "1", "hello");
        }

        var backup = _store.Backup();
        Directory.Move(Path.Combine(_store.Data, "keys"), Path.Combine(_store.Root, "keys"));
        Assert.Contains("no keys", (await Assert.ThrowsAsync<StartFault>(() => _store.Restore(backup.Name))).Message, StringComparison.Ordinal);
        VaultOptions.Beside(_store.Data).Open().Dispose();
        Assert.Contains("other keys", (await Assert.ThrowsAsync<StartFault>(() => _store.Restore(backup.Name))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_person_in_the_middle_of_an_erasing_nothing_comes_back()
    {
        Backup marked;
        using (var rig = _store.Running())
        {
            await rig.Say("a", "1", "hello");
            await rig.Say("b", "2", "hello");
            await _store.Give(rig, "a");
            await rig.Engine.Writer.Write(null, session =>
            {
                new ErasureStore(rig.Engine.Seal, rig.Engine.Sequence).Begin(session, rig.Engine.Conversations.Find(session, new Address("test", "a"))!, [], Rig.T0);
                return 0;
            });
            marked = _store.Backup(); // marked, and the key is still there
        }

        Assert.Contains("1 persons of it were erased", await _store.Restore(marked.Folder), StringComparison.Ordinal);
        Assert.Equal(0, _store.Verify().Code);
        using var restored = _store.Running();
        Assert.Null(await restored.Stored("a"));
        Assert.NotNull(await restored.Stored("b"));
        Assert.Single(restored.Engine.Keys.Persons);
        Assert.Empty(Directory.GetFiles(Path.Combine(_store.Data, "files")));
    }

    [MountFact]
    public async Task A_full_disk_gives_no_backup_and_nothing_of_one_and_the_next_one_is_whole()
    {
        using var disk = new SmallDisk("6m");
        using var store = new Store(Path.Combine(disk.Folder, "backups"));
        using var rig = store.Running();
        await store.Give(rig, "a", [.. Pictures.Png(), .. new byte[2_000_000]]);
        List<string> faults = [];
        for (var left = 0; left < 5_000_000; left += 100_000)
        {
            disk.Fill();
            disk.Shrink(left);
            if (Fault(store) is not { } fault)
            {
                break;
            }

            Assert.Contains("No backup was made", fault, StringComparison.Ordinal);
            Assert.Empty(Directory.GetDirectories(store.Backups));
            faults.Add(fault);
        }

        Assert.Null(BackupCheck.Run(Assert.Single(store.All), rig.Engine.Keys).Fault);
        disk.Clear();
        var before = new DriveInfo(disk.Folder).AvailableFreeSpace;
        store.Backup();
        Assert.True(before - new DriveInfo(disk.Folder).AvailableFreeSpace < 1_000_000, "the file was copied again");
        Assert.Equal(2, store.All.Count);
        Assert.Contains(faults, fault => fault.Contains("are left there", StringComparison.Ordinal));
        Assert.Contains(faults, fault => !fault.Contains("are left there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_worker_makes_one_at_the_start_and_a_failure_changes_nothing_but_its_age()
    {
        using var rig = _store.Running();
        using var round = new BackupRound(rig.Engine, _store.Places.Options, NullLogger<BackupRound>.Instance);
        Assert.Null(round.LastBackup);
        await round.StartAsync(CancellationToken.None);
        while (round.LastBackup is null)
        {
            await Task.Delay(5);
        }

        await round.StopAsync(CancellationToken.None);
        Assert.Equal(rig.Clock.GetUtcNow(), round.LastBackup);
        Assert.Equal(round.LastBackup, Assert.Single(_store.All).TakenAt);

        rig.Clock.Move(TimeSpan.FromHours(1));
        Directory.Delete(_store.Backups, recursive: true);
        await File.WriteAllTextAsync(_store.Backups, "in the way");
        Assert.Throws<StorageFault>(round.Once);
        Assert.Equal(Rig.T0, round.LastBackup);
    }

    [Fact]
    public void Kept_are_those_of_a_day_then_the_last_of_each_day_until_they_are_too_old()
    {
        var now = new DateTimeOffset(2026, 11, 22, 12, 30, 0, TimeSpan.Zero);
        var hourly = Enumerable.Range(0, 24 * 20).Select(hour => new Backup($"/b/{hour}", now.AddHours(-hour))).ToList();
        var kept = hourly.Except(BackupFolder.Over(hourly, now, 14)).ToList();

        Assert.Equal(24, kept.Count(backup => now - backup.TakenAt < TimeSpan.FromDays(1)));
        Assert.Equal(13, kept.Count - 24);
        Assert.All(kept.Skip(24), backup => Assert.Equal(23, backup.TakenAt.Hour));
        Assert.True(kept.Max(backup => now - backup.TakenAt) < TimeSpan.FromDays(14));
        Assert.Empty(BackupFolder.Over([hourly[^1]], now, 14)); // the only one
    }

    [Theory]
    [InlineData("CHATHELPER_BACKUP_DAYS", "0", "from 1 to 90")]
    [InlineData("CHATHELPER_BACKUP_MINUTES", "often", "from 5 to 1440")]
    [InlineData("CHATHELPER_BACKUPS", "/data", "a folder of its own")]
    [InlineData("CHATHELPER_BACKUPS", "/data/files/b", "a folder of its own")]
    [InlineData("CHATHELPER_BACKUPS", "/", "keys lie inside")]
    [InlineData("CHATHELPER_BACKUPS", "/safe", "keys lie inside")]
    public void A_wrong_setting_is_named(string name, string value, string rule)
    {
        var vault = VaultOptions.Read(key => key == "CHATHELPER_KEYS_COPY" ? "/safe/keys" : null, "/data");
        var fault = Assert.Throws<StartFault>(() => BackupOptions.Read(key => key == name ? value : null, vault));
        Assert.StartsWith($"{name} is '{value}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains(rule, fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    private static string? Fault(Store store)
    {
        try
        {
            store.Backup();
            return null;
        }
        catch (StorageFault fault)
        {
            return fault.Message;
        }
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
