using ChatHelper.Core.Casework;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Exports;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Papers;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Proof;

/// <summary>A text that must be there.</summary>
/// <param name="Ids">Ids of which one is enough; the first is the one to write.</param>
/// <param name="File">What needs it.</param>
/// <param name="Line">Line in that file.</param>
internal sealed record NeededLine(IReadOnlyList<string> Ids, string File, int Line);

/// <summary>Every text that a pack's steps, choices, facts, letters, answers, care and law need.</summary>
internal static class NeededLines
{
    private const int Weekdays = 7;

    public static IEnumerable<NeededLine> Of(Pack pack) =>
    [
        .. pack.Steps.Values.SelectMany(step => Of(pack, step)),
        .. pack.Facts.Values.SelectMany(fact => Of(pack, fact)),
        .. pack.Steps.Values.Where(step => step.Waits).GroupBy(step => step.Kind).Select(group =>
            new NeededLine([$"misread.{group.Key.ToString().ToLowerInvariant()}"], group.First().File, group.First().Line)),
        .. From(SpokenLines.Values.Keys.Concat(Enumerable.Range(1, Weekdays).Select(day => $"format.weekday.{day}")), SourceFile(pack)),
        .. From(pack.Letters.Count == 0 ? [] : SpokenLines.OfLetters.Keys.Where(id => !id.StartsWith("letter.footer", StringComparison.Ordinal)
            || pack.Letters.Values.Any(letter => letter.Footer)), SourceFile(pack)),
        .. From(pack.Letters.Count == 0 ? [] : PaperPageLines.Values.Keys, SourceFile(pack)),
        .. From(pack.Commands.Ids.Contains("reasons") ? SpokenLines.OfWhy.Keys : [], SourceFile(pack)),
        .. From(pack.Commands.Ids.Contains(Turns.SeenTelling.Command) ? Turns.SeenTelling.Lines.Keys : [], SourceFile(pack)),
        .. From(pack.Steps.Values.Any(step => step.Word == "export") ? Exporting.Lines.Keys : [], SourceFile(pack)),
        .. From(GateWords.Commands.Any(pack.Commands.Ids.Contains) ? GateWords.Lines.Keys : [], SourceFile(pack)),
        .. pack.Authorities.All.Count == 0 ? [] : AuthorityLines.Of(pack),
        .. From(pack.DueDialogs.ContainsKey(Witnessing.Kind) ? WitnessLines.Values.Keys : [], SourceFile(pack)),
        .. From(pack.Channels.All.Any(traits => traits.Channel == "wechat") ? WeChatLines.Values.Keys : [], SourceFile(pack)),
        .. From(pack.Notice is null ? [] : ConsentLines.Values.Keys, Notice.File),
        .. pack.Faq.Entries.Select(entry => new NeededLine([$"faq.{entry.Id}"], entry.File, entry.Line)),
        .. pack.Faq.Entries.Where(entry => entry.Asks.Count > 0).Select(entry => new NeededLine([$"faq.{entry.Id}.title"], entry.File, entry.Line)),
        .. pack.Faq.Entries.Where(entry => entry.Flag).Select(entry => new NeededLine([$"desk.flag.{entry.Id}"], entry.File, entry.Line)),
        .. From(pack.Plain is null && !pack.Commands.Ids.Contains(PlainWords.InFull) ? [] : SpokenLines.OfPlain, SourceFile(pack)),
        .. pack.Evidence == EvidenceRules.None ? [] : From(
            [
                .. SpokenLines.OfEvidence.Keys,
                .. pack.Channels.All.Select(traits => $"row.source.{traits.Channel}").Distinct(),
                .. pack.Evidence.Refusals.Select(refusal => $"evidence.refused.{refusal.Cause}"),
                .. (pack.Facts.GetValueOrDefault(EvidenceRules.KindFact)?.Choices ?? []).Where(kind => kind != "none")
                    .SelectMany(kind => new[] { $"evidence.proves.{kind}", $"evidence.not.{kind}" }),
            ],
            "evidence.yaml"),
        .. From(pack.Dialogs.ContainsKey(DiaryTaking.Log) ? DiaryLines.Ids : [], SourceFile(pack)),
        .. From(pack.Diary.Pointers.Select(pointer => pointer.Line), DiaryBook.File),
        .. From(pack.Crisis.LineIds, "crisis.yaml"),
        .. From(pack.Law.LineIds, "law/points.yaml"),
        .. From(pack.Explainer.LineIds, "law/explain.yaml"),
    ];

    private static IEnumerable<NeededLine> Of(Pack pack, Step step)
    {
        var speaks = step.Kind switch
        {
            StepKind.Tell => step.Word?.Split(' ')[0] != "law",
            StepKind.Do => step.Word is "pause" or "erase",
            StepKind.Offer => false,
            _ => true,
        };
        if (speaks)
        {
            yield return new NeededLine(step.Kind == StepKind.Confirm ? [step.Id, "card"] : [step.Id], step.File, step.Line);
        }

        foreach (var choice in step.Choices)
        {
            yield return new NeededLine([.. FactWords.LinesOf(pack, step, choice.Id)], step.File, step.Line);
        }
    }

    private static IEnumerable<NeededLine> Of(Pack pack, FactDeclaration fact)
    {
        yield return new NeededLine([$"fact.{fact.Name}"], fact.File, fact.Line);
        foreach (var choice in fact.Choices)
        {
            IEnumerable<string> own = pack.Owners.TryGetValue(fact.Name, out var owner) ? [$"{owner.Id}/{choice}"] : [];
            yield return new NeededLine([.. own, $"fact.{fact.Name}/{choice}"], fact.File, fact.Line);
        }
    }

    private static IEnumerable<NeededLine> From(IEnumerable<string> ids, string file) => ids.Select(id => new NeededLine([id], file, 1));

    private static string SourceFile(Pack pack) => $"lines/{pack.Lines.Languages[0]}.yaml";
}
