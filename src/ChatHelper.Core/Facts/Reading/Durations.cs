namespace ChatHelper.Core.Facts.Reading;

/// A length of time: a number and a unit; First of the unit is its length in days, or in minutes when Second says so.
internal readonly record struct Span(Number Number, Word Unit, int Start, int End, bool Half)
{
    public decimal Low => (Number.Low + (Half ? 0.5m : 0)) * Unit.First;

    public decimal High => (Number.High + (Half ? 0.5m : 0)) * Unit.First;
}

/// Reads lengths of time.
internal static class Durations
{
    /// Second value of a time unit that is told in minutes and not in days.
    public const int Minutes = 1;

    // Beyond it the number is a year of the calendar, or no length of time anybody lived through.
    private const int MostUnits = 1000, MostDays = 20 * 365;

    public static IReadOnlyList<Found> Read(Scan scan)
    {
        var found = new List<Found>();
        for (var at = 0; at < scan.Length;)
        {
            if (scan.Nothing(at))
            {
                at++;
                continue;
            }

            var span = At(scan, at);
            if (span is { } told && Meant(scan, told))
            {
                found.Add(Days(scan, told));
            }

            at = Math.Max(at + 1, span?.End ?? Numeral.Read(scan, at)?.End ?? 0);
        }

        return found;
    }

    /// The length of time that begins here.
    public static Span? At(Scan scan, int at)
    {
        if (scan.Find(at, Kind.Half) is { } half)
        {
            return Unit(scan, half.End, paired: true) is { } unit
                ? new Span(new Number(at, half.End, 0, 0, Bound.None, 1, Paired: false, Typed: false), unit.Word, at, unit.End, Half: true)
                : null;
        }

        if (Numbers.Bounded(scan, at) is not { } number)
        {
            return null;
        }

        var end = scan.Spaces(number.End);
        var more = scan.Find(end, Kind.Piece) is { } piece && scan.Find(piece.End, Kind.OrMoreAfter, Kind.Half) is { } after ? after : (Hit?)null;
        if (Unit(scan, more?.End ?? end, number.Paired || more is not null || number.Bound != Bound.None) is not { } found || number.High > MostUnits)
        {
            return null;
        }

        var isHalf = more?.Word.Kind == Kind.Half;
        number = more?.Word.Kind == Kind.OrMoreAfter ? number with { Bound = Bound.OrMore } : number;
        var loose = Numbers.After(scan, number with { End = found.End });
        if (scan.Find(found.End, Kind.Half) is { } tail && found.Word.First > 1)
        {
            (isHalf, loose) = (true, loose with { End = tail.End });
        }

        return new Span(loose, found.Word, at, loose.End, isHalf);
    }

    // "3 months" needs its measure word in Chinese; without it, it is March. A paired numeral brings its own.
    private static Hit? Unit(Scan scan, int at, bool paired) =>
        scan.Find(at, Kind.TimeUnit) ?? (paired && scan.Find(at, Kind.MonthUnit) is { } month
            ? month with { Word = month.Word with { First = 30 } }
            : null);

    private static Found Days(Scan scan, Span span)
    {
        var days = span.Number with { Low = Math.Floor(span.Low), High = Math.Floor(span.High) };
        days = days with { Bound = days.Bound == Bound.None && (span.Unit.First >= 30 || span.Half) && days.Low == days.High ? Bound.About : days.Bound };
        return scan.Found(span.Start, span.End, days.Value, days.Precision);
    }

    private static bool Meant(Scan scan, Span span) => span.Unit.Second == 0 && span.High <= MostDays
        && DayParser.Direction(scan, scan.Spaces(span.End), out _) == 0
        && scan.FindBefore(span.Start, Kind.Ordinal) is null
        && !(span.Number.IsOne && scan.Any(span.Start, span.End, Kind.PerDay) && PerDay.Follows(scan, span.End));
}
