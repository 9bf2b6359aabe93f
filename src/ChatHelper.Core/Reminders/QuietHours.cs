using NodaTime;

namespace ChatHelper.Core.Reminders;

/// <summary>Nobody is written to unasked from 22:00 to 08:00 of their own clock.</summary>
internal static class QuietHours
{
    public static readonly LocalTime From = new(22, 0);
    public static readonly LocalTime Until = new(8, 0);

    public static bool Hold(LocalTime time) => time >= From || time < Until;

    /// <summary>The same instant by day, the morning that follows by night.</summary>
    public static Instant Allowed(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        if (!Hold(local.TimeOfDay))
        {
            return at;
        }

        var day = local.TimeOfDay >= From ? local.Date.PlusDays(1) : local.Date;
        return zone.AtLeniently(day + Until).ToInstant();
    }
}
