using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>Holds the rules of <c>letters/guard.yaml</c> against the text that each sheet really chooses.</summary>
internal static class GuardProof
{
    public static void Names(Pack pack, Action<string, string, int, string> report)
    {
        var check = new TemplateCheck(pack, report);
        foreach (var rule in pack.Guard.Rules)
        {
            if (rule.If is { } condition)
            {
                check.Condition(condition, GuardReader.File, rule.Line);
            }
        }
    }

    public static void Check(Pack pack, LetterForm form, LetterDraft? draft, FactSheet facts, Action<string, string, int, string> report)
    {
        foreach (var breach in draft is not null && form.For(facts) == draft.Variant ? pack.Guard.Check(draft, facts) : [])
        {
            report(breach.Code, draft!.Variant.Texts.Values.First().Path, 0, $"'{form.Id}' says '{breach.Sentence}' against the rule '{breach.Rule}'");
        }
    }

    /// <summary>The sheets that choose another text, with what this one's condition compares put in, as far as they then choose it:
    /// a text is held against little being known, too.</summary>
    public static IEnumerable<(string Name, FactSheet Facts, CaseFile Case)> Reaching(
        LetterForm form, LetterVariant variant, IReadOnlyList<(string Name, FactSheet Facts, CaseFile Case)> sheets) =>
        variant.If is not { } condition ? []
        : sheets.Where(sheet => form.For(sheet.Facts) != variant)
            .Select(sheet => (Name: $"{sheet.Name} and {condition}", Facts: With(sheet.Facts, condition), sheet.Case))
            .Where(sheet => form.For(sheet.Facts) == variant);

    private static FactSheet With(FactSheet facts, Condition condition) => condition.Compared
        .Aggregate(facts, (sheet, compared) => sheet.With(compared.Fact, Fact.Said("", compared.Value)));
}
