namespace ChatHelper.Core.Facts.Reading;

/// Tells from the words around a date which way it points.
internal static class Tenses
{
    // Words further away speak of something else.
    private const int LongestClause = 40;

    public static Tense Of(Scan scan, int start, int end, Tense given)
    {
        if (scan.Is(end, Kind.DeadlineAfter) || scan.FindBefore(scan.SpacesBack(start), Kind.DeadlineBefore) is not null)
        {
            return Tense.Deadline;
        }

        var (from, to) = Clause(scan, start, end);
        if (scan.Any(from, to, Kind.DeadlineCue))
        {
            return Tense.Deadline;
        }

        return given == Tense.Unsure && (scan.Any(from, start, Kind.PastCue) || scan.Any(end, to, Kind.PastCue)) ? Tense.Past : given;
    }

    private static (int From, int To) Clause(Scan scan, int start, int end)
    {
        var (first, last) = (Math.Max(0, start - LongestClause), Math.Min(scan.Length, end + LongestClause));
        while (start > first && !scan.Is(start - 1, Kind.ClauseEnd))
        {
            start--;
        }

        while (end < last && !scan.Is(end, Kind.ClauseEnd))
        {
            end++;
        }

        return (start, end);
    }
}
