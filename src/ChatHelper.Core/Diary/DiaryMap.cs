using System.Text;

namespace ChatHelper.Core.Diary;

/// <summary>The hours of a diary as a few lines of text. Every sign is as wide as a Chinese character, so that columns stand
/// below each other also where letters have different widths.</summary>
public static class DiaryMap
{
    private const char Zero = '\uFF10', More = '\uFF0B', None = '\u30FB', Dash = '\uFF0D', Space = '\u3000';

    // Cut where standards draw the line: 8 and 22.
    private static readonly int[] Ends = [8, 12, 18, 22, 24];

    /// <summary>A head with the days of the week, then a line for each part of the day.</summary>
    /// <param name="pattern">What is drawn.</param>
    /// <param name="weekdays">One sign for each day, Monday first; what is shorter is filled up.</param>
    public static string Text(DiaryPattern pattern, string weekdays)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(weekdays);
        var map = new StringBuilder().Append(Space, 5).Append(weekdays);
        var from = 0;
        foreach (var end in Ends)
        {
            map.Append('\n').Append(Wide(from)).Append(Dash).Append(Wide(end));
            foreach (var day in pattern.Hours)
            {
                map.Append(Sign(day.Take(end).Skip(from).Sum()));
            }

            from = end;
        }

        return map.ToString();
    }

    private static char Sign(int count) => count == 0 ? None : count > 9 ? More : (char)(Zero + count);

    private static string Wide(int hour) => string.Concat((char)(Zero + (hour / 10)), (char)(Zero + (hour % 10)));
}
