namespace ChatHelper.Core.Facts.Reading;

/// A time of day found in a text: a part of the day, a clock time, or both.
internal sealed record TimeFound(DayPart? Part, Clock? Clock, int Start, int End);

/// Reads times of day.
internal static class ClockParser
{
    public static TimeFound? At(Scan scan, int at)
    {
        var start = at;
        DayPart? part = null;
        if (scan.Find(at, Kind.Part) is { } word)
        {
            part = DayPart.Of(word.Word);
            at = Joined(scan, word.End, out _);
            at = scan.Find(at, Kind.Part) is { } again ? Joined(scan, again.End, out _) : at;
            if (Hours(scan, at) is not { } within)
            {
                return new TimeFound(part, null, start, word.End);
            }

            return Last(scan, within with { Part = part, Start = start });
        }

        return Hours(scan, at) is { } hours ? Last(scan, hours) : null;
    }

    /// Skips words that join a day and a time ("at", "around"); tells whether they loosen it.
    public static int Joined(Scan scan, int at, out bool about)
    {
        about = false;
        at = scan.Spaces(at);
        for (var more = 0; more < 3; more++)
        {
            if (scan.Find(at, Kind.About) is { } loose)
            {
                (at, about) = (scan.Spaces(loose.End), true);
            }
            else if (scan.Find(at, Kind.Joiner) is { } joiner)
            {
                at = scan.Spaces(joiner.End);
            }
        }

        return at;
    }

    private static TimeFound? Hours(Scan scan, int at)
    {
        if (Figures(scan, at) is { } figures)
        {
            return figures;
        }

        if (Numeral.Read(scan, at) is not { Unit: <= 10, Whole: true, Paired: false, High: <= 24, Bound: Bound.None } number
            || (number.High > number.Low && number.High > number.Low + 3))
        {
            return null;
        }

        var (hour, last) = ((int)number.Low, (int)number.High);
        if (scan.Find(scan.Spaces(number.End), Kind.HalfDay) is { } half)
        {
            return hour <= 12 ? new TimeFound(DayPart.Of(half.Word), new Clock(hour, 0, hour, 0, About: false, TwentyFour: false), at, half.End) : null;
        }

        return scan.Find(number.End, Kind.ClockUnit) is { } unit ? Minutes(scan, at, hour, last, unit.End)
            : hour == last && scan.FindBefore(scan.SpacesBack(at), Kind.AtHour) is not null ? Minutes(scan, at, hour, last, number.End)
            : null;
    }

    private static TimeFound Minutes(Scan scan, int at, int hour, int last, int end)
    {
        if (hour != last)
        {
            return Make(hour, 0, last, 59, about: false, end);
        }

        if (scan.Find(end, Kind.OrMoreAfter) is { } vague)
        {
            return Make(hour, 0, hour, 59, about: true, vague.End);
        }

        if (scan.Find(end, Kind.QuarterHour) is { } quarter)
        {
            return Make(hour, quarter.Word.First, hour, quarter.Word.First, about: false, quarter.End);
        }

        if (Numeral.Read(scan, end) is { } number && number.Plain(0, 59) is var minute and >= 0 && (scan.Is(number.End, Kind.MinuteUnit)
            || (number.End - end == 2 && !scan.Is(number.End, Kind.Measure) && !scan.Is(number.End, Kind.Currency))))
        {
            return Make(hour, minute, hour, minute, about: false, scan.Find(number.End, Kind.MinuteUnit)?.End ?? number.End);
        }

        return Make(hour, 0, hour, 0, about: false, scan.Find(end, Kind.ClockEnd)?.End ?? end);

        TimeFound Make(int hour, int minute, int lastHour, int lastMinute, bool about, int end)
        {
            var after = scan.Find(end, Kind.AboutAfter) ?? scan.Find(end, Kind.OccasionAbout);
            return new TimeFound(null, new Clock(hour, minute, lastHour, lastMinute, about || after is not null, hour > 12), at, after?.End ?? end);
        }
    }

    // 21:30, 9:30 pm
    private static TimeFound? Figures(Scan scan, int at)
    {
        if (!scan.IsDigit(at) || scan.IsDigit(at - 1) || scan.At(at - 1) == ':')
        {
            return null;
        }

        var colon = scan.IsDigit(at + 1) ? at + 2 : at + 1;
        var end = colon + 3;
        if (scan.At(colon) != ':' || !scan.IsDigit(colon + 1) || !scan.IsDigit(colon + 2) || scan.IsDigit(end))
        {
            return null;
        }

        var (hour, minute) = (int.Parse(scan.Text.AsSpan(at, colon - at)), int.Parse(scan.Text.AsSpan(colon + 1, 2)));
        if (hour > 23 || minute > 59)
        {
            return null;
        }

        end = scan.At(end) == ':' && scan.IsDigit(end + 1) && scan.IsDigit(end + 2) ? end + 3 : end;
        return scan.Find(scan.Spaces(end), Kind.HalfDay) is { } half && hour <= 12
            ? new TimeFound(DayPart.Of(half.Word), new Clock(hour, minute, hour, minute, About: false, TwentyFour: false), at, half.End)
            : new TimeFound(null, new Clock(hour, minute, hour, minute, About: false, TwentyFour: true), at, end);
    }

    // "from three to five": one span of time when the second hour is later the same day.
    private static TimeFound Last(Scan scan, TimeFound found)
    {
        if (found.Clock is not { IsSpan: false } first || scan.Find(found.End, Kind.To) is not { } to)
        {
            return found;
        }

        var word = scan.Find(to.End, Kind.Part);
        if (Hours(scan, word?.End ?? to.End) is not { Clock: { IsSpan: false } last, Part: null } second)
        {
            return found;
        }

        var part = word is { } told ? DayPart.Of(told.Word) : found.Part;
        var (from, until) = (first.In(found.Part)[0], last.In(part)[0]);
        var later = (until.Hour, last.Minute).CompareTo((from.Hour, first.Minute)) > 0;
        return later && !from.NextDay && !until.NextDay
            ? found with { End = second.End, Clock = first with { LastHour = until.Hour - from.Hour + first.Hour, LastMinute = last.Minute } }
            : found;
    }
}
