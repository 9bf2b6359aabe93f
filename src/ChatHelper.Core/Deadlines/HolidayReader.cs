using System.Globalization;
using ChatHelper.Core.Authorities;
using ChatHelper.Core.Content;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Deadlines;

/// <summary>Reads <c>holidays/2026.yaml</c>.</summary>
internal static class HolidayReader
{
    private const int Longest = 15;

    public static HolidayYear Read(Node root)
    {
        root.OnlyKeys("year", "provisional", "source", "mark", "verified_on", "review_by", "rest", "work");
        if (!int.TryParse(root.Required("year"), CultureInfo.InvariantCulture, out var year))
        {
            root.Report(Codes.WrongShape, "'year' must be a year");
        }

        var rest = new HashSet<LocalDate>();
        foreach (var node in root.Items("rest"))
        {
            node.OnlyKeys("name", "from", "to");
            foreach (var day in Days(node, year))
            {
                if (!rest.Add(day))
                {
                    node.Report(Codes.BrokenHoliday, $"{day:uuuu-MM-dd} stands in two holidays");
                }
            }
        }

        var work = new HashSet<LocalDate>();
        foreach (var node in root.Items("work"))
        {
            if (Day(node, year) is not { DayOfWeek: IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday } day || rest.Contains(day))
            {
                node.Report(Codes.BrokenHoliday, $"'{node.Scalar}' is no weekend of {year} on which offices could make up");
            }
            else
            {
                work.Add(day);
            }
        }

        return new HolidayYear(year, rest, work, root.Yes("provisional"), Checked.Read(root), root.File);
    }

    private static IEnumerable<LocalDate> Days(Node node, int year)
    {
        var from = Day(node["from"], year);
        var to = node.Has("to") ? Day(node["to"], year) : from;
        if (from is not { } first || to is not { } last || last < first || Period.DaysBetween(first, last) > Longest)
        {
            node.Report(Codes.BrokenHoliday, $"'from' and 'to' must be days of {year} that follow each other");
            return [];
        }

        return Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays);
    }

    private static LocalDate? Day(Node? node, int year) =>
        LocalDatePattern.Iso.Parse(node?.Scalar ?? "") is { Success: true } day && day.Value.Year == year ? day.Value : null;
}
