using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Facts.Hearing;

/// <summary>Reads <c>hearing.yaml</c> and <c>hearing.topic.yaml</c>.</summary>
internal static class HearingReader
{
    private static readonly string[] Kinds = ["is", "when", "amount", "phone", "count", "days", "groups", "relations", "words", "refused"];

    public static HearingBook Read(
        PackSource source, IReadOnlyDictionary<string, FactDeclaration> facts, Readers readers, Script script, Diagnostics diagnostics)
    {
        var entries = source.Paths("hearing.", "yaml").SelectMany(path => source.Yaml(path, diagnostics)?.Items() ?? []).ToLookup(entry => entry.Has("unreal"));
        return new(
            [.. entries[false].SelectMany(entry => Rules(entry, facts, script))], [.. entries[true].SelectMany(entry => Unreal(entry, script))], facts, readers, script);
    }

    /// <summary>A pattern in the standard form, or null with a fault reported.</summary>
    public static HeardPattern? Pattern(Node at, string pattern, Script? script = null)
    {
        try
        {
            return new HeardPattern((script ?? Script.None).Standard(pattern), ignoreCase: true);
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            at.Report(Codes.BrokenPattern, $"the pattern does not compile: {broken.Message}");
            return null;
        }
    }

    /// <summary>Those of the patterns that compile; of the others a fault is reported.</summary>
    public static IEnumerable<HeardPattern> Patterns(Node at, IEnumerable<string> patterns, Script? script = null) =>
        patterns.Select(pattern => Pattern(at, pattern, script)).OfType<HeardPattern>();

    private static IEnumerable<HeardPattern> Unreal(Node entry, Script script)
    {
        entry.OnlyKeys("unreal");
        return Patterns(entry, entry.Texts("unreal"), script);
    }

    private static IEnumerable<HearingRule> Rules(Node entry, IReadOnlyDictionary<string, FactDeclaration> facts, Script script)
    {
        entry.OnlyKeys("fact", "hear", "as", "is", "if", "tense", "happened");
        var fact = entry.Required("fact");
        if (!facts.ContainsKey(fact))
        {
            entry.Report(Codes.UnknownFact, $"'{fact}' is not declared in facts.yaml");
            yield break;
        }

        var value = entry.Text("is");
        if (value is not null && !facts[fact].CanHold(Fact.Said("", value)))
        {
            entry.Report(Codes.UnknownChoice, $"'{fact}' is never '{value}'");
        }

        var kind = entry.Text("as") ?? (value is null ? "words" : "is");
        if (!Kinds.Contains(kind))
        {
            entry.Report(Codes.UnknownWord, $"'as: {kind}' is not one of {string.Join(", ", Kinds)}");
        }

        var tense = entry.Text("tense") switch { "deadline" => Tense.Deadline, "unsure" => Tense.Unsure, _ => Tense.Past };
        var only = DialogReader.ReadCondition(entry, "if");
        foreach (var pattern in Patterns(entry, entry.Texts("hear"), script))
        {
            yield return new HearingRule(pattern, fact, kind, value ?? "", tense, only) { Happened = entry.Yes("happened") };
        }
    }
}
