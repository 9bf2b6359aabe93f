using ChatHelper.Core.Casework;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Papers;

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
        return CsvTable.Write(DiaryOrder.Sorted(entries).Select(entry => Cells(entry, words)).Prepend([.. Heads.Select(head => words.Line($"diary.csv.{head}"))]));
    }

    /// <summary>Who got it: the person's words, else the choice in words; empty when not known.</summary>
    internal static string Whom(DiaryEntry entry, FactWords words) =>
        entry.WhomNamed.Length > 0 ? entry.WhomNamed : entry.Whom.Length == 0 ? "" : words.Choice("entry-whom", entry.Whom);

    // A line break inside a cell would be read as a new entry by simple programs.
    private static string[] Cells(DiaryEntry entry, FactWords words) =>
    [
        $"{entry.No}",
        words.Time(entry.At, entry.Precision),
        entry.Means.Length == 0 ? "" : words.Choice("entry-means", entry.Means),
        entry.Caller.Length == 0 || entry.Caller == "HIDDEN" ? words.Caller(entry.Caller) : entry.Caller,
        Line(Whom(entry, words)),
        Line(entry.Words) + (entry.Hearsay ? words.Line("row.hearsay") : ""),
        entry.Seconds is { } seconds ? $"{seconds}" : "",
        string.Join(' ', entry.Evidence),
        words.Line($"diary.source.{entry.Source}"),
        Line(entry.Response),
    ];

    private static string Line(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\0', ' ');
}
