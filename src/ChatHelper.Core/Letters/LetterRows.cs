using ChatHelper.Core.Casework;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Lines;
using NodaTime;

namespace ChatHelper.Core.Letters;

/// <summary>A list of the case file as a template sees it: <c>{{#each-of diary}}{{no}}. {{at}}{{/each-of}}</c>. Every field is
/// words; what is not known is the line <c>row.blank</c>. User's words come plain, masked and without the sign that parts columns.</summary>
internal sealed record LetterRows(IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    private const int LongestWords = 120;
    private const int Short = 60;

    /// <summary>Fields of each list, beside <c>no</c>.</summary>
    public static IReadOnlyDictionary<string, string[]> Fields { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["diary"] = ["at", "means", "whom", "caller", "caller-full", "words", "hearsay", "proof", "response"],
        ["evidence-items"] = EvidenceRows.Fields,
        ["evidence-files"] = EvidenceRows.Fields,
        ["evidence-held"] = EvidenceRows.Fields,
        ["evidence-chain"] = EvidenceRows.ChainFields,
        ["filings"] = ["authority", "on", "case-number", "state", "asked", "answered-on", "answer"],
        ["filing"] = ["authority", "on", "case-number", "state", "asked", "answered-on", "answer", "refused-on", "clock", "request"],
        ["refused-filing"] = ["authority", "on", "case-number", "answer", "refused-on"],
        ["deadlines"] = ["what", "day"],
        ["night-entries"] = ["at", "means", "whom", "caller", "caller-full", "words", "hearsay", "proof", "response"],
        ["per-number"] = ["caller", "caller-full", "count", "from", "to"],
        ["per-person"] = ["whom", "count", "from", "to"],
        ["per-day"] = ["day", "count"],
        ["gaps"] = ["from", "to"],
        ["hours"] = ["day", "from-0", "from-8", "from-12", "from-18", "from-22", "count"],
        ["testimonies"] = ["relation", "at", "caller", "words", "proof", "given"],
    };

    /// <summary>All lists of a case.</summary>
    public static IEnumerable<KeyValuePair<string, LetterRows>> Of(CaseFile file, FactWords words) =>
    [
        KeyValuePair.Create("diary", new LetterRows([.. DiaryOrder.Sorted(file.Diary).Select(entry => Row(words, entry))])),
        .. DiaryRows.Of(file, words, entry => Row(words, entry)),
        .. EvidenceRows.Of(file, words),
        KeyValuePair.Create("filings", new LetterRows([.. file.Filings.Select(filing => Row(words, filing))])),
        KeyValuePair.Create("testimonies", new LetterRows([.. file.Testimonies.Select(told => Row(words, told))])),
    ];

    /// <summary>The same rows with every field marked as coming from this list.</summary>
    public LetterRows Traced(string list) => new([.. Rows.Select(row => row.ToDictionary(
        field => field.Key, field => TracedText.Mark(list, field.Value), StringComparer.Ordinal))]);

    /// <summary>The lists that depend on the day: the one filing that is meant, and every day that matters.</summary>
    public static IEnumerable<KeyValuePair<string, LetterRows>> Of(Pack pack, CaseFile file, FactSheet facts, FactWords words, LocalDate today)
    {
        var deadlines = DeadlineList.Of(pack, file, facts);
        var told = new DeadlineTold(pack, words, today);
        var meant = FilingForm.Meant(file, facts);
        var theirs = deadlines.Where(deadline => deadline.Term.Theirs && deadline.Filing?.No == meant?.No);
        return
        [
            KeyValuePair.Create("filing", new LetterRows(meant is null ? [] : [Row(words, meant, told.Clock(theirs.MaxBy(deadline => deadline.Latest)))])),
            KeyValuePair.Create("refused-filing", new LetterRows(FilingFacts.Refused(file) is { } refused ? [Row(words, refused, "")] : [])),
            KeyValuePair.Create("deadlines", new LetterRows([.. deadlines.Select((deadline, at) => Row(words, at + 1,
                ("what", words.Line(deadline.LineId)), ("day", told.Day(deadline))))])),
        ];
    }

    private static Dictionary<string, string> Row(FactWords words, Filing filing, string clock) => Row(words, filing.No,
        ("authority", words.Line($"authority.{filing.Authority}")), ("on", words.Time(filing.On, Precision.Exact)), ("case-number", Given(filing.CaseNumber)),
        ("state", words.Line($"filing.{filing.State}")), ("asked", Own(filing.Asked, Short)), ("answered-on", words.Time(filing.AnsweredOn, Precision.Exact)),
        ("answer", Own(filing.Answer, Short)), ("refused-on", words.Time(filing.RefusedOn, Precision.Exact)),
        ("clock", filing.IsOpen ? clock : words.Line($"filing.clock.{filing.State}")), ("request", words.Line($"filing.request.{filing.State}")));

    private static Dictionary<string, string> Row(FactWords words, DiaryEntry entry) => Row(words, entry.No,
        ("at", words.Time(entry.At, entry.Precision)),
        ("means", Choice(words, "how-contacted", entry.Means)),
        ("whom", entry.WhomNamed.Length > 0 ? Own(entry.WhomNamed) : entry.Whom == "me" ? words.Line("row.me") : Choice(words, "contacts-hit", entry.Whom)),
        ("caller", words.Caller(entry.Caller)), ("caller-full", entry.Caller == "HIDDEN" ? words.Caller(entry.Caller) : entry.Caller),
        ("words", Own(entry.Words)), ("hearsay", entry.Source == "witness" ? words.Line("row.witness") : entry.Hearsay ? words.Line("row.hearsay") : ""),
        ("proof", string.Join(' ', entry.Evidence)), ("response", Own(entry.Response)));

    private static Dictionary<string, string> Row(FactWords words, Filing filing) => Row(words, filing.No,
        ("authority", words.Line($"authority.{filing.Authority}")), ("on", words.Time(filing.On, Precision.Exact)), ("case-number", Given(filing.CaseNumber)),
        ("state", words.Line($"filing.{filing.State}")), ("asked", Own(filing.Asked)), ("answered-on", words.Time(filing.AnsweredOn, Precision.Exact)), ("answer", Own(filing.Answer)));

    private static Dictionary<string, string> Row(FactWords words, Testimony told) => Row(words, told.No,
        ("relation", Own(told.Relation)), ("at", told.At.Length > 0 ? words.Time(told.At, told.Precision) : Own(told.AtTold)), ("caller", words.Caller(told.Caller)), ("words", Own(told.Words)),
        ("proof", told.Evidence is { } no ? $"{no}" : ""), ("given", $"{told.GivenAt:yyyy-MM-dd}"));

    public static Dictionary<string, string> Row(FactWords words, int no, params ReadOnlySpan<(string Field, string Value)> fields)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["no"] = $"{no}" };
        foreach (var (field, value) in fields)
        {
            row[field] = value.Length == 0 && field != "hearsay" ? words.Line("row.blank") : value;
        }

        return row;
    }

    public static string Choice(FactWords words, string fact, string id) => id.Length == 0 ? "" : words.Choice(fact, id);

    private static string Given(string text) => OwnWords.Given(text, Short).Replace('\uFF5C', '/').Replace('|', '/');

    public static string Own(string text, int longest = LongestWords) => OwnWords.Plain(text, longest).Replace('\uFF5C', '/').Replace('|', '/');
}
