using System.Globalization;
using ChatHelper.Storage;

namespace ChatHelper.Retention;

/// <summary>Watches the clock for leaps, over restarts too.</summary>
internal sealed class ClockStore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private ClockTrust? _trust;
    private long _looked;

    /// <summary>What to think of the clock now.</summary>
    public ClockTrust Look()
    {
        lock (_gate)
        {
            var (now, ticks) = (clock.GetUtcNow().ToUnixTimeMilliseconds(), clock.GetTimestamp());
            _trust = _trust is null ? new ClockTrust(now)
                : _trust.Look(now, _looked == 0 ? null : (long)clock.GetElapsedTime(_looked, ticks).TotalMilliseconds);
            _looked = ticks;
            return _trust;
        }
    }

    /// <summary>Takes up what the program knew when it ended.</summary>
    public int Load(Session session)
    {
        if (session.Scalar("SELECT value FROM setting WHERE name = 'clock'") is string kept && kept.Split(' ') is [var at, var confirmed])
        {
            _trust = new ClockTrust(long.Parse(at, CultureInfo.InvariantCulture), Confirmed: confirmed == "-" ? null : long.Parse(confirmed, CultureInfo.InvariantCulture));
        }

        return 0;
    }

    public int Save(Session session)
    {
        var trust = Look();
        return session.Execute(
            "INSERT INTO setting (name, value) VALUES ('clock', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            string.Create(CultureInfo.InvariantCulture, $"{trust.At} {trust.Confirmed?.ToString(CultureInfo.InvariantCulture) ?? "-"}"));
    }
}
