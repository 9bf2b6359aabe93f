using ChatHelper.Core.Casework;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Routing;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Filings;

/// <summary>What <c>tell</c> steps say of ways, filings and days.</summary>
internal static class FilingTells
{
    /// <summary>The words after <c>tell</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["routes", "routes why", "authority", "filings", "deadlines", "deadlines over", "deadlines here"];

    /// <summary>What the program puts into the line of such a step; null for other tells.</summary>
    public static string[]? Values(string word) => word.Split(' ')[0] is "routes" or "authority" or "filings" or "deadlines" ? [word.Split(' ')[0]] : null;

    /// <summary>Says the line of a step; false when it is none of these.</summary>
    public static bool Say(Talk talk, Step step)
    {
        if (Values(step.Word!) is not [var name])
        {
            return false;
        }

        talk.Say(step.Id, (name, step.Word switch
        {
            "routes" => RouteTold.All(talk),
            "routes why" => RouteTold.Why(talk),
            "authority" => AuthorityTold.Card(talk, talk.Now.Facts["place-which"]?.Value ?? ""),
            "filings" => Filings(talk),
            _ => Deadlines(talk, step.Word!),
        }));
        return true;
    }

    /// <summary>The days of a case with their numbers: the same for chat, letters and calendar.</summary>
    public static IReadOnlyList<(Deadline Deadline, int No)> Numbered(Talk talk) =>
        [.. DeadlineList.Of(talk.Pack, talk.Now.Case, talk.Now.Facts).Select((deadline, at) => (deadline, at + 1))];

    private static string Deadlines(Talk talk, string word)
    {
        var told = new DeadlineTold(talk.Pack, talk.Words, talk.Local.Date);
        var meant = word == "deadlines here" ? FilingForm.Meant(talk)?.No : null;
        var lines = Numbered(talk)
            .Where(one => meant is null || one.Deadline.Filing?.No == meant)
            .Where(one => word != "deadlines over" || (one.Deadline.Filing is not null && (one.Deadline.State(talk.Local.Date) != DeadlineState.Running || told.Urgent(one.Deadline))))
            .OrderByDescending(one => told.Urgent(one.Deadline))
            .Select(one => told.Line(one.Deadline, one.No)).ToList();
        return lines.Count == 0 ? talk.Line("deadlines.none") : string.Join('\n', lines);
    }

    private static string Filings(Talk talk) => talk.Now.Case.Filings.Count == 0
        ? talk.Line("filings.none")
        : string.Join('\n', talk.Now.Case.Filings.Select((filing, at) => Line(talk, filing, at + 1)));

    private static string Line(Talk talk, Filing filing, int no) => talk.Line(
        "filings.line", ("no", $"{no}"), ("authority", talk.Line($"authority.{filing.Authority}")),
        ("on", filing.On.Length == 0 ? talk.Line("filings.no-day") : talk.Words.Time(filing.On, Facts.Precision.Exact)),
        ("number", filing.CaseNumber.Length == 0 ? talk.Line("filings.no-number") : talk.Line("filings.number", ("number", filing.CaseNumber))),
        ("state", talk.Line($"filing.{filing.State}")));
}
