using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>How often something happened on a day.</summary>
public sealed record DayCount(LocalDate Day, int Count);

/// <summary>How often something stands in the diary.</summary>
/// <param name="Key">A number in canonical form, a choice id, or words for a person.</param>
/// <param name="Count">Entries that have it.</param>
/// <param name="First">Earliest day of them; null when no day is known.</param>
/// <param name="Last">Latest day of them; null when no day is known.</param>
public sealed record Tally(string Key, int Count, LocalDate? First, LocalDate? Last);

/// <summary>What follows from the entries of a diary by counting alone. Every entry is counted once in <see cref="Total"/>;
/// what an entry does not tell (day, hour, person, number) is counted apart and never guessed. Days and hours are those of Asia/Shanghai.</summary>
public sealed record DiaryPattern
{
    /// <summary>All entries.</summary>
    public required int Total { get; init; }

    /// <summary>Entries that reached the person.</summary>
    public required int Own { get; init; }

    /// <summary>Entries that reached somebody else.</summary>
    public required int Others { get; init; }

    /// <summary>Entries of which nobody said whom they reached.</summary>
    public int WhomUnknown => Total - Own - Others;

    /// <summary>Entries without one certain day.</summary>
    public required int DayUnknown { get; init; }

    /// <summary>Entries not known to the hour; they are neither by night nor by day.</summary>
    public required int HourUnknown { get; init; }

    /// <summary>Entries known to the hour, between 22:00 and 08:00, in order of time.</summary>
    public required IReadOnlyList<DiaryEntry> Nights { get; init; }

    /// <summary>Days with entries, in order.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }

    /// <summary>The day with most entries, the first of several; null when no day is known.</summary>
    public required DayCount? Busiest { get; init; }

    /// <summary>Most calls to the person on one day; 0 when no day is known.</summary>
    public required int OwnMost { get; init; }

    /// <summary>Numbers and accounts, most frequent first; entries without one are left out.</summary>
    public required IReadOnlyList<Tally> Numbers { get; init; }

    /// <summary>Choice ids of whom it reached (<c>me</c>, <c>family</c>, …), most frequent first.</summary>
    public required IReadOnlyList<Tally> Whom { get; init; }

    /// <summary>Choice ids of the means, most frequent first.</summary>
    public required IReadOnlyList<Tally> Means { get; init; }

    /// <summary>Different persons beside the own one, as far as they were named; of a group nobody was named in: one.</summary>
    public required int People { get; init; }

    /// <summary>Earliest entry with a day, or a range of days; null without any.</summary>
    public required DiaryEntry? First { get; init; }

    /// <summary>Latest entry with a day, or a range of days; null without any.</summary>
    public required DiaryEntry? Last { get; init; }

    /// <summary>Stretches of at least three days without an entry, between the first and the last day.</summary>
    public required IReadOnlyList<DateSpan> Gaps { get; init; }

    /// <summary>Seven rows, Monday first, of twenty-four counts: entries known by day and hour.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Hours { get; init; }

    /// <summary>Counts a diary. Pure; the order of the entries does not matter.</summary>
    public static DiaryPattern Of(IReadOnlyList<DiaryEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var all = DiaryOrder.Sorted(entries).Select(entry => new Timed(entry, DiaryTime.Of(entry.At), DateSpan.Read(entry.At))).ToList();
        var days = PerDay(all);
        return new DiaryPattern
        {
            Total = all.Count,
            Own = all.Count(one => one.Entry.Whom == "me"),
            Others = all.Count(one => one.IsOther),
            DayUnknown = all.Count(one => one.Time.Day is null),
            HourUnknown = all.Count(one => one.Time.Hour is null),
            Nights = [.. all.Where(one => one.Time.IsNight).Select(one => one.Entry)],
            Days = days,
            Busiest = days.MaxBy(day => day.Count),
            OwnMost = PerDay(all.Where(one => one.Entry is { Whom: "me", Means: "call" })).Select(day => day.Count).DefaultIfEmpty().Max(),
            Numbers = Tallied(all, entry => entry.Caller),
            Whom = Tallied(all, entry => entry.Whom),
            Means = Tallied(all, entry => entry.Means),
            People = all.Where(one => one.IsOther).Select(one => one.Entry.WhomNamed.Length > 0 ? one.Entry.WhomNamed : $"({one.Entry.Whom})")
                .Distinct(StringComparer.Ordinal).Count(),
            First = all.Find(one => one.Span is not null)?.Entry,
            Last = all.Where(one => one.Span is not null).MaxBy(one => one.Span!.To)?.Entry is { } latest
                ? all.FindLast(one => one.Span is { } span && span.To == DateSpan.Read(latest.At)!.To)!.Entry
                : null,
            Gaps = GapsIn(all),
            Hours = HoursOf(all),
        };
    }

    private static List<DayCount> PerDay(IEnumerable<Timed> entries) => [.. entries
        .Where(one => one.Time.Day is not null)
        .GroupBy(one => one.Time.Day!.Value)
        .OrderBy(day => day.Key)
        .Select(day => new DayCount(day.Key, day.Count()))];

    private static IReadOnlyList<Tally> Tallied(IEnumerable<Timed> entries, Func<DiaryEntry, string> key) => [.. entries
        .Where(one => key(one.Entry).Length > 0)
        .GroupBy(one => key(one.Entry), StringComparer.Ordinal)
        .Select(group => new Tally(group.Key, group.Count(), group.Min(one => one.Span?.From), group.Max(one => one.Span?.To)))
        .OrderByDescending(tally => tally.Count).ThenBy(tally => tally.Key, StringComparer.Ordinal)];

    // A range counts as told on each of its days: no gap is claimed where something may have been.
    private static List<DateSpan> GapsIn(IEnumerable<Timed> entries)
    {
        const int shortest = 3;
        List<DateSpan> gaps = [];
        LocalDate? last = null;
        foreach (var span in entries.Select(one => one.Span).OfType<DateSpan>().OrderBy(span => span.From))
        {
            if (last is { } before && Period.DaysBetween(before, span.From) > shortest)
            {
                gaps.Add(new DateSpan(before.PlusDays(1), span.From.PlusDays(-1)));
            }

            last = last is { } so && so > span.To ? so : span.To;
        }

        return gaps;
    }

    private static IReadOnlyList<IReadOnlyList<int>> HoursOf(IEnumerable<Timed> entries)
    {
        var rows = Enumerable.Range(0, 7).Select(_ => new int[24]).ToArray();
        foreach (var (_, time, _) in entries)
        {
            if (time is { Day: { } day, Hour: { } hour })
            {
                rows[(int)day.DayOfWeek - 1][hour]++;
            }
        }

        return rows;
    }

    private sealed record Timed(DiaryEntry Entry, DiaryTime Time, DateSpan? Span)
    {
        public bool IsOther => Entry.Whom.Length > 0 && Entry.Whom != "me";
    }
}
