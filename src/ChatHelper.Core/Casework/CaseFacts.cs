using System.Globalization;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Casework;

/// <summary>Facts that follow from the case file alone, so that conditions and letters can read them like answers. They are
/// put anew in each turn that changes the case; nothing else sets them.</summary>
internal static class CaseFacts
{
    /// <summary>Their names; a pack declares those that it reads.</summary>
    public static IReadOnlyList<string> Names { get; } = ["diary-count", "evidence-count", "filing-count", "testimony-count", "witness-waiting", "witness-open", .. FilingFacts.Names, .. DiaryFacts.Names];

    /// <summary>The sheet with the facts of this case in place of those of any earlier one.</summary>
    public static FactSheet On(FactSheet facts, CaseFile file, IReadOnlyDictionary<string, FactDeclaration> declared) => FactSheet.Of(
    [
        .. facts.Where(pair => !Names.Contains(pair.Key)),
        .. Of(file).Where(pair => declared.ContainsKey(pair.Key)),
    ]);

    private static IEnumerable<KeyValuePair<string, Fact>> Of(CaseFile file) =>
        Count("diary-count", file.Diary.Count)
        .Concat(Count("evidence-count", file.Evidence.Count))
        .Concat(Count("filing-count", file.Filings.Count))
        .Concat(Count("testimony-count", file.Testimonies.Count))
        .Concat(Count("witness-waiting", file.Waiting.Count))
        .Concat(Count("witness-open", file.Invitations.Count))
        .Concat(FilingFacts.Of(file))
        .Concat(DiaryFacts.Of(file));

    private static IEnumerable<KeyValuePair<string, Fact>> Count(string name, int count) =>
        count == 0 ? [] : [KeyValuePair.Create(name, Fact.Said("", count.ToString(CultureInfo.InvariantCulture)))];
}
