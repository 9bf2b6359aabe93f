using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Filings;

/// <summary>What the short dialogs about filings were answered with: <c>filing-…</c> for a new one, <c>news-…</c> for what became
/// of one. Read once, then forgotten.</summary>
internal static class FilingForm
{
    private static readonly string[] Answers =
    [
        "filing-where", "filing-day", "filing-on", "filing-has-number", "filing-number", "filing-asked",
        "filing-news", "news-day", "news-on", "news-words", "news-kind",
    ];

    /// <summary>The authority that was picked; null when none was.</summary>
    public static string? Where(Talk talk) => Value(talk, "filing-where") is { } where && where != "other" ? where : null;

    /// <summary>A filing as the form tells it.</summary>
    public static Filing New(Talk talk, int no, string authority) => new(no, authority, Day(talk, "filing-on", "filing-day"))
    {
        CaseNumber = Value(talk, "filing-number") ?? "",
        Asked = Value(talk, "filing-asked") ?? "",
        Receipt = Value(talk, "filing-number") is not null,
    };

    /// <summary>The filing that the news is about: of the authority picked, else the only one that waits; the open ones first,
    /// the latest of them. Null when there is none.</summary>
    public static Filing? Meant(Talk talk) => Meant(talk.Now.Case, talk.Now.Facts);

    /// <inheritdoc cref="Meant(Talk)"/>
    public static Filing? Meant(CaseFile file, FactSheet facts)
    {
        var authority = facts["filing-which"] is { IsKnown: true } picked ? picked.Value : null;
        var fitting = file.Filings.Where(filing => authority is null || filing.Authority == authority).ToList();
        return fitting.FindLast(filing => filing.IsOpen) ?? fitting.LastOrDefault(filing => filing.State != "closed") ?? fitting.LastOrDefault();
    }

    /// <summary>The day of the news.</summary>
    public static string NewsDay(Talk talk) => Day(talk, "news-on", "news-day");

    /// <summary>What was told of the answer.</summary>
    public static string NewsWords(Talk talk) => Value(talk, "news-words") ?? "";

    /// <summary>What the refusal says.</summary>
    public static string NewsKind(Talk talk) => Value(talk, "news-kind") ?? "unsure";

    /// <summary>Whether the refusal came on paper.</summary>
    public static bool OnPaper(Talk talk) => Value(talk, "filing-news") == "refused-paper";

    /// <summary>Forgets the answers; which filing was meant stays, for the letters about it.</summary>
    public static void Forget(Talk talk) =>
        talk.Now = talk.Now with { Facts = Answers.Aggregate(talk.Now.Facts, (sheet, name) => sheet.Without(name)) };

    private static string Day(Talk talk, string said, string picked) => Value(talk, said) ?? Value(talk, picked) switch
    {
        "today" => Iso(talk.Local.Date),
        "yesterday" => Iso(talk.Local.Date.PlusDays(-1)),
        _ => "",
    };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string? Value(Talk talk, string name) => talk.Now.Facts[name] is { IsKnown: true } fact ? fact.Value : null;
}
