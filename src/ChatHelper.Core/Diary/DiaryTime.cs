using System.Globalization;
using System.Runtime.InteropServices;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>What a canonical time (<see cref="Found"/>) tells for counting. What it leaves open stays open.</summary>
/// <param name="Day">The day; null when none was told, or several are possible.</param>
/// <param name="Hour">The hour, 0 to 23; null when it is not known to the hour.</param>
/// <param name="Minute">The minute; null when it is not known to the minute.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DiaryTime(LocalDate? Day, int? Hour, int? Minute)
{
    private const int NightFrom = 22, NightTo = 8;

    /// <summary>Between 22:00 and 08:00; false when the hour is not known.</summary>
    public bool IsNight => Hour is >= NightFrom or < NightTo;

    public static DiaryTime Of(string value)
    {
        var options = value.Split('|').Select(One).ToList();
        return options.Count == 1 ? options[0] : new DiaryTime(
            Same(options.Select(one => one.Day)), Same(options.Select(one => one.Hour)), Same(options.Select(one => one.Minute)));
    }

    private static DiaryTime One(string value)
    {
        var day = DateSpan.Read(value) is { } span && span.From == span.To ? span.From : (LocalDate?)null;
        var mark = value.IndexOf('T', StringComparison.Ordinal);
        if (mark < 0 || Clock(value, mark + 1) is not { } from)
        {
            return new DiaryTime(day, null, null);
        }

        var to = value.IndexOf('~', mark);
        return to < 0 ? new DiaryTime(day, from.Hour, from.Minute)
            : Clock(value, to + 1) is { } end && end.Hour == from.Hour ? new DiaryTime(day, from.Hour, null)
            : new DiaryTime(day, null, null);
    }

    private static (int Hour, int Minute)? Clock(string value, int at) =>
        value.Length >= at + 5 && value[at + 2] == ':'
        && int.TryParse(value.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
        && int.TryParse(value.AsSpan(at + 3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60
            ? (hour, minute)
            : null;

    private static T? Same<T>(IEnumerable<T?> values)
        where T : struct => values.Distinct().ToList() is [var one] ? one : null;
}
