using ChatHelper.Audit;
using ChatHelper.Channels.WeChat.Replying;
using ChatHelper.Conversations;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Papers;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Retention;

/// <summary>Keeps nothing past its time: silent talks, each warned of a day before, message keys, links to papers, bytes of files whose rows are gone.</summary>
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
            engine.Ballast.Make();
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
        await engine.Writer.Write(null, engine.Leaps.Save);
        if (!engine.Leaps.Look().MayRemove)
        {
            PurgeLog.ClockLeapt(log);
            return 0;
        }

        var now = engine.Clock.GetUtcNow();
        var (ended, failed) = (0, 0);
        while (true)
        {
            var silent = await engine.Writer.Write(null, session => ConversationStore.Silent(session, now.ToUnixTimeMilliseconds(), engine.Pack.KeepsDays, AtOnce)
                .Select(one => (one.Person, one.TouchedAt, Address: engine.Conversations.AddressOf(session, one.Person)!.Value)).ToList());
            foreach (var (person, touchedAt, address) in silent)
            {
                CrashPoint.Here("purge");
                if (await Taken(address, new Expired(ConversationStore.Retention, $"{person}:{touchedAt}")))
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

        await Warn(now);
        await engine.Writer.Write(null, session => SeenStore.Purge(session, now.ToUnixTimeMilliseconds()));
        await engine.Writer.Write(null, session => MessageStore.Purge(session, now));
        await engine.Writer.Write(null, session => PaperLinkStore.Purge(session, now));
        await engine.Writer.Write(null, session => AnswerStore.Purge(session, now));
        await engine.Writer.Write(null, session => engine.Audit.Purge(session, now.AddYears(-_auditYears), now));
        await engine.Writer.Write(null, engine.Files.Sweep);
        engine.Meters.Purged(ended);
        if (failed == 0)
        {
            engine.Signals.PurgedAt = now;
        }

        return ended;
    }

    // Once for each end: the key is made of the person's last word.
    private async Task Warn(DateTimeOffset now)
    {
        var ending = await engine.Writer.Write(null, session => ConversationStore.Ending(session, now.ToUnixTimeMilliseconds(), engine.Pack.KeepsDays, AtOnce)
            .Select(one => (one.Person, one.TouchedAt, Address: engine.Conversations.AddressOf(session, one.Person)!.Value)).ToList());
        foreach (var (person, touchedAt, address) in ending)
        {
            await Taken(address, new FellDue(ConversationStore.Retention, $"ending:{person}:{touchedAt}", Keeping.Ending, Instant.FromDateTimeOffset(now)));
        }
    }

    // One talk that cannot be read must not keep all others.
    private async Task<bool> Taken(Address address, Incoming incoming)
    {
        try
        {
            await engine.Turns.Take(address, incoming);
            return true;
        }
        catch (Exception fault) when (fault is not StorageFault)
        {
            PurgeLog.Failed(log, fault.GetType().Name, fault.StackTrace);
            return false;
        }
    }
}
