using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Storage;

public sealed class TideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tide-").FullName;

    private string Log => Path.Combine(_folder, $"{Database.FileName}-wal");

    private string Mark => Path.Combine(_folder, $"{Database.FileName}.tide");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_damaged_log_has_lost_is_missed_at_the_start()
    {
        var copy = await Left();
        var log = File.ReadAllBytes(Path.Combine(copy, Path.GetFileName(Log)));
        log.AsSpan(8192, 512).Clear();
        File.WriteAllBytes(Path.Combine(copy, Path.GetFileName(Log)), log);

        using var again = new Rig(copy);
        Assert.InRange(again.Engine.Writer.Missing, 1, 100);
        await again.Say("a", "after", "hello");
    }

    [Fact]
    public async Task Nothing_is_missed_after_a_crash_nor_after_an_end()
    {
        using (var again = new Rig(await Left()))
        {
            Assert.Equal(0, again.Engine.Writer.Missing);
        }

        using var ended = new Rig(_folder);
        Assert.Equal(0, ended.Engine.Writer.Missing);
    }

    [Fact]
    public async Task Who_only_reads_raises_nothing()
    {
        using var rig = new Rig(_folder);
        await rig.Say("a", "1", "hello");
        var before = await Commits(rig);
        await rig.Engine.Writer.Write(null, session => session.Scalar("SELECT count(*) FROM person"));
        Assert.Equal(before, await Commits(rig));
        await rig.Say("a", "2", "hello");
        Assert.True(await Commits(rig) > before);
    }

    [Fact]
    public async Task Half_a_mark_is_none()
    {
        using (var rig = new Rig(_folder))
        {
            await rig.Say("a", "1", "hello");
        }

        File.WriteAllBytes(Mark, [0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        using var again = new Rig(_folder);
        Assert.Equal(0, again.Engine.Writer.Missing);
    }

    // The folder as a crash leaves it.
    private async Task<string> Left()
    {
        using var rig = new Rig(_folder);
        for (var round = 0; round < 20; round++)
        {
            await rig.Say("a", $"{round}", "hello");
        }

        var copy = Path.Combine(_folder, "copy");
        foreach (var path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal) && !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(_folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var into = File.Create(to);
            await from.CopyToAsync(into);
        }

        return copy;
    }

    private static Task<long> Commits(Rig rig) => rig.Engine.Writer.Write(null, session => (long)session.Scalar("SELECT commits FROM tide")!);
}
