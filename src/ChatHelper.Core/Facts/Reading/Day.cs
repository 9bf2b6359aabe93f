using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// A day or a run of days as said, not yet placed in the calendar.
internal abstract record Day
{
    /// The readings, likeliest first; none when there is no such day (30 February).
    public abstract IReadOnlyList<DateInterval> On(LocalDate today, Tense tense);

    /// The same month with another day of it; null where no month was told.
    public virtual Day? At(int from, int to) => null;

    protected static DateInterval[] One(LocalDate from, LocalDate to) => [new DateInterval(from, to)];
}

/// So many days from today, such as yesterday.
internal sealed record NearDay(int From, int To) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense) => One(today.PlusDays(From), today.PlusDays(To));
}

/// A span back or ahead: months and years follow the calendar.
internal sealed record FarDay(Period Period) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense) => One(today + Period, today + Period);
}

/// A day of a told week (last, this, next). A loose word ("the last Tuesday", "last Tuesday") may also mean the nearest such day;
/// last Sunday and the days of next week are read both ways by people who begin their week on Sunday.
internal sealed record WeekDay(int Week, int From, int To, bool Loose) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek + (7 * Week));
        var (from, to) = (monday.PlusDays(From - 1), monday.PlusDays(To - 1));
        if (From != To)
        {
            return One(from, Week == 0 && tense == Tense.Past && to > today && from <= today ? today : to);
        }

        List<LocalDate> days = [from];
        if (Week == -1 && From == 7)
        {
            days.Add(today.PlusDays(-((int)today.DayOfWeek % 7) - 7));
        }

        if (Week == -1 && Loose)
        {
            days.Add(today.Previous((IsoDayOfWeek)From));
        }

        if (Week == 1)
        {
            days.Add(today.Next((IsoDayOfWeek)From));
        }

        return [.. days.Distinct().Select(day => new DateInterval(day, day))];
    }
}

/// A weekday without a week.
internal sealed record PlainWeekDay(int From, int To) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense)
    {
        var isToday = (int)today.DayOfWeek == From;
        var (back, ahead) = (today.Previous((IsoDayOfWeek)From), isToday ? today : today.Next((IsoDayOfWeek)From));
        LocalDate[] starts = tense switch
        {
            Tense.Deadline => [ahead],
            Tense.Past => isToday ? [today, back] : [back],
            _ => [back, ahead],
        };
        return [.. starts.Select(start => new DateInterval(start, start.PlusDays(To - From)))];
    }
}

/// A day or days of a month told by number, with or without a year. Days beyond the month's end are cut to it.
internal sealed record MonthDay(int? Year, int Month, int From, int To) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense) => Year is { } year
        ? Toward.Month(year, Month, From, To) is { } days ? [days] : []
        : Toward.Pick(today, tense, year => Toward.Month(year, Month, From, To));

    public override Day? At(int from, int to) => this with { From = from, To = to };
}

/// Days of a month counted from this one, such as the middle of last month.
internal sealed record NearMonth(int Offset, int From, int To) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense)
    {
        var month = today.With(DateAdjusters.StartOfMonth).PlusMonths(Offset);
        var days = Toward.Month(month.Year, month.Month, From, To);
        return days is null ? [] : Offset == 0 && tense == Tense.Past && days.End > today && days.Start <= today
            ? One(days.Start, today)
            : [days];
    }

    public override Day? At(int from, int to) => this with { From = from, To = to };
}

/// A day told by its number alone, or the end of a month that was not named.
internal sealed record DayOfMonth(int From, int To) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense)
    {
        var months = Enumerable.Range(-2, 5).Select(offset => today.With(DateAdjusters.StartOfMonth).PlusMonths(offset));
        return Toward.Pick(today, tense, months.Select(month => Toward.Month(month.Year, month.Month, From, To)), soon: 31);
    }

    public override Day? At(int from, int to) => this with { From = from, To = to };
}

/// Months of a year counted from this one, or of a year told by number.
internal sealed record YearSpan(int Year, bool Near, int FirstMonth, int LastMonth) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense)
    {
        var year = Near ? today.Year + Year : Year;
        var to = new LocalDate(year, LastMonth, 1).With(DateAdjusters.EndOfMonth);
        return One(new LocalDate(year, FirstMonth, 1), to);
    }
}

/// A festival of a told year.
internal sealed record YearedFestival(FestivalDay Festival, int Year, bool Near) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense) =>
        Festival.In(Near ? today.Year + Year : Year) is { } days ? [days] : [];

    public override Day? At(int from, int to) => Festival.Every is not { } date ? null
        : Near ? new YearedDay(Year, date.Month, from, to) : new MonthDay(Year, date.Month, from, to);
}

/// A day or days of a month of last year, the year before and so on.
internal sealed record YearedDay(int Offset, int Month, int From, int To) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense) =>
        Toward.Month(today.Year + Offset, Month, From, To) is { } days ? [days] : [];

    public override Day? At(int from, int to) => this with { From = from, To = to };
}
