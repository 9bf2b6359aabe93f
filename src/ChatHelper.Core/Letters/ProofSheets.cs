using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>Sheets on which every letter must come out whole: nothing known, each silence, every choice alone, all choices together;
/// with nothing gathered, and with a case in which every field is there, or none.</summary>
internal static class ProofSheets
{
    // As long as people write; one letter, so that no sample holds punctuation of its own.
    private static readonly string Said = new('x', 400);
    private static readonly string Told = new('x', 40);

    private static readonly string[] Days =
        ["2026-11-11T21:00~21:59", "2026-11-17 PM", "2025-12-20", "2026-10-11~2026-10-20", "2026-11-11"];

    public static IReadOnlyList<(string Name, FactSheet Facts, CaseFile Case)> Of(IReadOnlyDictionary<string, FactDeclaration> facts)
    {
        List<(string, FactSheet, CaseFile)> sheets = [];
        void Add(string name, FactSheet sheet, CaseFile file) => sheets.Add((name, CaseFacts.On(sheet, file, facts), file));
        Add("without facts", FactSheet.Empty, CaseFile.Empty);
        Add("with all unknown", All(facts, _ => Fact.Silence(FactState.Unknown)), Gathered(facts, "", ""));
        Add("with all refused", All(facts, _ => Fact.Silence(FactState.Refused)), CaseFile.Empty);
        Add("with none that applies", All(facts, _ => Fact.Silence(FactState.NotApplicable)), CaseFile.Empty);
        var most = facts.Values.Select(fact => fact.Choices.Count).Append(1).Max();
        for (var turn = 0; turn < most; turn++)
        {
            var at = turn;
            Add($"with choice {at + 1} of each fact", All(facts, fact => Sample(fact, at, together: false)), CaseFile.Empty);
            Add($"with choice {at + 1} and all of those that gather", All(facts, fact => Sample(fact, at, together: true)), Gathered(facts, Days[at % Days.Length], Told));
        }

        return sheets;
    }

    private static CaseFile Gathered(IReadOnlyDictionary<string, FactDeclaration> facts, string at, string words)
    {
        string First(string fact) => facts.GetValueOrDefault(fact)?.Choices is [var choice, ..] ? choice : "";
        var number = words.Length == 0 ? "" : "19900000000";
        return new CaseFile
        {
            Last = 6,
            EvidenceHead = new string('0', 64),
            Diary =
            [
                new DiaryEntry(1, at, First("how-contacted"), First("contacts-hit")) { Caller = number, Words = words, Response = words, Hearsay = true, Evidence = [3] },
                new DiaryEntry(2, at, "", "me") { WhomNamed = words },
            ],
            Evidence =
            [
                new EvidenceItem(3, First("evidence"), DateTimeOffset.UnixEpoch)
                {
                    FileId = "f", Name = words, Size = words.Length, Sha256 = new string('0', 64), Label = words, Holder = words, ClaimedAt = at,
                    Source = "web", Act = words.Length == 0 ? "" : First("what-they-did"), Mime = "image/png",
                },
                new EvidenceItem(6, words.Length == 0 ? "" : First("evidence"), DateTimeOffset.UnixEpoch)
                {
                    Label = words, Holder = words, ClaimedAt = at, Source = "told", Count = words.Length == 0 ? "" : "3",
                },
            ],
            Filings = [new Filing(4, words.Length == 0 ? "12378" : "police", at) { CaseNumber = words, Asked = words, Answer = words, AnsweredOn = at, RefusedOn = at, State = words.Length == 0 ? "sent" : "refused" }],
            Testimonies = [new Testimony(5, DateTimeOffset.UnixEpoch) { Relation = words, At = at, Caller = number, Words = words, Evidence = 3 }],
        };
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
