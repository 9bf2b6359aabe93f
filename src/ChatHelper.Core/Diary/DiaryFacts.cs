using System.Globalization;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Diary;

/// <summary>Facts that follow from the diary. A count of none is no fact: the question stays open.</summary>
internal static class DiaryFacts
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "diary-first", "diary-last", "diary-days", "diary-busiest", "diary-busiest-day", "diary-nights", "diary-own", "diary-others", "diary-nobody",
        "diary-own-most", "diary-numbers", "diary-people", "diary-undated", "diary-gaps", "log-found",
    ];

    public static IEnumerable<KeyValuePair<string, Fact>> Of(CaseFile file)
    {
        var pattern = DiaryPattern.Of(file.Diary);
        return
        [
            .. When("diary-first", pattern.First), .. When("diary-last", pattern.Last),
            .. Count("diary-days", pattern.Days.Count), .. Count("diary-busiest", pattern.Busiest?.Count ?? 0),
            .. pattern.Busiest is { } busiest ? [KeyValuePair.Create("diary-busiest-day", Fact.Said("", $"{busiest.Day:uuuu-MM-dd}"))] : Array.Empty<KeyValuePair<string, Fact>>(),
            .. Count("diary-nights", pattern.Nights.Count), .. Count("diary-own", pattern.Own), .. Count("diary-others", pattern.Others),
            .. Count("diary-nobody", pattern.WhomUnknown), .. Count("diary-own-most", pattern.OwnMost),
            .. Count("diary-numbers", pattern.Numbers.Count), .. Count("diary-people", pattern.People),
            .. Count("diary-undated", pattern.HourUnknown), .. Count("diary-gaps", pattern.Gaps.Count),
            .. Count("log-found", file.Offered.Count),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Fact>> When(string name, DiaryEntry? entry) =>
        entry is null ? [] : [KeyValuePair.Create(name, Fact.Said("", entry.At, entry.Precision == Precision.Ask ? Precision.Range : entry.Precision))];

    private static IEnumerable<KeyValuePair<string, Fact>> Count(string name, int count) =>
        count == 0 ? [] : [KeyValuePair.Create(name, Fact.Said("", count.ToString(CultureInfo.InvariantCulture)))];
}
