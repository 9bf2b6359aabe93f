using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// Chooses among days that come again and again: the last one, the next one, or both.
internal static class Toward
{
    // A date told without a year means the past one, unless the next is so near that both are likely.
    private const int SoonDays = 60;

    public static IReadOnlyList<DateInterval> Pick(LocalDate today, Tense tense, Func<int, DateInterval?> ofYear) =>
        Pick(today, tense, Enumerable.Range(today.Year - 4, 9).Select(ofYear), SoonDays);

    public static IReadOnlyList<DateInterval> Pick(LocalDate today, Tense tense, IEnumerable<DateInterval?> inOrder, int soon)
    {
        DateInterval? past = null, next = null;
        foreach (var days in inOrder)
        {
            past = days is not null && days.Start <= today ? days : past;
            next ??= days is not null && days.End >= today ? days : null;
        }

        DateInterval?[] picked = tense switch
        {
            Tense.Past => [past],
            Tense.Deadline => [next],
            _ when past is null => [next],
            _ when next is not null && Period.DaysBetween(today, next.Start) <= soon => [past, next],
            _ => [past],
        };
        return [.. picked.OfType<DateInterval>().Distinct()];
    }

    /// Days of a month; null when the first of them does not exist.
    public static DateInterval? Month(int year, int month, int from, int to)
    {
        if (year is < 1900 or > 2200 || month is < 1 or > 12)
        {
            return null;
        }

        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return from < 1 || from > length || to < from ? null : new DateInterval(new(year, month, from), new(year, month, Math.Min(to, length)));
    }
}
