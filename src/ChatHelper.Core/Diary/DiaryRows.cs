using ChatHelper.Core.Casework;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Diary;

/// <summary>What a diary adds up to, as lists that a letter may put into tables. Days are said with their weekday.</summary>
internal static class DiaryRows
{
    public static IEnumerable<KeyValuePair<string, LetterRows>> Of(CaseFile file, FactWords words, Func<DiaryEntry, IReadOnlyDictionary<string, string>> row)
    {
        var pattern = DiaryPattern.Of(file.Diary);
        return
        [
            KeyValuePair.Create("night-entries", new LetterRows([.. pattern.Nights.Select(row)])),
            KeyValuePair.Create("per-number", Numbered(words, pattern.Numbers, number =>
                [("caller", words.Caller(number.Key)), ("caller-full", number.Key == "HIDDEN" ? words.Caller(number.Key) : number.Key), .. Span(words, number)])),
            KeyValuePair.Create("per-person", Numbered(words, pattern.Whom, whom =>
                [("whom", whom.Key == "me" ? words.Line("row.me") : LetterRows.Choice(words, "contacts-hit", whom.Key)), .. Span(words, whom)])),
            KeyValuePair.Create("per-day", Numbered(words, pattern.Days, day => [("day", words.Words(day.Day)), ("count", $"{day.Count}")])),
            KeyValuePair.Create("gaps", Numbered(words, pattern.Gaps, gap => [("from", words.Words(gap.From)), ("to", words.Words(gap.To))])),
            KeyValuePair.Create("hours", Numbered(words, pattern.Hours.Any(day => day.Sum() > 0) ? pattern.Hours : [], Hours(words))),
        ];
    }

    private static Func<IReadOnlyList<int>, int, (string, string)[]> Hours(FactWords words) => (day, at) =>
    [
        ("day", words.Line($"format.weekday.{at + 1}")), ("from-0", Sum(day, 0, 8)), ("from-8", Sum(day, 8, 12)), ("from-12", Sum(day, 12, 18)),
        ("from-18", Sum(day, 18, 22)), ("from-22", Sum(day, 22, 24)), ("count", Sum(day, 0, 24)),
    ];

    private static string Sum(IReadOnlyList<int> day, int from, int to) => $"{day.Take(to).Skip(from).Sum()}";

    private static (string, string)[] Span(FactWords words, Tally tally) =>
    [
        ("count", $"{tally.Count}"), ("from", tally.First is { } first ? words.Words(first) : ""), ("to", tally.Last is { } last ? words.Words(last) : ""),
    ];

    private static LetterRows Numbered<T>(FactWords words, IReadOnlyList<T> things, Func<T, (string, string)[]> fields) =>
        Numbered(words, things, (thing, _) => fields(thing));

    private static LetterRows Numbered<T>(FactWords words, IReadOnlyList<T> things, Func<T, int, (string, string)[]> fields) =>
        new([.. things.Select((thing, at) => LetterRows.Row(words, at + 1, fields(thing, at)))]);
}
