using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// A part of the day: its name in values, and the hours a clock time in it may have (beyond 24: after midnight).
internal sealed record DayPart(int FromHour, int ToHour, string Name)
{
    public static DayPart Of(Word word) => new(word.First, word.Second, word.Name);
}

/// A reading of a clock time: hours from the start of the day it was told with; beyond 24 on the next day.
internal readonly record struct Reading(int Hour, bool NextDay);

/// A time of day as said: from one minute to another (equal for a point in time).
internal sealed record Clock(int Hour, int Minute, int LastHour, int LastMinute, bool About, bool TwentyFour)
{
    private const int SmallHoursFrom = 25;

    public bool IsSpan => (LastHour, LastMinute) != (Hour, Minute);

    /// The readings within a part of the day, likeliest first. Small hours told with the evening belong to the next day
    /// for some speakers and to the same day for others.
    public IReadOnlyList<Reading> In(DayPart? part)
    {
        // "3:20" alone is of twenty-four hours; with a part of the day it is of twelve.
        if (Hour > 12 || (part is null && (TwentyFour || Hour == 0)))
        {
            return [new(Hour % 24, Hour == 24)];
        }

        if (part is null)
        {
            var (morning, later) = (new Reading(Hour % 12, NextDay: false), new Reading((Hour % 12) + 12, NextDay: false));
            return Hour is >= 7 and < 12 ? [morning, later] : [later, morning];
        }

        int[] hours = Hour == 12 ? [0, 12, 24] : [Hour, Hour + 12, Hour + 24];
        foreach (var hour in hours)
        {
            if (hour >= part.FromHour && hour < part.ToHour)
            {
                return hour >= SmallHoursFrom ? [new(hour - 24, NextDay: true), new(hour - 24, NextDay: false)] : [new(hour % 24, hour == 24)];
            }
        }

        // Telephones know two halves of a day only: 11:20 in the one "after noon" is late in the evening.
        return [new(TwentyFour && part.Name is ("AM" or "PM") ? (Hour % 12) + (part.Name == "PM" ? 12 : 0) : Hour, NextDay: false)];
    }

    /// The value for one reading on one day.
    public string On(string day, Reading reading)
    {
        var shift = reading.Hour - Hour;
        var last = LastHour + shift;
        return !IsSpan || last > 23 || last < reading.Hour
            ? $"{day}T{reading.Hour:00}:{Minute:00}"
            : $"{day}T{reading.Hour:00}:{Minute:00}~{last:00}:{LastMinute:00}";
    }

    public static LocalDateTime Instant(LocalDate day, Reading reading, int minute) =>
        (reading.NextDay ? day.PlusDays(1) : day).At(new LocalTime(reading.Hour, minute));
}
