using ChatHelper.Core.Reminders;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Deadlines;

/// <summary>The days of a case as an iCalendar file (RFC 5545): one whole-day entry each, in the order of the list.</summary>
public static class DeadlineCalendar
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The file as text.</summary>
    /// <param name="deadlines">The days, as <see cref="DeadlineList.Of"/> gives them.</param>
    /// <param name="title">Title of an entry by its deadline and its number from 1. A calendar is seen by others: for one that goes
    /// into a telephone use neutral words.</param>
    /// <param name="stamp">The moment of writing.</param>
    public static string Write(IReadOnlyList<Deadline> deadlines, Func<Deadline, int, string> title, Instant stamp) => string.Concat(
    [
        .. CalendarText.Head.Select(CalendarText.Fold),
        .. deadlines.SelectMany((deadline, at) => Entry(deadline, title(deadline, at + 1), stamp)).Select(CalendarText.Fold),
        CalendarText.Fold("END:VCALENDAR"),
    ]);

    private static string[] Entry(Deadline deadline, string title, Instant stamp) =>
    [
        "BEGIN:VEVENT",
        $"UID:{CalendarText.Uid($"{deadline.LineId}|{deadline.Filing?.No}")}",
        $"DTSTAMP:{Utc.Format(stamp)}",
        $"DTSTART;VALUE=DATE:{Date.Format(deadline.Day)}",
        $"DTEND;VALUE=DATE:{Date.Format(deadline.Day.PlusDays(1))}",
        $"SUMMARY:{CalendarText.Escape(title)}",
        "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{CalendarText.Escape(title)}", "TRIGGER:PT9H", "END:VALARM",
        "END:VEVENT",
    ];
}
