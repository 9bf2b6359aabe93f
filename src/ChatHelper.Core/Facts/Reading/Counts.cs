namespace ChatHelper.Core.Facts.Reading;

/// Reads how many calls, messages, people or things.
internal static class Counts
{
    // Above these a number is rather a short phone number.
    private const int Most = 9_999, MostWithoutMeasure = 999;

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

            if (scan.Find(at, Kind.Daily) is { } daily && !PerDay.Follows(scan, daily.End))
            {
                found.Add(scan.Found(at, daily.End, "daily", Precision.About));
                at = daily.End;
                continue;
            }

            var number = Numbers.Bounded(scan, at);
            if (number is { } told && At(scan, told) is { } count)
            {
                found.Add(count);
                at = count.End;
                continue;
            }

            at = Math.Max(at + 1, number?.End ?? 0);
        }

        return found;
    }

    private static Found? At(Scan scan, Number number)
    {
        if (!number.Whole || number.High > Most || scan.Is(number.End, Kind.TimeUnit) || scan.FindBefore(number.Start, Kind.Ordinal) is not null)
        {
            return null;
        }

        var alone = Whole(scan, number);
        var after = scan.Spaces(number.End);
        var measure = scan.Find(after, Kind.Measure);
        var noun = scan.Find(scan.Spaces(measure?.End ?? after), Kind.CountNoun);
        noun = measure is null && number.High > MostWithoutMeasure ? null : noun;
        if (!alone && measure is null && noun is null && !Bare(scan, number))
        {
            return null;
        }

        // "an app", "one hidden number" count nothing.
        if (number.IsOne && noun is null && !alone && measure is { } article && scan.Is(article.Start, Kind.Article))
        {
            return null;
        }

        var end = noun?.End ?? measure?.End ?? number.End;
        var loose = Numbers.After(scan, number with { End = end });
        var day = PerDay.Before(scan, number.Start);
        var start = day < 0 ? number.Start : day;
        return scan.Found(start, loose.End, loose.Value + (day < 0 ? "" : "/day"), loose.Precision);
    }

    // "two classmates" with a paired numeral; "twice".
    private static bool Bare(Scan scan, Number number) =>
        (number.Paired && !scan.Is(number.End, Kind.TimeUnit) && !scan.Is(number.End, Kind.MonthUnit))
        || scan.Find(number.Start, Kind.WholeNumber) is { Word.Second: 1 };

    private static bool Whole(Scan scan, Number number) =>
        number.Unit < 10_000 && scan.Spaces(0) == number.Start && scan.Spaces(number.End) == scan.Length;
}
