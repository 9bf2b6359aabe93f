using ChatHelper.Storage;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Watch;

/// <summary>Looks every ten seconds how the worker stands.</summary>
internal sealed class Watching(Engine engine, ILogger<Watching> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Free and all bytes of the disk that holds the data.</summary>
    public Func<(long Free, long Total)> Disk { get; init; } = () => Space(engine.DataFolder);

    /// <summary>One look.</summary>
    public void Once()
    {
        var seen = Observe();
        engine.Meters.Last = seen;
        engine.Alarms.Take(AlarmRules.Of(seen));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, engine.Clock);
        do
        {
            try
            {
                Once();
            }
            catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
            {
                WatchLog.Blind(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Observed Observe()
    {
        var (now, signals, disk) = (engine.Clock.GetUtcNow(), engine.Signals, Disk());
        using var session = new Session(engine.Database.Open());
        return WatchStore.Read(session, new Observed
        {
            At = now,
            DatabaseBytes = Length(engine.Database.Path),
            WalBytes = Length($"{engine.Database.Path}-wal"),
            DiskFree = disk.Free,
            DiskTotal = disk.Total,
            SincePurge = now - signals.PurgedAt,
            SinceBackup = now - signals.BackupAt,
            Skew = signals.Skew,
            Unauthorised = signals.Unauthorised,
            Conflict = signals.Conflict,
            WeChatTokenFails = signals.WeChatTokenFails,
            WeChatMayNotPush = signals.WeChatMayNotPush,
            AuditFault = engine.Anchor.Fault,
            CommitsMissing = engine.Writer.Missing,
            KeysMissing = [.. engine.KeyFiles.Where(path => !File.Exists(path)).Select(path => Path.GetFileName(path))],
        });
    }

    private static (long Free, long Total) Space(string folder)
    {
        var disk = new DriveInfo(Path.GetFullPath(folder));
        return (disk.AvailableFreeSpace, disk.TotalSize);
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
