using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Retention;

/// <summary>Keeps nothing past its time: silent talks, message keys, bytes of files whose rows are gone.</summary>
internal sealed class Purge(Engine engine, ILogger<Purge> log, AuditOptions? audit = null) : BackgroundService
{
    private const int AtOnce = 500;
    private readonly int _auditYears = (audit ?? AuditOptions.Default).Years;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, engine.Clock);
        do
        {
            try
            {
                PurgeLog.Done(log, await Once());
            }
            catch (StorageFault fault)
            {
                PurgeLog.Later(log, fault.Message);
            }
            catch (Exception fault)
            {
                PurgeLog.Failed(log, fault.GetType().Name, fault.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Removes whatever is over now.</summary>
    /// <returns>How many talks ended.</returns>
    public async Task<int> Once()
    {
        var now = engine.Clock.GetUtcNow();
        var since = now.AddDays(-engine.Pack.KeepsDays).ToUnixTimeMilliseconds();
        var (ended, failed) = (0, 0);
        while (true)
        {
            var silent = await engine.Writer.Write(null, session => ConversationStore.Silent(session, since, AtOnce)
                .Select(one => (one.Person, one.TouchedAt, Address: engine.Conversations.AddressOf(session, one.Person)!.Value)).ToList());
            foreach (var (person, touchedAt, address) in silent)
            {
                CrashPoint.Here("purge");
                if (await Ended(address, $"{person}:{touchedAt}"))
                {
                    ended++;
                }
                else
                {
                    failed++;
                }
            }

            if (silent.Count < AtOnce || failed > 0)
            {
                break;
            }
        }

        await engine.Writer.Write(null, session => SeenStore.Purge(session, now.ToUnixTimeMilliseconds()));
        await engine.Writer.Write(null, session => engine.Audit.Purge(session, now.AddYears(-_auditYears), now));
        await engine.Writer.Write(null, engine.Files.Sweep);
        engine.Meters.Purged(ended);
        if (failed == 0)
        {
            engine.Signals.PurgedAt = now;
        }

        return ended;
    }

    // One talk that cannot be read must not keep all others.
    private async Task<bool> Ended(Address address, string key)
    {
        try
        {
            await engine.Turns.Take(address, new Expired("retention", key));
            return true;
        }
        catch (Exception fault) when (fault is not StorageFault)
        {
            PurgeLog.Failed(log, fault.GetType().Name, fault.StackTrace);
            return false;
        }
    }
}
