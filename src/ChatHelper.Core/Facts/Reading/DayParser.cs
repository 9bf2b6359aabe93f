using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// A day found in a text. Part: a part of the day said in the same word ("last night").
internal sealed record DayFound(Day Day, int Start, int End, bool About = false, DayPart? Part = null);

/// Reads the words that name a day. Numeric and month forms are in <see cref="DateParser"/>.
internal static class DayParser
{
    public static DayFound? At(Scan scan, int at) => Bare(scan, at) is { } day ? Occasion(scan, day) : null;

    /// A lone day number, as in "the 3rd or the 4th", read in the month told before it.
    public static DayFound? OfSameMonth(Scan scan, int at, Day month) =>
        DateParser.DayNumber(scan, at) is { Day: DayOfMonth number } found && month.At(number.From, number.To) is { } day
            ? found with { Day = day }
            : null;

    private static DayFound? Bare(Scan scan, int at) =>
        Ago(scan, at) ?? Near(scan, at) ?? InWeek(scan, at) ?? Festival(scan, at) ?? DateParser.At(scan, at);

    // Words such as "those days", "around": they belong to the day before them.
    private static DayFound Occasion(Scan scan, DayFound day)
    {
        for (var more = 0; more < 3; more++)
        {
            if (scan.Find(day.End, Kind.OccasionAbout) is { } about)
            {
                day = day with { End = about.End, About = true };
            }
            else if (scan.Find(day.End, Kind.Occasion) is { } occasion)
            {
                day = day with { End = occasion.End };
            }
        }

        return day;
    }

    private static DayFound? Near(Scan scan, int at)
    {
        if (scan.Find(at, Kind.Day) is { } day)
        {
            var part = day.Word.Name.Length > 0 ? scan.Parts.GetValueOrDefault(day.Word.Name) : null;
            return new DayFound(new NearDay(day.Word.First, day.Word.First), at, day.End, Part: part);
        }

        return scan.Find(at, Kind.DaySpan) is { } span
            ? new DayFound(new NearDay(span.Word.First, span.Word.Second), at, span.End, About: true)
            : null;
    }

    private static DayFound? InWeek(Scan scan, int at)
    {
        if (scan.Find(at, Kind.WeekdayName) is { } name)
        {
            return new DayFound(new PlainWeekDay(name.Word.First, name.Word.Second), at, name.End);
        }

        if (scan.Find(at, Kind.BeforeWeekday) is { } which && scan.Find(scan.Spaces(which.End), Kind.WeekdayName) is { } named)
        {
            return new DayFound(new WeekDay(which.Word.First, named.Word.First, named.Word.Second, Loose: true), at, named.End);
        }

        if (Longer(scan.Find(at, Kind.Week), scan.Find(at, Kind.LooseWeek)) is { } told)
        {
            var next = scan.Find(told.End, Kind.Joiner)?.End ?? scan.Spaces(told.End);
            var plain = scan.Find(next, Kind.PlainWeek)?.End ?? told.End;
            return scan.Find(plain, Kind.Weekday) is { } day
                ? new DayFound(new WeekDay(told.Word.First, day.Word.First, day.Word.Second, told.Word.Kind == Kind.LooseWeek), at, day.End)
                : new DayFound(new WeekDay(told.Word.First, 1, 7, Loose: false), at, told.End);
        }

        return scan.Find(at, Kind.PlainWeek) is { } bare && scan.Find(bare.End, Kind.Weekday) is { } weekday && !Counted(scan, at)
            ? new DayFound(new PlainWeekDay(weekday.Word.First, weekday.Word.Second), at, weekday.End)
            : null;
    }

    private static Hit? Longer(Hit? one, Hit? other) => one is null || other?.Length > one.Value.Length ? other : one;

    // "one week three times", "every Monday": no day is meant.
    private static bool Counted(Scan scan, int at) =>
        scan.FindBefore(at, Kind.Digit) is not null || scan.FindBefore(at, Kind.Every) is not null || scan.IsDigit(at - 1)
        || scan.FindBefore(at, Kind.PairDigit) is not null;

    private static DayFound? Festival(Scan scan, int at)
    {
        if (scan.Find(at, Kind.Festival) is not { } hit)
        {
            return null;
        }

        var festival = Occasion(scan, new DayFound(scan.Festivals[hit.Word.First], at, hit.End));
        var next = scan.Find(festival.End, Kind.Joiner)?.End ?? scan.Spaces(festival.End);
        return OfSameMonth(scan, next, festival.Day) is { } day ? day with { Start = at } : festival;
    }

    private static DayFound? Ago(Scan scan, int at)
    {
        if (Durations.At(scan, at) is not { } span || span.Unit.Second == Durations.Minutes)
        {
            return null;
        }

        var direction = Direction(scan, scan.Spaces(span.End), out var end);
        if (direction == 0)
        {
            return null;
        }

        var (low, high) = ((int)Math.Min(span.Number.Low, 3650), (int)Math.Min(span.Number.High, 3650));
        var about = span.Number.Bound != Bound.None || span.Unit.First > 1 || span.Half;
        if (span.Unit.First >= 30 && low == high && !span.Half)
        {
            var units = direction * low;
            return new DayFound(new FarDay(span.Unit.First >= 365 ? Period.FromYears(units) : Period.FromMonths(units)), at, end, About: true);
        }

        var days = ((int)(direction * span.Low), (int)(direction * span.High));
        return new DayFound(new NearDay(Math.Min(days.Item1, days.Item2), Math.Max(days.Item1, days.Item2)), at, end, about);
    }

    /// -1 for "ago", 1 for "later" and "within", 0 for neither.
    public static int Direction(Scan scan, int at, out int end)
    {
        var (ago, ahead) = (scan.Find(at, Kind.Ago), scan.Find(at, Kind.Later) ?? scan.Find(at, Kind.Within));
        end = ago?.End ?? ahead?.End ?? at;
        return ago is not null ? -1 : ahead is not null ? 1 : 0;
    }
}
