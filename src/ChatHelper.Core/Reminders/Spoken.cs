using ChatHelper.Core.Facts;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Reminders;

/// <summary>Hours and time zones as people type them.</summary>
internal static class Spoken
{
    private static readonly LocalTimePattern[] Clocks =
        [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("%H")];

    private static readonly OffsetPattern[] Offsets =
        [OffsetPattern.CreateWithInvariantCulture("+H:mm"), OffsetPattern.CreateWithInvariantCulture("+H")];

    /// <summary>An hour such as <c>20</c>, <c>20:30</c> or in words that the pack's readers know; null when it is none.</summary>
    public static LocalTime? Time(string words, Readers readers, LocalDateTime now)
    {
        var text = words.Trim().Replace('\uFF1A', ':');
        foreach (var pattern in Clocks)
        {
            if (pattern.Parse(text) is { Success: true } time)
            {
                return time.Value;
            }
        }

        // 2026-11-18T20:00 or 2026-11-18T20:00~20:59
        return readers.When(words, now, Tense.Deadline) is [{ Value: var value }, ..]
            && value.IndexOf('T') is > 0 and var at && value.Length >= at + 6
            && LocalTimePattern.HourMinuteIso.Parse(value[(at + 1)..(at + 6)]) is { Success: true } read
                ? read.Value
                : null;
    }

    /// <summary>A zone by its id (<c>America/New_York</c>) or its distance from UTC (<c>UTC+8</c>, <c>-3:30</c>); null
    /// when it is none.</summary>
    public static DateTimeZone? Zone(string words)
    {
        var text = words.Trim().Replace('\uFF0B', '+').Replace('\uFF0D', '-').Replace('\u2212', '-').Replace('\uFF1A', ':');
        if (text.Length is 0 or > 40)
        {
            return null;
        }

        var far = text.Length > 3 && text[..3].ToUpperInvariant() is "UTC" or "GMT" ? text[3..].Trim() : text;
        foreach (var pattern in Offsets)
        {
            if (pattern.Parse(far) is { Success: true } offset)
            {
                return DateTimeZone.ForOffset(offset.Value);
            }
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
    }
}
