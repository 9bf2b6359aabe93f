using System.Text;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Diary;

/// <summary>The diary as a table for a spreadsheet: comma-separated, quoted, UTF-8 with a byte order mark, in order of time. A
/// cell that a spreadsheet would compute is written as text. Numbers stand in full: it goes to the office, not on a screen.</summary>
public static class DiaryCsv
{
    internal static readonly string[] Heads = ["no", "at", "means", "caller", "whom", "words", "seconds", "proof", "source", "response"];

    internal static readonly string[] Sources = ["typed", "pasted", "imported", "witness"];

    /// <summary>The table with its head (lines <c>diary.csv.no</c> and so on).</summary>
    public static string Of(IReadOnlyList<DiaryEntry> entries, FactWords words)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(words);
        var csv = new StringBuilder("\uFEFF");
        Row(csv, Heads.Select(head => words.Line($"diary.csv.{head}")));
        foreach (var entry in DiaryOrder.Sorted(entries))
        {
            Row(csv,
            [
                $"{entry.No}",
                words.Time(entry.At, entry.Precision),
                entry.Means.Length == 0 ? "" : words.Choice("entry-means", entry.Means),
                entry.Caller.Length == 0 || entry.Caller == "HIDDEN" ? words.Caller(entry.Caller) : entry.Caller,
                Whom(entry, words),
                entry.Words + (entry.Hearsay ? words.Line("row.hearsay") : ""),
                entry.Seconds is { } seconds ? $"{seconds}" : "",
                string.Join(' ', entry.Evidence),
                words.Line($"diary.source.{entry.Source}"),
                entry.Response,
            ]);
        }

        return csv.ToString();
    }

    /// <summary>Who got it: the person's words, else the choice in words; empty when not known.</summary>
    internal static string Whom(DiaryEntry entry, FactWords words) =>
        entry.WhomNamed.Length > 0 ? entry.WhomNamed : entry.Whom.Length == 0 ? "" : words.Choice("entry-whom", entry.Whom);

    private static void Row(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string text)
    {
        var plain = text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\0', ' ');
        var safe = plain.TrimStart() is ['=' or '+' or '-' or '@' or '\t' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? $"'{plain}" : plain;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
