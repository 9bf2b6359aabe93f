using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>Entries in the order in which they happened.</summary>
internal static class DiaryOrder
{
    private static readonly LocalDate Never = new(9999, 12, 31);

    /// <summary>By day, then hour and minute; within a day those without an hour last, those without a day at the very end.</summary>
    public static IReadOnlyList<DiaryEntry> Sorted(IEnumerable<DiaryEntry> entries) => [.. entries
        .Select(entry => (Entry: entry, Day: DateSpan.Read(entry.At)?.From ?? Never, Time: DiaryTime.Of(entry.At)))
        .OrderBy(one => one.Day).ThenBy(one => one.Time.Hour ?? 24).ThenBy(one => one.Time.Minute ?? 0).ThenBy(one => one.Entry.No)
        .Select(one => one.Entry)];
}
