namespace ChatHelper.Core.Facts.Reading;

/// Reads dates told by year, month and day number, in figures or words.
internal static class DateParser
{
    private const int WholeMonth = 31;

    public static DayFound? At(Scan scan, int at) =>
        Figures(scan, at) ?? YearFirst(scan, at) ?? MonthFirst(scan, at, year: null, near: null) ?? NearMonthFirst(scan, at)
        ?? LoneMonthPart(scan, at) ?? DayNumber(scan, at);

    /// "the 3rd", "1st to 7th".
    public static DayFound? DayNumber(Scan scan, int at) =>
        DayOf(scan, at, unitNeeded: true) is { } day ? new DayFound(new DayOfMonth(day.From, day.To), at, day.End) : null;

    // 2026-11-03, 2026/11/3, 2026.11.3, 11/3; 11.3 and 11-3 only where a part of the day or an hour follows.
    private static DayFound? Figures(Scan scan, int at)
    {
        if (!scan.IsDigit(at) || scan.IsDigit(at - 1) || (at > 1 && scan.At(at - 1) is '/' or '-' or '.' && scan.IsDigit(at - 2)))
        {
            return null;
        }

        var (first, end) = Digits(scan, at);
        var sign = scan.At(end);
        if (sign is not ('/' or '-' or '.') || !scan.IsDigit(end + 1))
        {
            return null;
        }

        var (second, secondEnd) = Digits(scan, end + 1);
        if (scan.At(secondEnd) == sign && scan.IsDigit(secondEnd + 1))
        {
            var (third, thirdEnd) = Digits(scan, secondEnd + 1);
            return end - at == 4 ? Checked(first, second, third, thirdEnd) : third >= 1900 ? MonthAndDay(third, thirdEnd) : null;
        }

        var told = sign == '/' || scan.Is(scan.Spaces(secondEnd), Kind.Part) || scan.Is(secondEnd, Kind.DayUnit);
        return told && end - at <= 2 && secondEnd - end <= 3 ? MonthAndDay(null, secondEnd) : null;

        DayFound? MonthAndDay(int? year, int last) => first > 12 ? Checked(year, second, first, last) : Checked(year, first, second, last);

        DayFound? Checked(int? year, int month, int day, int last) => month is >= 1 and <= 12 && day is >= 1 and <= WholeMonth
            ? new DayFound(new MonthDay(year, month, day, day), at, scan.Find(last, Kind.DayUnit)?.End ?? last)
            : null;
    }

    private static (int Value, int End) Digits(Scan scan, int at)
    {
        var value = 0;
        for (; scan.IsDigit(at); at++)
        {
            value = Math.Min((value * 10) + scan.At(at) - '0', 99_999);
        }

        return (value, at);
    }

    private static DayFound? YearFirst(Scan scan, int at)
    {
        var (year, near, end) = (0, false, at);
        if (scan.Find(at, Kind.Year) is { } word)
        {
            (year, near, end) = (word.Word.First, true, word.End);
        }
        else if (Numeral.Read(scan, at) is { } number && scan.Find(number.End, Kind.YearUnit) is { } unit
            && number.Plain(0, 9999) is var told && (told >= 1000 || told is >= 20 and <= 40 && number.End - at == 2))
        {
            (year, end) = (told < 100 ? told + 2000 : told, unit.End);
        }
        else
        {
            return null;
        }

        var next = scan.Find(end, Kind.Joiner)?.End ?? scan.Spaces(end);
        if (MonthFirst(scan, next, near ? null : year, near ? year : null) is { } month)
        {
            return month with { Start = at };
        }

        if (scan.Find(next, Kind.Festival) is { } festival)
        {
            var day = new DayFound(new YearedFestival(scan.Festivals[festival.Word.First], year, near), at, festival.End);
            return DayParser.OfSameMonth(scan, festival.End, day.Day) is { } told ? told with { Start = at } : day;
        }

        var (first, last) = (1, 12);
        if (scan.Find(end, Kind.YearPart) is { } part)
        {
            (first, last, end) = (part.Word.First, part.Word.Second, part.End);
        }
        else if (near && year == 0)
        {
            return null;
        }

        return new DayFound(new YearSpan(year, near, first, last), at, end);
    }

