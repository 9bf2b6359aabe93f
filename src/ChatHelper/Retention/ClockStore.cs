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
            _trust = _trust is null ? new ClockTrust(now, Floor: now)
                : _trust.Look(now, _looked == 0 ? null : (long)clock.GetElapsedTime(_looked, ticks).TotalMilliseconds);
            _looked = ticks;
            return _trust;
        }
    }

    /// <summary>When something that happens now is to be dated, Unix milliseconds: not before what was believed already.</summary>
    public long Now()
    {
        var trust = Look();
        return Math.Max(trust.At, trust.Floor);
    }

    /// <summary>Takes up what the program knew when it ended.</summary>
    public int Load(Session session)
    {
        if (session.Scalar("SELECT value FROM setting WHERE name = 'clock'") is string kept && kept.Split(' ') is [var at, var confirmed, .. var more])
        {
            var (last, floor) = (Number(at), more is [var known] ? Number(known) : Number(at));
            _trust = new ClockTrust(last, Confirmed: confirmed == "-" ? null : Number(confirmed), Floor: floor);
        }

        return 0;
    }

    public int Save(Session session)
    {
        var trust = Look();
        return session.Execute(
            "INSERT INTO setting (name, value) VALUES ('clock', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            string.Create(CultureInfo.InvariantCulture, $"{trust.At} {trust.Confirmed?.ToString(CultureInfo.InvariantCulture) ?? "-"} {trust.Floor}"));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
