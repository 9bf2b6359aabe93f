using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>Sheets on which every letter must come out whole: nothing known, each silence, every choice alone, all choices together.</summary>
internal static class ProofSheets
{
    // As long as people write; one letter, so that no sample holds punctuation of its own.
    private static readonly string Said = new('x', 400);
    private static readonly string Told = new('x', 40);

    private static readonly string[] Days =
        ["2026-11-11T21:00~21:59", "2026-11-17 PM", "2025-12-20", "2026-10-11~2026-10-20", "2026-11-11"];

    public static IReadOnlyList<(string Name, FactSheet Facts)> Of(IReadOnlyDictionary<string, FactDeclaration> facts)
    {
        List<(string, FactSheet)> sheets =
        [
            ("without facts", FactSheet.Empty),
            ("with all unknown", All(facts, _ => Fact.Silence(FactState.Unknown))),
            ("with all refused", All(facts, _ => Fact.Silence(FactState.Refused))),
            ("with none that applies", All(facts, _ => Fact.Silence(FactState.NotApplicable))),
        ];
        var most = facts.Values.Select(fact => fact.Choices.Count).Append(1).Max();
        for (var turn = 0; turn < most; turn++)
        {
            var at = turn;
            sheets.Add(($"with choice {at + 1} of each fact", All(facts, fact => Sample(fact, at, together: false))));
            sheets.Add(($"with choice {at + 1} and all of those that gather", All(facts, fact => Sample(fact, at, together: true))));
        }

        return sheets;
    }

    private static FactSheet All(IReadOnlyDictionary<string, FactDeclaration> facts, Func<FactDeclaration, Fact> sample) =>
        FactSheet.Of(facts.Values.Select(fact => KeyValuePair.Create(fact.Name, sample(fact))));

    private static Fact Sample(FactDeclaration fact, int at, bool together) => fact.Kind switch
    {
        "one" or "many" when fact.Choices.Count == 0 => Fact.Silence(FactState.Unknown),
        "one" => Fact.Said("", fact.Choices[at % fact.Choices.Count]),
        "many" => Fact.Said("", together ? string.Join(',', fact.Choices) : fact.Choices[at % fact.Choices.Count]),
        "when" => Fact.Said(Told, Days[(at + fact.Name.Length) % Days.Length], at % 2 == 0 ? Precision.About : Precision.Exact),
        "amount" => Fact.Said(Told, at % 2 == 0 ? "3500" : "<5000"),
        "count" => Fact.Said(Told, at % 2 == 0 ? "23" : "20~30", Precision.About),
        "phone" => Fact.Said(Told, together ? "19900000000,0551-00000000,HIDDEN" : "19900000000"),
        "list" or "file" => Fact.Said(Told, together ? "xxxx,xxxx,xxxx" : "xxxx"),
        _ => Fact.Said(Said, Told),
    };
}
