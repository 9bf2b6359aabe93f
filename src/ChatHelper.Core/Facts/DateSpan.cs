using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Facts;

/// <summary>The days on which something happened, both ends included, as calendar days of Asia/Shanghai.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, never before <paramref name="From"/>.</param>
public sealed record DateSpan(LocalDate From, LocalDate To)
{
    /// <summary>Reads the canonical value of a date fact: a day (<c>2026-11-11</c>), a day with a time or a part of it
    /// (<c>2026-11-11T21:00~21:59</c>, <c>2026-11-17 PM</c>), a range (<c>2026-10-11~2026-10-20</c>) or candidates
    /// (<c>2026-10-03|2026-10-04</c>). Several days give the span from the first to the last.</summary>
    /// <returns>Null when a part is no date: a doubtful day is asked for, never guessed.</returns>
    public static DateSpan? Read(string? value)
    {
        if (value is null or { Length: > 200 })
        {
            return null;
        }

        var days = new List<LocalDate>();
        foreach (var part in value.Split(['|', '~'], StringSplitOptions.TrimEntries))
        {
            if (Day(part) is { } day)
            {
                days.Add(day);
            }
            else if (days.Count == 0 || !IsTime(part))
            {
                return null;
            }
        }

        return new DateSpan(days.Min(), days.Max());
    }

    /// <summary>The span that holds both.</summary>
    public DateSpan Hull(DateSpan other) => new(LocalDate.Min(From, other.From), LocalDate.Max(To, other.To));

    /// <summary>True when a window has a day in common with this span.</summary>
    /// <param name="from">First day of the window.</param>
    /// <param name="to">Last day of the window; null for one without an end.</param>
    public bool Meets(LocalDate from, LocalDate? to) => from <= To && (to is null || to >= From);

    private static LocalDate? Day(string part) =>
        part.Length >= 10
        && (part.Length == 10 || part[10] is 'T' or ' ')
        && LocalDatePattern.Iso.Parse(part[..10]) is { Success: true } day
            ? day.Value
            : null;

    private static bool IsTime(string part) =>
        part.Length >= 5 && (part.Length == 5 || part[5] is ' ') && LocalTimePattern.HourMinuteIso.Parse(part[..5]).Success;
}