    private static DayFound? MonthFirst(Scan scan, int at, int? year, int? near)
    {
        if (scan.Find(at, Kind.MonthName) is { } name)
        {
            return DayOf(scan, scan.Spaces(name.End), unitNeeded: false) is { } named
                ? new DayFound(InYear(year, near, name.Word.First, named.From, named.To), at, named.End)
                : year is null && near is null ? null : Whole(name.End, name.Word.First);
        }

        if (Numeral.Read(scan, at) is not { Paired: false } number)
        {
            return null;
        }

        var month = number.Plain(1, 12);
        if (number.Plain(1, WholeMonth) is var day and > 0 && EnglishMonth(scan, number.End) is { } english)
        {
            return new DayFound(InYear(year, near, english.Word.First, day, day), at, english.End);
        }

        if (month < 0 || scan.Find(number.End, Kind.MonthUnit) is not { } unit)
        {
            return null;
        }

        if (scan.Find(unit.End, Kind.MonthPart) is { } part)
        {
            return new DayFound(InYear(year, near, month, part.Word.First, part.Word.Second), at, part.End);
        }

        return DayOf(scan, scan.Spaces(unit.End), unitNeeded: false) is { } days
            ? new DayFound(InYear(year, near, month, days.From, days.To), at, days.End)
            : Whole(unit.End, month);

        DayFound Whole(int end, int which) => new(InYear(year, near, which, 1, WholeMonth), at, end);
    }

    private static Day InYear(int? year, int? near, int month, int from, int to) => near is { } offset
        ? new YearedDay(offset, month, from, to)
        : new MonthDay(year, month, from, to);

    private static Hit? EnglishMonth(Scan scan, int at) =>
        scan.Find(scan.Spaces(scan.Find(at, Kind.DayUnit)?.End ?? at), Kind.MonthName);

    private static DayFound? NearMonthFirst(Scan scan, int at)
    {
        if (scan.Find(at, Kind.Month) is not { } month)
        {
            return null;
        }

        var next = scan.Find(month.End, Kind.Joiner)?.End ?? scan.Spaces(month.End);
        var (from, to, end) = scan.Find(next, Kind.MonthPart) is { } part ? (part.Word.First, part.Word.Second, part.End)
            : DayOf(scan, next, unitNeeded: true) is { } day ? day
            : (1, WholeMonth, month.End);
        return new DayFound(new NearMonth(month.Word.First, from, to), at, end);
    }

    private static DayFound? LoneMonthPart(Scan scan, int at) =>
        scan.Find(at, Kind.MonthUnit) is { } unit && scan.Find(unit.End, Kind.MonthPart) is { } part
            ? new DayFound(new DayOfMonth(part.Word.First, part.Word.Second), at, part.End)
            : null;

    private static (int From, int To, int End)? DayOf(Scan scan, int at, bool unitNeeded)
    {
        if (Numeral.Read(scan, at) is not { } first || first.Unit > 10 || !first.Whole || first.Low < 1 || first.High > WholeMonth)
        {
            return null;
        }

        var end = scan.Find(first.End, Kind.DayUnit)?.End ?? first.End;
        var told = end > first.End;
        if (scan.Find(end, Kind.To) is { } to && Numeral.Read(scan, to.End) is { Whole: true } last && last.High <= WholeMonth
            && scan.Find(last.End, Kind.DayUnit) is { } unit && last.High > first.Low)
        {
            return ((int)first.Low, (int)last.High, unit.End);
        }

        var alone = !unitNeeded && !scan.Is(end, Kind.Measure) && !scan.Is(end, Kind.ClockUnit);
        return told || alone ? ((int)first.Low, (int)first.High, end) : null;
    }
}
