namespace ChatHelper.Core.Facts.Reading;

/// Reads amounts of money, in yuan. Each stands for itself; none is ever added to another.
internal static class Amounts
{
    private const decimal LeastSpokenUnit = 100, LeastCued = 10, Myriad = 10_000, MostPhoneLike = 100_000_000;

    public static IReadOnlyList<Found> Read(Scan scan, IReadOnlyList<Found> phones)
    {
        var found = new List<Found>();
        var unclear = new List<Number>();
        var myriads = false;
        for (var at = 0; at < scan.Length;)
        {
            if (scan.Nothing(at))
            {
                at++;
                continue;
            }

            if (phones.FirstOrDefault(phone => phone.Start <= at && at < phone.End) is { } phone)
            {
                at = phone.End;
                continue;
            }

            var sign = scan.Find(at, Kind.CurrencySign);
            if (Numbers.Bounded(scan, sign is { } before ? scan.Spaces(before.End) : at) is not { } number)
            {
                at = scan.Find(at, Kind.Rate)?.End ?? at + 1;
                continue;
            }

            number = number with { Start = sign?.Start ?? number.Start };
            var end = number.End;
            if (Unclear(scan, number))
            {
                unclear.Add(number);
            }
            else if (Money(scan, number, sign is not null) is { } money)
            {
                found.Add(scan.Found(money.Start, money.End, money.Value, money.Precision));
                myriads |= money.Unit >= Myriad;
                end = money.End;
            }

            at = Math.Max(at + 1, end);
        }

        AddUnclear(scan, unclear, found, myriads);
        return found;
    }

    private static Number? Money(Scan scan, Number number, bool signed)
    {
        var after = scan.Spaces(number.End);
        if (scan.Find(after, Kind.Currency) is { } currency)
        {
            return Numbers.After(scan, Fen(scan, number with { End = currency.End }, currency.End));
        }

        if (scan.FindBefore(number.Start, Kind.Ordinal) is not null || OtherUnit(scan, after) || scan.FindBefore(number.Start, Kind.Rate) is not null)
        {
            return null;
        }

        var spoken = number.Unit >= LeastSpokenUnit;
        return signed || spoken || (number.Low < MostPhoneLike && !number.Paired && ((Cued(scan, number.Start) && (number.Typed || number.Low >= LeastCued)) || Alone(scan, number))) ? number : null;
    }

    // "two yuan five" = 2.5
    private static Number Fen(Scan scan, Number number, int end) =>
        number.Low == number.High && number.Whole && number.Bound == Bound.None
        && Numeral.Read(scan, end) is { Unit: 1 } tenths && tenths.Plain(1, 9) is var tenth and > 0
        && !OtherUnit(scan, tenths.End) && tenths.End - end == 1
            ? number with { Low = number.Low + (tenth / 10m), High = number.Low + (tenth / 10m), End = tenths.End }
            : number;

    private static bool OtherUnit(Scan scan, int at) =>
        scan.Is(at, Kind.Measure) || scan.Is(at, Kind.TimeUnit) || scan.Is(at, Kind.Rate) || scan.Is(at, Kind.DayUnit) || scan.Is(at, Kind.Age)
        || scan.Is(at, Kind.MonthUnit) || scan.Is(at, Kind.YearUnit) || scan.Is(at, Kind.ClockUnit) || scan.Is(at, Kind.CountNoun);

    private static bool Alone(Scan scan, Number number) =>
        scan.Spaces(0) == number.Start && scan.Spaces(number.End) == scan.Length;

    /// True when a word of money ("owe", "transferred") stands right before this position.
    public static bool Cued(Scan scan, int at)
    {
        for (var start = at - 1; start >= Math.Max(0, at - 10); start--)
        {
            if (scan.Find(start, Kind.MoneyCue) is not { } cue || cue.End > at)
            {
                continue;
            }

            var next = scan.Spaces(cue.End);
            while (next < at && scan.Find(next, Kind.MoneyFiller) is { } filler)
            {
                next = scan.Spaces(filler.End);
            }

            if (next == at)
            {
                return true;
            }
        }

        return false;
    }

    // "2.8" without a unit: myriads, most likely, but that is for the person to say.
    private static bool Unclear(Scan scan, Number number) =>
        number is { Unit: 1, Whole: false, Typed: true, Low: < 100 } && number.Low == number.High
        && !scan.Is(scan.Spaces(number.End), Kind.Currency) && !scan.Is(number.Start, Kind.CurrencySign) && !OtherUnit(scan, scan.Spaces(number.End))
        && scan.At(number.End) is not ('.' or '/' or '-' or ':');

    private static void AddUnclear(Scan scan, List<Number> unclear, List<Found> found, bool myriads)
    {
        var told = found.Select(amount => amount.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var number in unclear)
        {
            var likely = number.Times(Myriad).Value;
            if (!told.Contains(likely) && (myriads || Alone(scan, number) || Cued(scan, number.Start)))
            {
                found.Add(scan.Ask(number.Start, number.End, [likely, number.Value]));
            }
        }

        found.Sort((one, other) => one.Start.CompareTo(other.Start));
    }
}
