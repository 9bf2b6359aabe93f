using System.Globalization;
using ChatHelper.Backups;
using ChatHelper.Storage;
using ChatHelper.Tests.Start;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Backups;

public sealed class RestoreDrillTests(ITestOutputHelper output) : IDisposable
{
    private readonly Store _store = new();

    [Fact]
    public async Task Of_a_hundred_persons_the_half_who_were_erased_since_stay_erased_after_a_restore()
    {
        IReadOnlyList<long> stayed;
        Backup backup;
        using (var rig = _store.Running())
        {
            for (var i = 0; i < 100; i++)
            {
                await rig.Say($"{i}", $"{i}:1", "hello");
                await _store.Give(rig, $"{i}");
            }

            backup = _store.Backup();
            for (var i = 0; i < 100; i += 2)
            {
                await _store.Erase(rig, $"{i}");
            }

            await rig.Say("new", "new:1", "hello");
            stayed = [.. (await Store.Persons(rig)).Except([await rig.NumberOf("new")])];
        }

        Assert.Contains("50 persons of it were erased", await _store.Restore(backup.Name), StringComparison.Ordinal);
        var (code, said) = _store.Verify();
        Assert.True(code == 0, said);
        using var restored = _store.Running();
        Assert.Equal(stayed, await Store.Persons(restored));
        Assert.Equal(50, Directory.GetFiles(Path.Combine(_store.Data, "files")).Length);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 100).Select(i => restored.Stored($"{i}"))), (conversation, i) => Assert.Equal(i % 2 == 1, conversation is not null));

        // Whoever came after the backup can come again, and what was moved aside still has them.
        Assert.NotEmpty((await restored.Say("new", "new:1", "hello")).Rows);
        Assert.True(File.Exists(Path.Combine(Assert.Single(Directory.GetDirectories(_store.Data, "before-*")), "chathelper.db")));
    }

    [Fact]
    public async Task What_waited_to_be_sent_is_doubtful_after_a_restore()
    {
        using (var rig = _store.Running())
        {
            await rig.Say("a", "1", "hello");
        }

        await _store.Restore(_store.Backup().Name);
        using var session = new Session(Database.In(_store.Data).Open());
        Assert.True((long)session.Scalar("SELECT count(*) FROM outbox WHERE state = 1")! > 0);
        Assert.Equal(0L, session.Scalar("SELECT count(*) FROM outbox WHERE state = 0"));
    }

    [Fact]
    public async Task A_lost_data_folder_comes_back_from_a_backup_and_the_keys_alone()
    {
        using (var rig = _store.Running())
        {
            await rig.Say("a", "1", "hello");
            await _store.Give(rig, "a");
        }

        var backup = _store.Backup();
        Directory.Move(Path.Combine(_store.Data, "keys"), Path.Combine(_store.Root, "keys"));
        Directory.Delete(_store.Data, recursive: true);
        Directory.CreateDirectory(_store.Data);
        Directory.Move(Path.Combine(_store.Root, "keys"), Path.Combine(_store.Data, "keys"));

        Assert.Contains("no data before", await _store.Restore(backup.Folder), StringComparison.Ordinal);
        Assert.Equal(0, _store.Verify().Code);
        using var restored = _store.Running();
        Assert.NotNull(await restored.Stored("a"));
    }

    [Fact]
    public async Task What_was_moved_aside_goes_when_a_backup_of_that_day_goes()
    {
        using (var rig = _store.Running())
        {
            await rig.Say("a", "1", "hello");
        }

        await _store.Restore(_store.Backup().Name);
        _store.Clock.Move(TimeSpan.FromDays(13));
        _store.Backup();
        Assert.Single(Directory.GetDirectories(_store.Data, "before-*"));
        _store.Clock.Move(TimeSpan.FromDays(1));
        _store.Backup();
        Assert.Empty(Directory.GetDirectories(_store.Data, "before-*"));
    }

    [Fact]
    public async Task The_real_commands_back_up_beside_the_worker_refuse_to_restore_over_it_and_take_three_to_come_back()
    {
        using var program = new RealProgram();
        var backups = ("CHATHELPER_BACKUPS", Path.Combine(program.Folder, "backups"));
        var worker = program.Start();
        await Line(worker, "Web chat:");
        Assert.Equal(0, (await program.Do(["backup"], backups)).Code);
        var backup = Assert.Single(new BackupFolder(backups.Item2, 14).All());
        var (refused, _, why) = await program.Do(["restore", backup.Name], backups);
        Assert.Equal(2, refused);
        Assert.Contains("no other program", why, StringComparison.Ordinal);
        worker.Kill();
        await worker.WaitForExitAsync();

        var began = TimeProvider.System.GetTimestamp();
        Assert.Contains("whole", (await program.Do(["backups"], backups)).Output, StringComparison.Ordinal);

        // Cut off while the parts change places: nobody takes half of it for the data, the same command ends it.
        Assert.NotEqual(0, (await program.Do(["restore", backup.Name], backups, ("CHATHELPER_CRASH_AT", "restore-moved"))).Code);
        Assert.Contains($"chathelper restore {backup.Folder}", (await program.Do(["keys", "rotate"], backups)).Errors, StringComparison.Ordinal);
        var (code, said, errors) = await program.Do(["restore", backup.Name], backups);
        Assert.True(code == 0, errors);
        Assert.Contains("before-", said, StringComparison.Ordinal);
        Assert.Equal(0, (await program.Do(["verify"], backups)).Code);
        var again = program.Start(backups);
        await Line(again, "Web chat:");
        output.WriteLine($"{said.Trim()}\nfrom 'backups' to a worker that serves, a cut-off restore included: {TimeProvider.System.GetElapsedTime(began).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s");
    }

    public void Dispose() => _store.Dispose();

    private static async Task Line(System.Diagnostics.Process program, string start)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await program.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail(await program.StandardError.ReadToEndAsync(limit.Token));
    }
}
