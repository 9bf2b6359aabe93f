namespace ChatHelper.Core.Facts.Reading;

internal enum Bound
{
    None,
    About,
    OrMore,
    Below,
}

/// A number as people write it, in digits, in words or in both. Unit is the greatest magnitude named (1 when none);
/// Paired: the numeral holds its own measure word; Typed: begins with digits.
internal readonly record struct Number(int Start, int End, decimal Low, decimal High, Bound Bound, decimal Unit, bool Paired, bool Typed)
{
    public bool Whole => decimal.Truncate(Low) == Low && decimal.Truncate(High) == High;

    public bool IsOne => Low == 1 && High == 1;

    /// The number when it is one plain whole number within these limits, else -1.
    public int Plain(int least, int most) =>
        Unit < 100 && Whole && Low == High && Bound == Bound.None && Low >= least && Low <= most ? (int)Low : -1;

    public Number Times(decimal factor) => this with { Low = Low * factor, High = High * factor };

    public Precision Precision => Bound != Bound.None ? Precision.About : High > Low ? Precision.Range : Precision.Exact;

    public string Value => (Bound, High > Low) switch
    {
        (Bound.OrMore, _) => $"{Low:0.##}+",
        (Bound.Below, _) => $"<{High:0.##}",
        (_, true) => $"{Low:0.##}~{High:0.##}",
        _ => $"{Low:0.##}",
    };
}

/// Numbers with the words around them that loosen them.
internal static class Numbers
{
    /// The number here, with what stands before it ("about", "less than"), after it ("or more") and a second one ("to thirty").
    public static Number? Bounded(Scan scan, int at)
    {
        var bound = Before(scan, ref at, out var start);
        if (Span(scan, at) is not { } number)
        {
            return null;
        }

        return After(scan, number with { Start = start }, bound);
    }

    /// Adds a word that loosens the number and stands behind it or behind its unit.
    public static Number After(Scan scan, Number number, Bound known = Bound.None)
    {
        var (bound, end) = (number.Bound, number.End);
        if (scan.Find(end, Kind.OrMoreAfter) is { } more)
        {
            (bound, end) = (Bound.OrMore, more.End);
        }
        else if (scan.Find(end, Kind.AboutAfter) is { } about)
        {
            (bound, end) = (Bound.About, about.End);
        }
        else if (scan.Find(end, Kind.BelowAfter) is { } below)
        {
            (bound, end) = (Bound.Below, below.End);
        }
        else if (scan.Find(end, Kind.BeforeUnit) is { } loose && HasUnit(scan, loose.End))
        {
            (bound, end) = (Bound.About, loose.End);
        }

        return number with { Bound = known is Bound.Below or Bound.OrMore || bound == Bound.None ? Known(known, bound) : bound, End = end };
    }

    private static Bound Known(Bound known, Bound bound) => known == Bound.None ? bound : known;

    private static bool HasUnit(Scan scan, int at) =>
        scan.Is(at, Kind.Measure) || scan.Is(at, Kind.Currency) || scan.Is(at, Kind.TimeUnit) || scan.Is(at, Kind.CountNoun);

    private static Bound Before(Scan scan, ref int at, out int start)
    {
        start = at;
        foreach (var (kind, bound) in Loosening)
        {
            if (scan.Find(at, kind) is { } word)
            {
                at = scan.Spaces(word.End);
                return bound;
            }
        }

        return Bound.None;
    }

    private static readonly (Kind, Bound)[] Loosening =
        [(Kind.Below, Bound.Below), (Kind.OrMore, Bound.OrMore), (Kind.About, Bound.About)];

    private static Number? Span(Scan scan, int at)
    {
        if (Numeral.Read(scan, at) is not { } first)
        {
            return null;
        }

        if (scan.Find(first.End, Kind.To) is not { } to || Numeral.Read(scan, to.End) is not { } second)
        {
            return first;
        }

        // "5-8 thousand": the unit is said once, at the end.
        var low = first.Unit == 1 && second.Unit > 1 && first.Low * second.Unit < second.High ? first.Low * second.Unit : first.Low;
        return low < second.High && first.Low == first.High
            ? second with { Start = first.Start, Low = low, Typed = first.Typed, Unit = Math.Max(first.Unit, second.Unit) }
            : first;
    }
}
