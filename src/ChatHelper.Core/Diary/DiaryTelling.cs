using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Diary;

/// <summary>What <c>tell: diary …</c> says: the pattern with the rules it touches, the last entries, the numbers of a list.</summary>
internal static class DiaryTelling
{
    private const int Shown = 8, LongestWords = 40;

    public static void Say(Talk talk, Step step, string what)
    {
        if (what == "numbers")
        {
            talk.Say(step.Id, ("numbers", string.Join('\n', DiaryImport.Pickable(talk).Select((number, at) =>
                talk.Line("diary.number", ("no", $"{at + 1}"), ("number", talk.Words.Caller(number.Key)), ("count", $"{number.Count}"))))));
        }
        else if (talk.Now.Case.Diary.Count == 0)
        {
            talk.Say("diary.none");
        }
        else if (what == "last")
        {
            talk.Say(step.Id, ("entries", string.Join('\n', DiaryOrder.Sorted(talk.Now.Case.Diary).TakeLast(Shown).Select(entry => $"{entry.No}. {Line(talk, entry)}"))));
        }
        else
        {
            var pattern = DiaryPattern.Of(talk.Now.Case.Diary);
            talk.Say(step.Id, ("pattern", string.Join('\n', Lines(talk, pattern))), ("map", DiaryMap.Text(pattern, Days(talk, ""))));
            SayPointers(talk, pattern);
        }
    }

    /// <summary>An entry in a line: numbers masked, words cut.</summary>
    public static string Line(Talk talk, DiaryEntry entry) => talk.Words.Join(new[]
    {
        entry.At.Length == 0 ? talk.Line("diary.undated") : talk.Words.Time(entry.At, entry.Precision),
        entry.Means.Length == 0 ? "" : talk.Words.Choice("entry-means", entry.Means),
        DiaryCsv.Whom(entry, talk.Words) is { Length: > 0 } whom ? talk.Line("diary.whom", ("whom", Masked.All(whom))) : "",
        talk.Words.Caller(entry.Caller),
        entry.Words.Length == 0 ? "" : talk.Line("diary.words", ("words", Letters.OwnWords.Quoted(entry.Words, LongestWords))),
    }.Where(part => part.Length > 0), "diary.comma");

    /// <summary>Words of the chart.</summary>
    public static ChartWords Chart(Talk talk, DiaryPattern pattern) => new(
        talk.Line("diary.chart.title"), string.Join(' ', Lines(talk, pattern).Take(2)), Days(talk, " ").Split(' '), talk.Line("diary.chart.night"));

    private static IEnumerable<string> Lines(Talk talk, DiaryPattern pattern)
    {
        (string Line, int Count)[] counts =
        [
            ("total", pattern.Total), ("own", pattern.Own), ("others", pattern.Others), ("people", pattern.People), ("nobody", pattern.WhomUnknown),
            ("busiest", pattern.Busiest?.Count ?? 0), ("nights", pattern.Nights.Count), ("numbers", pattern.Numbers.Count),
            ("undated", pattern.HourUnknown), ("gaps", pattern.Gaps.Count),
        ];
        (string, string)[] also =
        [
            ("first", Time(talk, pattern.First)), ("last", Time(talk, pattern.Last)), ("day", pattern.Busiest is { } busiest ? talk.Words.Words(busiest.Day) : ""),
            ("number", pattern.Numbers is [var most, ..] ? talk.Words.Caller(most.Key) : ""), ("times", pattern.Numbers is [var first, ..] ? $"{first.Count}" : ""),
        ];
        foreach (var (line, count) in counts)
        {
            // With no day known nothing is said of days.
            if (count > 0)
            {
                yield return talk.Line(line == "total" && pattern.First is null ? "diary.says.all" : $"diary.says.{line}", [("count", $"{count}"), .. also]);
            }
        }
    }

    private static string Time(Talk talk, DiaryEntry? entry) => entry is null ? "" : talk.Words.Time(entry.At, entry.Precision);

    private static string Days(Talk talk, string between) =>
        string.Join(between, Enumerable.Range(1, 7).Select(day => talk.Line($"diary.weekday.{day}")));

    // Said of the days in the diary: rules change, and these are the days on which it happened.
    private static void SayPointers(Talk talk, DiaryPattern pattern)
    {
        var days = (DateSpan.Read(pattern.First?.At), DateSpan.Read(pattern.Last?.At)) is ({ } first, { } last) ? first.Hull(last) : Explaining.Conduct(talk.Now.Facts);
        foreach (var pointer in talk.Pack.Diary.Touched(talk.Now.Facts))
        {
            talk.SayText(Explaining.WithSources(talk, talk.Line(pointer.Line), [pointer.Point], days));
        }
    }
}
