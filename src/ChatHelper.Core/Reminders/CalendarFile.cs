using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Reminders;

/// <summary>A monthly reminder as an iCalendar file (RFC 5545). The title is all it tells; the same wish gives the same UID,
/// so that a second import replaces the first.</summary>
internal static class CalendarFile
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="title">The cover phrase.</param>
    /// <param name="kind">What the UID is made from, together with the title and the zone; it is not readable in it.</param>
    /// <param name="stamp">The moment of the turn; the first date lies after it.</param>
    public static string Write(ReminderPlan plan, string title, string kind, Instant stamp)
    {
        var start = plan.Next(stamp).InZone(plan.Zone);
        string[] lines =
        [
            .. CalendarText.Head,
            .. CalendarZone.Lines(plan.Zone, start.ToInstant()),
            "BEGIN:VEVENT",
            $"UID:{CalendarText.Uid($"{kind}|{title}|{plan.Zone.Id}")}",
            $"DTSTAMP:{Utc.Format(stamp)}",
            $"DTSTART;TZID={CalendarZone.Parameter(plan.Zone)}:{Local.Format(start.LocalDateTime)}",
            "DURATION:PT15M",
            $"RRULE:FREQ=MONTHLY;{Days(plan.Day)}",
            $"SUMMARY:{CalendarText.Escape(title)}",
            "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{CalendarText.Escape(title)}", "TRIGGER:PT0S", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(CalendarText.Fold));
    }

    // A month without the day uses its last one, as the reminder itself does.
    private static string Days(int day) => day switch
    {
        ReminderPlan.LastDay => "BYMONTHDAY=-1",
        > 28 => $"BYMONTHDAY={string.Join(',', Enumerable.Range(28, day - 27))};BYSETPOS=-1",
        _ => $"BYMONTHDAY={day.ToString(CultureInfo.InvariantCulture)}",
    };
}
