using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>Lines that the program itself says, whatever the pack, with the values it puts into each.</summary>
internal static class SpokenLines
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["noted"] = ["label", "value"],
        ["noted.line"] = ["label", "value"],
        ["noted.many"] = ["lines"],
        ["noted.again"] = [],
        ["noted.quiet"] = [],
        ["changed"] = ["label", "value", "before"],
        ["set-aside"] = ["facts"],
        ["which"] = ["label", "raw"],
        ["which.both"] = [],
        ["card"] = [],
        ["card.line"] = ["label", "value"],
        ["card.line.unsure"] = ["label", "value"],
        ["card.empty"] = [],
        ["resumed"] = ["card"],
        ["back.none"] = [],
        ["undo.none"] = [],
        ["undone"] = ["label"],
        ["language.missing"] = [],
        ["stale"] = [],
        ["unknown-choice"] = [],
        ["text.too-long"] = [],
        ["misread.third"] = ["example"],
        ["choice.skip"] = [],
        ["choice.human"] = [],
        ["choice.previous"] = ["value"],
        ["silence.unknown"] = [],
        ["silence.refused"] = [],
        ["silence.notapplicable"] = [],
        ["file.kept"] = ["name"],
        ["file.refused-kind"] = ["name"],
        ["file.refused-size"] = ["name"],
        ["file.refused-contacts"] = ["name"],
        ["tool.contacts.none"] = [],
        ["volunteer.came"] = ["name"],
        ["volunteer.said"] = ["name", "text"],
        ["volunteer.left"] = [],
        ["desk.file"] = ["name", "caption"],
        ["duty.on"] = [],
        ["duty.off"] = [],
        ["crisis.page"] = [],
        ["law.sources"] = ["text", "sources"],
        ["letter.preview"] = ["title", "start", "more"],
        ["letter.needs"] = [],
        ["reminder.cover"] = [],
        ["reminder.avoid"] = [],
        ["reminder.cover-refused"] = ["cover"],
        ["reminder.zone-unknown"] = [],
        ["reminder.calendar"] = [],
        ["faq.near"] = [],
        ["faq.unknown"] = [],
        ["format.and"] = [],
        ["format.or"] = [],
        ["format.to"] = [],
        ["format.about"] = ["value"],
        ["format.amount"] = ["value"],
        ["format.less-than"] = ["value"],
        ["format.more-than"] = ["value"],
        ["format.count"] = ["value"],
        ["format.per-day"] = ["value"],
        ["format.daily"] = [],
        ["format.hidden-number"] = [],
        ["format.day"] = ["day", "weekday"],
        ["format.hour"] = ["hour"],
    };

    /// <summary>Lines of letters; a pack without letters needs none of them.</summary>
    public static IReadOnlyDictionary<string, string[]> OfLetters { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["blank"] = ["label"],
        ["letter.withheld"] = ["title"],
        ["letter.silence.unknown"] = ["label"],
        ["letter.silence.refused"] = ["label"],
        ["letter.silence.notapplicable"] = ["label"],
        ["row.blank"] = [],
        ["row.me"] = [],
        ["row.hearsay"] = [],
        ["paper.more"] = [],
        ["paper.more.bare"] = [],
        ["paper.more.pdf"] = [],
        ["paper.none"] = [],
        ["paper.bare"] = ["title"],
        ["paper.pdf"] = ["title"],
        ["paper.pdf-none"] = ["title"],
        ["paper.pdf-failed"] = [],
        ["paper.bundle"] = [],
        ["paper.font.heading"] = [],
        ["paper.font.body"] = [],
        ["bundle.diary"] = [],
        ["bundle.evidence-items"] = [],
        ["bundle.sources"] = [],
        ["bundle.source"] = ["citation", "days", "checked", "text"],
        ["bundle.source.in-force"] = ["from"],
        ["bundle.source.ended"] = ["from", "until"],
        ["bundle.source.no-text"] = [],
        ["bundle.readme"] = ["today", "letters"],
        ["bundle.letter"] = ["name", "title"],
        ["bundle.no-letters"] = [],
        ["letter.footer"] = ["today"],
        ["letter.footer.law"] = ["today", "law"],
    };

    /// <summary>Lines of the command <c>reasons</c>; a pack without it needs none of them.</summary>
    public static IReadOnlyDictionary<string, string[]> OfWhy { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["why.nothing"] = [],
        ["why.unknown"] = ["name"],
        ["why.letter"] = ["title", "today"],
        ["why.statement"] = ["today"],
        ["why.written"] = ["lines"],
        ["why.asked"] = ["lines"],
        ["why.chosen"] = ["lines"],
        ["why.no-answers"] = [],
        ["why.case"] = ["lists"],
        ["why.list.diary"] = [],
        ["why.list.evidence-items"] = [],
        ["why.list.filings"] = [],
        ["why.list.testimonies"] = [],
        ["why.line"] = ["label", "value"],
        ["why.law"] = ["lines"],
        ["why.law.line"] = ["number", "citation"],
        ["why.law.line.reason"] = ["number", "citation", "reason"],
        ["why.no-law"] = [],
        ["why.reason.conduct"] = ["days"],
        ["why.reason.straddles"] = ["days"],
        ["why.reason.unknown"] = [],
        ["why.reason.report"] = [],
        ["why.renumbered"] = ["reason", "date", "old"],
    };

    /// <summary>What the program puts into a line beside facts and numbers.</summary>
    public static IReadOnlyList<string> ValuesOf(Pack pack, string id) =>
        Values.TryGetValue(id, out var values) || OfLetters.TryGetValue(id, out values) || OfWhy.TryGetValue(id, out values)
            || DiaryLines.Values.TryGetValue(id, out values) ? values
        : id.StartsWith("format.count.", StringComparison.Ordinal) ? ["value"]
        : id.StartsWith("law.citation", StringComparison.Ordinal) ? ["statute", "edition", "article"]
        : pack.Steps.TryGetValue(id, out var step) && step.Kind == StepKind.Tell ? Told(step)
        : [];

    private static string[] Told(Step step) => step.Word?.Split(' ')[0] switch
    {
        "law" => [],
        "facts" => ["card"],
        "diary" => ["pattern", "map", "entries", "numbers"],
        "passed-on" => ["summary", "waiting", "duty"],
        _ => step.Choices.Count > 0 ? ["duty", "parts"] : ["duty"],
    };
}
