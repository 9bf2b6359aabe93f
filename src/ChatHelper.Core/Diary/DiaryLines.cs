namespace ChatHelper.Core.Diary;

/// <summary>Lines that the program says of a diary, with the values it puts into each; a pack that logs nothing needs none of them.</summary>
internal static class DiaryLines
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["diary.none"] = [],
        ["diary.added"] = ["entry", "count"],
        ["diary.same"] = ["entry", "count"],
        ["diary.amended"] = ["entry"],
        ["diary.taken-back"] = ["count"],
        ["diary.undated"] = [],
        ["diary.whom"] = ["whom"],
        ["diary.words"] = ["words"],
        ["diary.comma"] = [],
        ["diary.number"] = ["no", "number", "count"],
        ["diary.paste.none"] = [],
        ["diary.read"] = ["count"],
        ["diary.read.outgoing"] = ["count"],
        ["diary.read.repeated"] = ["count"],
        ["diary.read.others"] = ["count"],
        ["diary.read.over"] = ["count"],
        ["diary.read.unread"] = ["count", "first"],
        ["diary.read.broken"] = [],
        ["diary.imported"] = ["count", "all"],
        ["diary.imported.merged"] = ["count"],
        ["diary.dropped"] = [],
        ["diary.chart.title"] = [],
        ["diary.chart.night"] = [],
        ["diary.says.all"] = ["count"],
        ["diary.says.total"] = ["count", "first", "last"],
        ["diary.says.own"] = ["count"],
        ["diary.says.others"] = ["count"],
        ["diary.says.people"] = ["count"],
        ["diary.says.nobody"] = ["count"],
        ["diary.says.busiest"] = ["count", "day"],
        ["diary.says.nights"] = ["count"],
        ["diary.says.numbers"] = ["count", "number", "times"],
        ["diary.says.undated"] = ["count"],
        ["diary.says.gaps"] = ["count"],
    };

    /// <summary>All ids, those of the table and the days of the week included.</summary>
    public static IEnumerable<string> Ids =>
    [
        .. Values.Keys, .. DiaryCsv.Heads.Select(head => $"diary.csv.{head}"), .. DiaryCsv.Sources.Select(source => $"diary.source.{source}"),
        .. Enumerable.Range(1, 7).Select(day => $"diary.weekday.{day}"),
    ];
}
