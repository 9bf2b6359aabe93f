using ChatHelper.Storage;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Audit;

/// <summary>Writes the end of the audit log beside the database within a second of a commit; once a day follows the whole chain
/// and writes an anchor into the program's own log.</summary>
internal sealed class AuditKeeping(Engine engine, ILogger<AuditKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private DateOnly _checked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // a long chain must not hold up the start
        using var timer = new PeriodicTimer(Every, engine.Clock);
        do
        {
            Once();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What is to be done now.</summary>
    public void Once()
    {
        try
        {
            if (engine.Audit.Changed)
            {
                engine.Audit.Changed = false;
                engine.Anchor.Keep(engine.Writer);
            }

            var today = DateOnly.FromDateTime(engine.Clock.GetUtcNow().UtcDateTime);
            if (today != _checked) // earlier, too: the clock was set back
            {
                Check();
                _checked = today;
            }
        }
        catch (Exception fault) when (fault is StorageFault or SqliteException or IOException or UnauthorizedAccessException)
        {
            AuditLog.Unwritten(log, fault.GetType().Name);
            engine.Audit.Changed = true;
        }
    }

    private void Check()
    {
        using var session = new Session(engine.Database.Open());
        session.BeginReading();
        engine.Anchor.Fault ??= new AuditCheck(engine.AuditKey, engine.Anchor).Run(session).Fault;
        AuditLog.Anchor(log, AuditStore.Last(session));
    }
}
