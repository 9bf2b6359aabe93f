using System.Globalization;
using System.Text;

namespace ChatHelper.Core.Diary;

/// <summary>Words of the chart.</summary>
/// <param name="Title">What it shows; read out by screen readers.</param>
/// <param name="Description">The same in a sentence with numbers.</param>
/// <param name="Weekdays">Seven short names, Monday first.</param>
/// <param name="Night">What the hours in the darker frame are.</param>
public sealed record ChartWords(string Title, string Description, IReadOnlyList<string> Weekdays, string Night);

/// <summary>The hours of a diary as an SVG picture: seven rows, twenty-four columns, the count in each field. It holds no script,
/// no style sheet and no link, prints in grey, and is the same for the same diary.</summary>
public static class DiaryChart
{
    private const int Cell = 26, Left = 64, Top = 56, Hours = 24, Rows = 7;

    /// <summary>The picture as an XML text.</summary>
    public static string Svg(DiaryPattern pattern, ChartWords words)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(words);
        const int width = Left + (Hours * Cell) + 16, height = Top + (Rows * Cell) + 48;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{Escaped(words.Title)}</title>\n<desc id=\"d\">{Escaped(words.Description)}</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        Text(svg, Left, 20, "start", "#111", words.Title);
        var most = pattern.Hours.SelectMany(row => row).DefaultIfEmpty().Max();
        for (var hour = 0; hour < Hours; hour++)
        {
            Text(svg, Left + (hour * Cell) + (Cell / 2), Top - 8, "middle", "#111", hour.ToString(CultureInfo.InvariantCulture));
        }

        for (var row = 0; row < Rows; row++)
        {
            Text(svg, Left - 8, Top + (row * Cell) + 17, "end", "#111", words.Weekdays.ElementAtOrDefault(row) ?? "");
            for (var hour = 0; hour < Hours; hour++)
            {
                Field(svg, row, hour, pattern.Hours[row][hour], most);
            }
        }

        Night(svg, 0, 8);
        Night(svg, 22, 24);
        Text(svg, Left, Top + (Rows * Cell) + 20, "start", "#111", words.Night);
        Text(svg, Left, Top + (Rows * Cell) + 38, "start", "#111", words.Description);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Field(StringBuilder svg, int row, int hour, int count, int most)
    {
        var (x, y) = (Left + (hour * Cell), Top + (row * Cell));
        var grey = count == 0 ? 255 : 225 - (150 * count / most);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{Cell}\" height=\"{Cell}\" fill=\"rgb({grey},{grey},{grey})\" stroke=\"#bbb\"/>\n");
        if (count > 0)
        {
            Text(svg, x + (Cell / 2), y + 17, "middle", grey < 140 ? "#fff" : "#111", count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Night(StringBuilder svg, int from, int to) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{Left + (from * Cell)}\" y=\"{Top}\" width=\"{(to - from) * Cell}\" height=\"{Rows * Cell}\" fill=\"none\" stroke=\"#111\" stroke-width=\"2\"/>\n");

    private static void Text(StringBuilder svg, int x, int y, string anchor, string fill, string text) => svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{fill}\">{Escaped(text)}</text>\n");

    // What XML cannot hold at all is left out; what it would read as markup is written as an entity.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)))
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }
}
