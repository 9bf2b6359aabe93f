namespace ChatHelper.Core.Facts.Reading;

/// Reads who was contacted, by the word the person uses for them.
internal static class Relations
{
    public static IReadOnlyList<(string Group, string Label)> Read(Scan scan)
    {
        var found = new List<(string, string)>();
        for (var at = 0; at < scan.Length;)
        {
            if (scan.Nothing(at))
            {
                at++;
                continue;
            }

            if (scan.Find(at, Kind.Relation) is { } hit && Meant(scan, hit) && !Modifies(scan, hit))
            {
                var person = (hit.Word.Name, scan.Typed[Modified(scan, at)..at] + Label(scan, hit));
                if (!found.Contains(person))
                {
                    found.Add(person);
                }

                at = hit.End;
                continue;
            }

            at++;
        }

        return found;
    }

    // A single character ("mum", "elder brother") is also part of other words: it needs an owner, a link or the beginning.
    private static bool Meant(Scan scan, Hit hit) => hit.Length > 1 || scan.SpacesBack(hit.Start) is var before
        && (before == 0 || scan.FindBefore(before, Kind.Owner) is not null || scan.FindBefore(before, Kind.And) is not null);

    // In "finance director" the first word only tells which director.
    private static bool Modifies(Scan scan, Hit hit) =>
        scan.Find(hit.Start, Kind.Modifier) is { } modifier && modifier.End == hit.End && scan.Is(hit.End, Kind.Relation);

    private static string Label(Scan scan, Hit hit) =>
        scan.Labels.GetValueOrDefault(hit.Word.Text) ?? scan.Typed[hit.Start..hit.End];

    private static int Modified(Scan scan, int start)
    {
        for (var more = 0; more < 2 && scan.FindBefore(start, Kind.Modifier) is { } modifier; more++)
        {
            start = modifier.Start;
        }

        return start;
    }
}
