using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Proof;

/// <summary>Lines that the program itself says, whatever the pack, with the values it puts into each.</summary>
internal static class SpokenLines
{
    private static readonly string[] Deadline = ["no", "authority", "what", "day", "source", "note"];

    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["noted"] = ["label", "value"],
        ["aged"] = ["label", "value"],
        ["doubt.future"] = ["value"],
        ["doubt.long-ago"] = ["value"],
        ["doubt.amount"] = ["value"],
        ["doubt.count"] = ["value"],
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
        ["language.changed"] = [],
        ["stale"] = [],
        ["fault.sorry"] = [],
        ["unknown-choice"] = [],
        ["text.too-long"] = [],
        ["misread.third"] = ["example"],
        ["choice.skip"] = [],
        ["choice.human"] = [],
        ["choice.previous"] = ["value"],
        ["silence.unknown"] = [],
        ["silence.refused"] = [],
        ["silence.notapplicable"] = [],
        ["file.kept"] = ["name", "no", "size"],
        ["file.refused-kind"] = ["name"],
        ["file.refused-size"] = ["name"],
        ["file.refused-contacts"] = ["name"],
        ["tool.contacts.none"] = [],
        ["file.refused-quota"] = ["name"], ["file.refused-today"] = ["name"], ["file.refused-space"] = ["name"],
        ["limit.notice"] = ["time"], ["limit.busy"] = [], ["limit.danger"] = [],
        ["file.refused-empty"] = ["name"],
        ["file.refused-archive"] = ["name"],
        ["file.refused-program"] = ["name"],
        ["file.refused-two-in-one"] = ["name"],
        ["evidence.again"] = ["name", "no", "size"],
        ["evidence.tail"] = ["name", "no", "size"],
        ["format.size.bytes"] = ["value"],
        ["format.size.small"] = [],
        ["format.size.mb"] = ["value"],
        ["volunteer.came"] = ["name"],
        ["volunteer.said"] = ["name", "text"],
        ["volunteer.left"] = [], ["volunteer.gone"] = [], ["volunteer.came.answers"] = ["name"],
        ["desk.file"] = ["name", "caption"],
        ["duty.on"] = [],
        ["duty.off"] = [],
        ["crisis.page"] = [],
        ["law.sources"] = ["text", "sources"],
        ["letter.preview"] = ["title", "start", "more"],
        ["letter.needs"] = [],
        ["reminder-cover.none"] = [],
        ["reminder.avoid"] = [],
        ["reminder.cover-refused"] = ["cover"],
        ["reminder.zone-unknown"] = [],
        ["reminder.calendar"] = [],
        ["faq.near"] = [],
        ["faq.unknown"] = [],
        ["format.and"] = [], ["format.or"] = [],
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
        ["format.moment"] = ["day", "time"],
        ["format.hour"] = ["hour"],
    };

    /// <summary>Lines of a pack that lets its dialogs speak of evidence (<c>evidence.yaml</c>).</summary>
    public static IReadOnlyDictionary<string, string[]> OfEvidence { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["evidence.line"] = ["no", "kind", "what", "size"],
        ["evidence.line.held"] = ["no", "kind", "what", "size"],
        ["evidence.more-before"] = ["count"],
        ["evidence.none"] = [],
        ["evidence.not-there"] = [],
        ["evidence.copy"] = ["no"],
        ["evidence.withdrawn"] = ["no"],
        ["evidence.withdrawn.held"] = ["no"],
        ["row.blank"] = [],
    };

    /// <summary>Lines of a pack that has plain wordings (<c>plain</c> in <c>pack.yaml</c>).</summary>
    public static IReadOnlyList<string> OfPlain { get; } = ["plain.more", "plain.none"];

    /// <summary>Lines of letters; a pack without letters needs none of them.</summary>
    public static IReadOnlyDictionary<string, string[]> OfLetters { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["blank"] = ["label"],
        ["letter.withheld"] = ["title"],
        ["letter.silence.unknown"] = ["label"],
        ["letter.silence.refused"] = ["label"],
        ["letter.silence.notapplicable"] = ["label"],
        ["letter.gloss"] = ["title"],
        ["letter.gloss.given"] = ["title"],
        ["letter.gloss.offer"] = [],
        ["letter.gloss.missing"] = [],
        ["letter.gloss.none"] = [],
        ["row.blank"] = [],
        ["row.me"] = [],
        ["row.hearsay"] = [],
        ["row.witness"] = [],
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
        ["why.list.filing"] = [],
        ["why.list.refused-filing"] = [],
        ["why.list.deadlines"] = [],
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

    /// <summary>Lines of ways, filings and days; a pack without authorities needs none of them.</summary>
    public static IReadOnlyDictionary<string, string[]> OfAuthorities { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["number.unchecked"] = ["number"],
        ["number.past-review"] = ["number"],
        ["authority.unchecked"] = [],
        ["authority.past-review"] = [],
        ["authority.bring"] = ["things"],
        ["authority.letters"] = ["things"],
        ["authority.longest"] = ["value"],
        ["authority.first.law"] = ["authority"],
        ["authority.first.sensible"] = ["authority"],
        ["authority.term"] = ["what", "source"],
        ["authority.hours"] = [],
        ["routes.first"] = ["authority", "reason"],
        ["routes.then"] = ["no", "authority", "reason"],
        ["routes.not"] = ["authority", "reason"],
        ["routes.none"] = [],
        ["deadlines.they"] = Deadline,
        ["deadlines.you"] = Deadline,
        ["deadlines.you.soon"] = Deadline,
        ["deadlines.extended"] = ["day", "latest"],
        ["deadlines.about"] = ["day"],
        ["deadlines.supposed"] = [],
        ["deadlines.rest-day"] = [],
        ["deadlines.extendable"] = [],
        ["deadlines.over"] = [],
        ["deadlines.missed"] = [],
        ["deadlines.reported"] = [],
        ["deadlines.none"] = [],
        ["deadlines.calendar"] = [],
        ["deadlines.entry"] = ["cover", "no"],
        ["filings.none"] = [],
        ["filings.line"] = ["no", "authority", "on", "number", "state"],
        ["filings.no-day"] = [],
        ["filings.number"] = ["number"],
        ["filings.no-number"] = [],
        ["filing.clock.none"] = [],
        ["filing.clock.running"] = ["day", "latest", "what"],
        ["filing.clock.extendable"] = ["day", "latest", "what"],
        ["filing.clock.over"] = ["day", "latest", "what"],
    };

    /// <summary>What the program puts into a line beside facts and numbers.</summary>
    public static IReadOnlyList<string> ValuesOf(Pack pack, string id) =>
        Tables.FirstOrDefault(table => table.ContainsKey(id)) is { } table ? table[id]
        : id.StartsWith("format.count.", StringComparison.Ordinal) ? ["value"]
        : id.StartsWith("law.citation", StringComparison.Ordinal) ? ["statute", "edition", "article"]
        : pack.Steps.TryGetValue(id, out var step) && step.Kind == StepKind.Tell ? Told(step) : [];

    private static IReadOnlyDictionary<string, string[]>[] Tables =>
        [Values, OfLetters, OfWhy, OfEvidence, OfAuthorities, DiaryLines.Values, WitnessLines.Values, Turns.SeenTelling.Lines, ConsentLines.Values, Exports.Exporting.Lines, Turns.GateWords.Lines, Papers.PaperPageLines.Values, WeChatLines.Values];

    private static string[] Told(Step step) => FilingTells.Values(step.Word ?? "") ?? step.Word?.Split(' ')[0] switch
    {
        "law" => [],
        "facts" => ["card"],
        "evidence" => ["items"],
        "diary" => ["pattern", "map", "entries", "numbers"],
        "passed-on" => ["summary", "waiting", "duty"],
        _ => step.Choices.Count > 0 ? ["duty", "parts"] : ["duty"],
    };
}
