using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Letters;

/// <summary>The evidence of a case as a template sees it: <c>evidence-items</c> in order of number; <c>evidence-files</c> (bytes
/// that we keep) and <c>evidence-held</c> (things that stay with their holder), grouped by the act they show; and one row of
/// <c>evidence-chain</c>, which is there only when there is a chain.</summary>
internal static class EvidenceRows
{
    private const int ShortHash = 8;
    private const string ActFact = "what-they-did";

    public static readonly string[] Fields =
        ["kind", "what", "act", "at", "holder", "count", "file", "size", "sha256", "sha-short", "received", "source", "proves", "not-proves"];

    public static readonly string[] ChainFields = ["head", "entries", "withdrawn"];

    public static IEnumerable<KeyValuePair<string, LetterRows>> Of(CaseFile file, FactWords words) =>
    [
        KeyValuePair.Create("evidence-items", Rows(words, file.Evidence)),
        KeyValuePair.Create("evidence-files", Rows(words, ByAct(words, file.Evidence.Where(item => item.HasFile)))),
        KeyValuePair.Create("evidence-held", Rows(words, ByAct(words, file.Evidence.Where(item => !item.HasFile)))),
        KeyValuePair.Create("evidence-chain", new LetterRows(file.EvidenceHead.Length == 0 ? [] :
        [
            LetterRows.Row(words, file.Evidence.Count + file.Withdrawals.Count, ("head", file.EvidenceHead), ("entries", $"{file.Evidence.Count}"), ("withdrawn", $"{file.Withdrawals.Count}")),
        ])),
    ];

    private static LetterRows Rows(FactWords words, IEnumerable<EvidenceItem> items) => new([.. items.Select(item => Row(words, item))]);

    // Acts in the words of the language, those without one last.
    private static IEnumerable<EvidenceItem> ByAct(FactWords words, IEnumerable<EvidenceItem> items) => items
        .OrderBy(item => item.Act.Length == 0)
        .ThenBy(item => LetterRows.Choice(words, ActFact, item.Act), StringComparer.Ordinal)
        .ThenBy(item => item.No);

    private static Dictionary<string, string> Row(FactWords words, EvidenceItem item) => LetterRows.Row(words, item.No,
        ("kind", LetterRows.Choice(words, EvidenceRules.KindFact, item.Kind)), ("what", LetterRows.Own(item.Label)),
        ("act", LetterRows.Choice(words, ActFact, item.Act)), ("at", words.Time(item.ClaimedAt, Precision.Exact)),
        ("holder", LetterRows.Own(item.Holder)), ("count", item.Count.Length == 0 ? "" : words.Words("held-count", Fact.Said("", item.Count))),
        ("file", LetterRows.Own(item.Name)), ("size", item.Size == 0 ? "" : words.Bytes(item.Size)),
        ("sha256", item.Sha256), ("sha-short", item.Sha256.Length < ShortHash ? "" : item.Sha256[..ShortHash]),
        ("received", words.Moment(item.ReceivedAt)), ("source", item.Source.Length == 0 ? "" : words.Line($"row.source.{item.Source}")),
        ("proves", item.Kind.Length == 0 ? "" : words.Line($"evidence.proves.{item.Kind}")),
        ("not-proves", item.Kind.Length == 0 ? "" : words.Line($"evidence.not.{item.Kind}")));
}
