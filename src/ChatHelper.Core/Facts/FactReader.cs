using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Facts;

/// <summary>Reads <c>facts.yaml</c> and <c>facts.topic.yaml</c>: what each fact is, and where it is shown.</summary>
internal static class FactReader
{
    private static readonly string[] Kinds = ["one", "many", "list", "text", "when", "amount", "phone", "count", "file"];

    public static IReadOnlyDictionary<string, FactDeclaration> Read(PackSource source, IEnumerable<Step> steps, Diagnostics diagnostics)
    {
        var choices = steps.Where(step => step.Fact is not null)
            .GroupBy(step => step.Fact!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(step => step.Choices).Select(choice => choice.Id), StringComparer.Ordinal);
        var facts = new Dictionary<string, FactDeclaration>(StringComparer.Ordinal);
        foreach (var entry in source.Paths("facts", ".yaml").SelectMany(path => source.Yaml(path, diagnostics)?.Items() ?? []))
        {
            entry.OnlyKeys("fact", "kind", "choices", "card", "passed-on", "alone", "kept", "ahead", "past", "told-on", "starts", "sensitive");
            var name = entry.Required("fact");
            var kind = entry.Required("kind");
            if (!Kinds.Contains(kind))
            {
                entry.Report(Codes.UnknownWord, $"'kind: {kind}' is not one of {string.Join(", ", Kinds)}");
            }

            var declared = new FactDeclaration(
                name, kind,
                [.. entry.Texts("choices").Concat(choices.GetValueOrDefault(name, [])).Distinct(StringComparer.Ordinal)],
                entry.Yes("card"), entry.Yes("passed-on"), entry.File, entry.Line) { Alone = entry.Yes("alone"), Kept = entry.Yes("kept"), Ahead = entry.Yes("ahead"), Past = entry.Yes("past"), ToldOn = entry.Text("told-on"), Starts = entry.Text("starts"), Sensitive = entry.Yes("sensitive") };
            if (!facts.TryAdd(name, declared))
            {
                entry.Report(Codes.Duplicate, $"the fact '{name}' is declared twice");
            }
        }

        return facts;
    }
}
