using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Retention;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Due;

/// <summary>Wakes for what has come due and lets it enter as an Incoming like any other.</summary>
internal sealed class DueClock(Writer writer, ConversationStore conversations, TurnTaker turns, ClockStore watch, TimeProvider clock, ILogger<DueClock> log) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await Strike();
            }
            catch (StorageFault fault)
            {
                DueLog.Later(log, fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Takes everything that is due now.</summary>
    public async Task Strike()
    {
        if (!watch.Look().MayRemind)
        {
            return;
        }

        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        while (true)
        {
            var rows = await writer.Write(null, session => DueStore.Due(session, now, AtOnce)
                .Select(row => (Row: row, Address: conversations.AddressOf(session, row.Person))).ToList());
            var taken = 0;
            foreach (var (row, address) in rows)
            {
                if (await Taken(row, address!.Value))
                {
                    taken++;
                }
            }

            // What failed is still there: asking again at once would never end.
            if (rows.Count < AtOnce || taken < rows.Count)
            {
                return;
            }
        }
    }
    // One person's trouble must not keep everybody else's reminders back.
    private async Task<bool> Taken(DueRow row, Address address)
    {
        try
        {
            // The key holds the time, so a row that was taken and a crash later is not taken again.
            await turns.Take(address, new FellDue("due", $"{row.Person}:{row.Kind}:{row.At}", row.Kind, Instant.FromUnixTimeMilliseconds(row.At)));
            return true;
        }
        catch (Exception fault) when (fault is not StorageFault)
        {
            DueLog.Failed(log, row.Kind, fault.GetType().Name, fault.StackTrace);
            return false;
        }
    }
}
