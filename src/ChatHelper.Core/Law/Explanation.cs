using NodaTime;

namespace ChatHelper.Core.Law;

/// <summary>An entry of <c>law/explain.yaml</c>.</summary>
internal sealed record Explanation(
    string LineId,
    IReadOnlyList<string> Points,
    IReadOnlyList<Condition> When,
    IReadOnlyList<Condition> Unless,
    LocalDate? ReviewBy,
    int Line)
{
    internal bool Applies(IReadOnlyDictionary<string, IReadOnlyList<string>> facts) =>
        When.All(condition => condition.Meets(facts)) && !Unless.Any(condition => condition.Meets(facts));
}

/// <summary>Met when the fact holds one of the choices.</summary>
internal sealed record Condition(string Fact, IReadOnlyList<string> Choices)
{
    internal bool Meets(IReadOnlyDictionary<string, IReadOnlyList<string>> facts) =>
        facts.TryGetValue(Fact, out var held) && held.Any(choice => Choices.Contains(choice, StringComparer.Ordinal));
}
