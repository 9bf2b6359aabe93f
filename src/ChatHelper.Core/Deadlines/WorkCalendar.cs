using ChatHelper.Core.Content;
using NodaTime;

namespace ChatHelper.Core.Deadlines;

/// <summary>A day that was counted to.</summary>
/// <param name="Day">The day.</param>
/// <param name="Provisional">The holidays on the way were not all announced yet: it may still move.</param>
public sealed record CountedDay(LocalDate Day, bool Provisional);

/// <summary>Which days are working days: Monday to Friday, less the holidays, plus the make-up days (<c>holidays/YEAR.yaml</c>).</summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<int, HolidayYear> _years;

    internal WorkCalendar(IEnumerable<HolidayYear> years) => _years = years.ToDictionary(year => year.Year);

    /// <summary>True when offices work that day. A year without holidays of its own knows weekends alone.</summary>
    public bool Works(LocalDate day) =>
        _years.TryGetValue(day.Year, out var year) && year.Exception(day) is { } works ? works : day.DayOfWeek < IsoDayOfWeek.Saturday;

    /// <summary>True while the arrangement of that year is not announced: only the fixed holidays are known.</summary>
    public bool IsProvisional(int year) => !_years.TryGetValue(year, out var known) || known.Provisional;

    /// <summary>The n-th working day after a day, which itself does not count.</summary>
    /// <param name="start">Day of the event.</param>
    /// <param name="days">How many, from 1.</param>
    public CountedDay After(LocalDate start, int days)
    {
        var day = start;
        var provisional = false;
        for (var left = days; left > 0;)
        {
            day = day.PlusDays(1);
            provisional |= IsProvisional(day.Year);
            left -= Works(day) ? 1 : 0;
        }

        return new CountedDay(day, provisional);
    }

    /// <summary>That day, or the next working day when it is a rest day.</summary>
    public CountedDay OnOrAfter(LocalDate day) => After(day.PlusDays(-1), 1);

    internal static WorkCalendar Read(PackSource source, Diagnostics diagnostics)
    {
        var years = new Dictionary<int, HolidayYear>();
        foreach (var node in source.Paths("holidays/", ".yaml").Select(path => source.Yaml(path, diagnostics)).OfType<Node>())
        {
            var year = HolidayReader.Read(node);
            if (!years.TryAdd(year.Year, year))
            {
                node.Report(Codes.Duplicate, $"the year {year.Year} stands twice");
            }
        }

        return new WorkCalendar(years.Values);
    }

    /// <summary>Reports a calendar past its review (CH0801), and that this year or the next is missing (CH0811). A pack that
    /// counts no working days needs none.</summary>
    internal void Prove(LocalDate today, Diagnostics diagnostics)
    {
        foreach (var year in _years.Values.Where(year => year.Checked.ReviewBy < today))
        {
            diagnostics.Report(Codes.PastReview, year.File, 1, $"the holidays of {year.Year} had to be checked again by {year.Checked.ReviewBy:uuuu-MM-dd}");
        }

        foreach (var year in _years.Count == 0 ? [] : new[] { today.Year, today.Year + 1 }.Where(year => !_years.ContainsKey(year)))
        {
            diagnostics.Report(Codes.HolidaysMissing, "holidays", 0, $"the holidays of {year} are missing");
        }
    }
}
