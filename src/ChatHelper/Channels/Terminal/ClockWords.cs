using System.Globalization;

namespace ChatHelper.Channels.Terminal;

/// <summary>Reads <c>+3d</c>, <c>+2h</c>, <c>+30m</c>, <c>+1w</c>.</summary>
internal static class ClockWords
{
    public static TimeSpan? Read(string words)
    {
        if (words is not ['+', .. var digits, var unit]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
        {
            return null;
        }

        return unit switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7 * count),
            _ => null,
        };
    }
}
