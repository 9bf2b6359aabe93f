using ChatHelper.Storage;

namespace ChatHelper.Backups;

/// <summary>Makes a backup every hour, beside everything else that goes on.</summary>
internal sealed class BackupRound(Engine engine, BackupOptions options, ILogger<BackupRound> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);
    private readonly BackupFolder _backups = new(options.Folder!, options.Days);
    private long _last;

    /// <summary>When the newest backup was taken; null: there is none.</summary>
    public DateTimeOffset? LastBackup => Volatile.Read(ref _last) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Makes one now.</summary>
    /// <exception cref="StorageFault">None was made.</exception>
    public void Once()
    {
        var began = engine.Clock.GetTimestamp();
        var (backup, manifest) = new BackupMaking(_backups, engine.DataFolder, engine.Keys, engine.Clock) { AgesOut = engine.Leaps.Look().MayRemove }.Once();
        Volatile.Write(ref _last, backup.TakenAt.UtcTicks);
        engine.Signals.BackupAt = backup.TakenAt;
        BackupLog.Made(log, backup.Name, manifest.Persons, manifest.FileCount, manifest.Bytes, engine.Clock.GetElapsedTime(began).TotalSeconds);
        if (manifest.Missing.Count > 0)
        {
            BackupLog.Missing(log, backup.Name, manifest.Missing.Count);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // it reads a lot of disk: not on the way of the start
        Volatile.Write(ref _last, _backups.Newest?.TakenAt.UtcTicks ?? 0);
        engine.Signals.BackupAt = LastBackup ?? engine.Clock.GetUtcNow(); // the first one has its time before it counts as late
        var left = LastBackup + options.Every - engine.Clock.GetUtcNow() ?? TimeSpan.Zero;
        var wait = left < options.Every ? left : options.Every; // the last one may be of a day that a wrong clock told
        while (true)
        {
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, engine.Clock, stoppingToken);
            wait = await Task.Run(Tried, CancellationToken.None).WaitAsync(stoppingToken) ? options.Every : Again; // the end waits for none: half of one counts for nothing
        }
    }

    private bool Tried()
    {
        try
        {
            Once();
            return true;
        }
        catch (StorageFault fault)
        {
            BackupLog.Failed(log, fault.Message);
            return false;
        }
    }
}
