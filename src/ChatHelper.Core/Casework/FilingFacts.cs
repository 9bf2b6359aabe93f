using System.Globalization;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Casework;

/// <summary>Facts that follow from the filings, for conditions of dialogs, letters and time limits.</summary>
internal static class FilingFacts
{
    /// <summary><c>filings-open</c>: authorities whose answer is awaited; <c>filings-at</c>: all. <c>refusal</c> and
    /// <c>refusal-kind</c>: of the last refusal by the police that still stands.</summary>
    public static IReadOnlyList<string> Names { get; } = ["filings-open", "filings-open-count", "filings-at", "refusal", "refusal-kind"];

    public static IEnumerable<KeyValuePair<string, Fact>> Of(CaseFile file)
    {
        var open = Authorities(file.Filings.Where(filing => filing.IsOpen));
        return Known("filings-open", string.Join(',', open))
            .Concat(Known("filings-open-count", open.Count == 0 ? "" : open.Count.ToString(CultureInfo.InvariantCulture)))
            .Concat(Known("filings-at", string.Join(',', Authorities(file.Filings))))
            .Concat(Refused(file) is { } refused ? Refusal(refused) : []);
    }

    /// <summary>The facts with those of one filing in place of the last refusal, by which its time limits are chosen.</summary>
    public static FactSheet On(FactSheet facts, Filing filing) =>
        FactSheet.Of([.. facts.Where(pair => pair.Key is not ("refusal" or "refusal-kind")), .. Refusal(filing)]);

    /// <summary>The last report that the police refused; null when none was.</summary>
    public static Filing? Refused(CaseFile file) => file.Filings.LastOrDefault(filing => filing is { State: "refused", Authority: "police" });

    private static IEnumerable<KeyValuePair<string, Fact>> Refusal(Filing filing) =>
        Known("refusal", filing.Refusal).Concat(Known("refusal-kind", filing.RefusalKind));

    private static List<string> Authorities(IEnumerable<Filing> filings) =>
        [.. filings.Select(filing => filing.Authority).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<KeyValuePair<string, Fact>> Known(string name, string value) =>
        value.Length == 0 ? [] : [KeyValuePair.Create(name, Fact.Said("", value))];
}
