namespace ChatHelper.Core.Facts.Reading;

/// Reads phone numbers: digit groups with single separators, hidden callers, and beginnings of numbers.
internal static class Phones
{
    public static IReadOnlyList<Found> Read(Scan scan)
    {
        var found = new List<Found>();
        for (var at = 0; at < scan.Length;)
        {
            if (scan.Find(at, Kind.HiddenNumber) is { } hidden)
            {
                found.Add(scan.Found(at, hidden.End, PhoneNumber.Hidden, Precision.Exact));
                at = hidden.End;
                continue;
            }

            if (!scan.IsDigit(at) && !(scan.At(at) is '+' or '(' && scan.IsDigit(at + 1)))
            {
                at++;
                continue;
            }

            var groups = Groups(scan, at);
            at = Math.Max(ReadRun(scan, groups, found), at + 1);
        }

        return found;
    }

    /// Groups of digits as typed, each with its place; the first may carry a plus.
    private static List<(int Start, int End, string Digits)> Groups(Scan scan, int at)
    {
        var groups = new List<(int, int, string)>();
        while (true)
        {
            var start = at;
            at += scan.At(at) is '+' or '(' ? 1 : 0;
            var first = at;
            while (scan.IsDigit(at))
            {
                at++;
            }

            groups.Add((start, at, (scan.At(start) == '+' ? "+" : "") + new string(scan.Text, first, at - first)));
            var next = at + (scan.At(at) == ')' ? 1 : 0);
            next += scan.At(next) is ' ' or '-' or '.' ? 1 : 0;
            if (next == at || !(scan.IsDigit(next) || (scan.At(next) == '(' && scan.IsDigit(next + 1))))
            {
                return groups;
            }

            at = next;
        }
    }

    private static int ReadRun(Scan scan, List<(int Start, int End, string Digits)> groups, List<Found> found)
    {
        if (PhoneNumber.IsCard(groups))
        {
            return groups[^1].End;
        }

        for (var first = 0; first < groups.Count;)
        {
            if (PhoneNumber.Longest(groups, first) is { } number && !OtherNumber(scan, groups[first].Start, groups[number.Last].End, number.Value))
            {
                found.Add(scan.Found(groups[first].Start, groups[number.Last].End, number.Value, Precision.Exact));
                first = number.Last + 1;
                continue;
            }

            if (groups[first].Digits is { Length: >= 2 and <= 10 } begin && scan.Find(scan.Spaces(groups[first].End), Kind.BeginsWith) is { } suffix)
            {
                found.Add(scan.Found(groups[first].Start, suffix.End, begin + "*", Precision.About));
            }

            first++;
        }

        return groups[^1].End;
    }

    // A short number may as well be money; and one that only begins so is not the whole.
    private static bool OtherNumber(Scan scan, int start, int end, string value) =>
        scan.Is(scan.Spaces(end), Kind.BeginsWith)
        || (value.Length <= PhoneNumber.LongestShort && (Amounts.Cued(scan, start) || scan.Is(scan.Spaces(end), Kind.Currency)
            || scan.Is(end, Kind.Magnitude) || scan.Is(end, Kind.Measure) || scan.At(end) is '.' or '/'));
}
