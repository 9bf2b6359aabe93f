using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// A day, a time of day, or both, as said in one place of a text.
internal sealed record Moment(DayFound? Day, TimeFound? Time, bool About, int Start, int End)
{
    private DayPart? Part => Time?.Part ?? Day?.Part;

    private Clock? Clock => Time?.Clock;

    public Precision Precision(IReadOnlyList<string> values) => values.Count > 1 ? Facts.Precision.Ask
        : About || Day is { About: true } || Clock is { About: true } ? Facts.Precision.About
        : values[0].Contains('~') ? Facts.Precision.Range
        : Facts.Precision.Exact;

    /// All values this may mean, likeliest first.
    public IReadOnlyList<string> Values(LocalDateTime now, Tense tense)
    {
        if (Day is null)
        {
            return [.. Nearest(now, tense).Distinct(StringComparer.Ordinal)];
        }

        return [.. Day.Day.On(now.Date, tense).SelectMany(days => On(days, now, tense)).Distinct(StringComparer.Ordinal)];
    }

    /// The value of a time whose day was not told.
    public string? OnUnknownDay() => Clock is { } clock ? clock.On("", clock.In(Part)[0]) : null;

    private IEnumerable<string> On(DateInterval days, LocalDateTime now, Tense tense)
    {
        if (days.Length > 1)
        {
            return [$"{Iso(days.Start)}~{Iso(days.End)}"];
        }

        if (Clock is { } clock)
        {
            var readings = clock.In(Part);
            var fitting = days.Start == now.Date
                ? readings.Where(reading => Fits(Facts.Reading.Clock.Instant(days.Start, reading, clock.Minute), now, tense)).ToList()
                : [.. readings];
            return (fitting.Count > 0 ? fitting : readings).Select(reading => clock.On(Iso(reading.NextDay ? days.Start.PlusDays(1) : days.Start), reading));
        }

        return [Part is { } part ? Parted(days.Start, part) : Iso(days.Start)];
    }

    // A time without a day is the last such time, or for a deadline the next one.
    private IEnumerable<string> Nearest(LocalDateTime now, Tense tense)
    {
        if (Clock is not { } clock)
        {
            return Part is { } part ? [Parted(now.Date, part)] : [];
        }

        return clock.In(Part).Select(reading =>
        {
            var day = now.Date.PlusDays(tense == Tense.Deadline ? -1 : 1);
            while (!Fits(Facts.Reading.Clock.Instant(day, reading, clock.Minute), now, tense))
            {
                day = day.PlusDays(tense == Tense.Deadline ? 1 : -1);
            }

            return clock.On(Iso(reading.NextDay ? day.PlusDays(1) : day), reading);
        });
    }

    private static bool Fits(LocalDateTime instant, LocalDateTime now, Tense tense) =>
        tense == Tense.Deadline ? instant >= now : instant <= now;

    // A part without a name in values (the hours before dawn) is told by its hours.
    private static string Parted(LocalDate day, DayPart part) => part.Name.Length > 0
        ? $"{Iso(day)} {part.Name}"
        : $"{Iso(day)}T{part.FromHour:00}:00~{part.ToHour - 1:00}:59";

    private static string Iso(LocalDate day) => $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";
}
