using NodaTime;

namespace ChatHelper.Core.Reminders;

/// <summary>When in a month somebody is reminded. A short month uses its last day, a clock change the hour that exists.</summary>
/// <param name="Day">Day of the month, 1 to 31; 31 is the last day of every month.</param>
/// <param name="Time">Local time outside the quiet hours.</param>
/// <param name="Zone">The person's time zone.</param>
internal sealed record ReminderPlan(int Day, LocalTime Time, DateTimeZone Zone)
{
    public const int LastDay = 31;

    /// <summary>A plan whose hour is moved out of the quiet hours, to the morning that follows.</summary>
    public static ReminderPlan Of(int day, LocalTime time, DateTimeZone zone)
    {
        var known = Math.Clamp(day, 1, LastDay);
        return !QuietHours.Hold(time) ? new ReminderPlan(known, time, zone)
            : new ReminderPlan(time < QuietHours.Until ? known : (known % LastDay) + 1, QuietHours.Until, zone);
    }

    /// <summary>The first reminder strictly after an instant.</summary>
    public Instant Next(Instant after)
    {
        for (var month = after.InZone(Zone).Date.ToYearMonth(); ; month = month.PlusMonths(1))
        {
            var at = At(month.OnDayOfMonth(Math.Min(Day, month.Calendar.GetDaysInMonth(month.Year, month.Month))));
            if (at > after)
            {
                return at;
            }
        }
    }

    /// <summary>The next calendar day at the hour of the plan.</summary>
    public Instant Tomorrow(Instant now) => At(now.InZone(Zone).Date.PlusDays(1));

    private Instant At(LocalDate day) => Zone.AtLeniently(day + Time).ToInstant();
}
