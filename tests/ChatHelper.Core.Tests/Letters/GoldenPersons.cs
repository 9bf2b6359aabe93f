using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Letters;

/// <summary>Invented persons (golden/persons.tsv) for whom every letter is written in two cases: one told little, one much.</summary>
internal static class GoldenPersons
{
    private static readonly string[] About = ["call-count", "overdue-days"];

    public static string Folder { get; } = Path.Combine(PackFiles.Root, "tests", "ChatHelper.Core.Tests", "Letters", "golden");

    /// <summary>In the order of the file; each letter is written for the first whom it fits.</summary>
    public static IReadOnlyList<(string Name, int Case, FactSheet Facts)> All { get; } = Read();

    /// <summary>What the one who told much has gathered.</summary>
    public static CaseFile Gathered { get; } = new()
    {
        Last = 6,
        Diary =
        [
            new DiaryEntry(1, "2026-11-11T21:00~21:59", "call", "family") { WhomNamed = "姐姐", Caller = "19900001234", Words = "让你妹还钱，不然天天打你单位", Hearsay = true, Response = "没回答，挂了", Evidence = [3] },
            new DiaryEntry(2, "2026-11-17 PM", "sms", "me") { Caller = "17000005678", Words = "今天不处理，后果自己想" },
        ],
        Evidence =
        [
            new EvidenceItem(3, "recording", new DateTimeOffset(2026, 11, 12, 2, 0, 0, TimeSpan.Zero)) { Label = "姐姐录的一段通话", Holder = "姐姐，手机", ClaimedAt = "2026-11-11", Source = "told" },
            new EvidenceItem(4, "sms-shots", new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero)) { FileId = "f4", Name = "短信.png", Mime = "image/png", Size = 2048, Sha256 = new string('a', 64), Source = "web", Label = "威胁短信", ClaimedAt = "2026-11-17" },
        ],
        Filings = [new Filing(5, "12378", "2026-11-13") { CaseNumber = "TS-0001", Letter = "D02" }],
        Testimonies = [new Testimony(6, new DateTimeOffset(2026, 11, 16, 4, 0, 0, TimeSpan.Zero)) { Relation = "大学室友", At = "2026-11-12", Caller = "19900001234", Words = "对方说她欠钱不还" }],
    };

    /// <summary>The first of that case for whom this text of the letter is written and who is offered it where anybody is; null when there is none.</summary>
    public static (FactSheet Facts, CaseFile File)? For(Pack pack, string id, string variant, int number)
    {
        var offers = pack.Steps.Values.SelectMany(step => step.Choices).Where(choice => choice.Letter == id).ToList();
        var file = number == 1 ? CaseFile.Empty : Gathered;
        var fitting = All.Where(person => person.Case == number).Select(person => FactSheet.Of(CaseFacts.On(person.Facts, file, pack.Facts).Concat(person.Facts)))
            .Where(facts => pack.Letters[id].For(facts).Name == variant).ToList();
        return (fitting.Find(facts => offers.Exists(offer => offer.If?.Holds(facts) ?? true)) ?? fitting.FirstOrDefault()) is { } chosen ? (chosen, file) : null;
    }

    private static List<(string, int, FactSheet)> Read()
    {
        var persons = new Dictionary<(string Name, int Case), FactSheet>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "persons.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            var key = (cells[0], cells[1] == "1" ? 1 : 2);
            var facts = persons.GetValueOrDefault(key, FactSheet.Empty);
            persons[key] = cells[2] == "<" ? persons.GetValueOrDefault((cells[3], key.Item2), persons[(cells[3], 1)])
                : facts.With(cells[2], Fact.Said(cells.ElementAtOrDefault(4) ?? "", cells[3], About.Contains(cells[2]) ? Precision.About : Precision.Exact));
        }

        return [.. persons.Select(person => (person.Key.Name, person.Key.Case, person.Value))];
    }
}
