namespace ChatHelper.Core.Facts.Reading;

/// "seven a day", "one day they called seven times": a count by the day.
internal static class PerDay
{
    /// True when a count stands behind a day word that ends here.
    public static bool Follows(Scan scan, int end) => Numbers.Bounded(scan, Fillers(scan, end)) is not null;

    /// The start of the day word that makes a count beginning here a count by the day; -1 when there is none.
    public static int Before(Scan scan, int count)
    {
        for (var at = Math.Max(0, count - 12); at < count; at++)
        {
            if (scan.Find(at, Kind.PerDay, Kind.Daily) is { } day && Fillers(scan, day.End) == count)
            {
                return at;
            }
        }

        return -1;
    }

    private static int Fillers(Scan scan, int at)
    {
        at = scan.Spaces(at);
        while (scan.Find(at, Kind.PerDayFiller) is { } filler)
        {
            at = scan.Spaces(filler.End);
        }

        return at;
    }
}
