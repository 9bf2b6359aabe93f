using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ChatHelper.Core.Reminders;

/// <summary>A time zone as a VTIMEZONE: what holds at the start, then every change of the clock known for some years.</summary>
internal static class CalendarZone
{
    private static readonly Duration Known = Duration.FromDays(10 * 366);
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HHmm");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDateTime Long = new(1970, 1, 1, 0, 0);

    /// <summary>The id as a parameter value; one with a colon needs quotes.</summary>
    public static string Parameter(DateTimeZone zone) => zone.Id.Contains(':') ? $"\"{zone.Id}\"" : zone.Id;

    public static IReadOnlyList<string> Lines(DateTimeZone zone, Instant start)
    {
        var before = zone.GetZoneInterval(start).WallOffset;
        List<string> lines = ["BEGIN:VTIMEZONE", $"TZID:{zone.Id}"];
        foreach (var interval in zone.GetZoneIntervals(start, start + Known))
        {
            // The first one is said to hold since long ago; later ones begin on the clock that they end.
            var since = interval.Contains(start) ? Long : interval.Start.WithOffset(before).LocalDateTime;
            lines.AddRange(Observance(interval, since, before));
            before = interval.WallOffset;
        }

        lines.Add("END:VTIMEZONE");
        return lines;
    }

    private static string[] Observance(ZoneInterval interval, LocalDateTime since, Offset before)
    {
        var name = interval.Savings == NodaTime.Offset.Zero ? "STANDARD" : "DAYLIGHT";
        return
        [
            $"BEGIN:{name}",
            $"DTSTART:{Local.Format(since)}",
            $"TZOFFSETFROM:{Offset.Format(before)}",
            $"TZOFFSETTO:{Offset.Format(interval.WallOffset)}",
            $"TZNAME:{interval.Name}",
            $"END:{name}",
        ];
    }
}
