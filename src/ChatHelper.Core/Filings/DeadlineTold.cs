using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Law;
using ChatHelper.Core.Lines;
using NodaTime;

namespace ChatHelper.Core.Filings;

/// <summary>Days that matter, in words. Nobody is called late before their longest time is over.</summary>
internal sealed class DeadlineTold(Pack pack, FactWords words, LocalDate today)
{
    private const int Soon = 7;

    /// <summary>One of the list.</summary>
    /// <param name="no">Its number in the list, the same in the calendar file.</param>
    public string Line(Deadline deadline, int no) => Fill(
        deadline.Term.Theirs ? "deadlines.they" : Urgent(deadline) ? "deadlines.you.soon" : "deadlines.you",
        ("no", $"{no}"), ("authority", words.Line($"authority.{deadline.Authority.Id}")), ("what", words.Line(deadline.LineId)),
        ("day", Day(deadline)), ("source", Source(deadline)), ("note", Note(deadline)));

    /// <summary>The day, with the longest one behind it when it can be extended.</summary>
    public string Day(Deadline deadline)
    {
        var day = deadline.Day == deadline.Latest ? words.Words(deadline.Day)
            : Fill("deadlines.extended", ("day", words.Words(deadline.Day)), ("latest", words.Words(deadline.Latest)));
        return deadline.Provisional ? Fill("deadlines.about", ("day", day)) : day;
    }

    /// <summary>How the clock stands, as a letter may say it.</summary>
    public string Clock(Deadline? deadline) => deadline is null
        ? words.Line("filing.clock.none")
        : Fill(
            deadline.State(today) switch
            {
                DeadlineState.Running => "filing.clock.running",
                DeadlineState.Extendable => "filing.clock.extendable",
                _ => "filing.clock.over",
            },
            ("day", words.Words(deadline.Day)), ("latest", words.Words(deadline.Latest)), ("what", words.Line(deadline.LineId)));

    /// <summary>True for what can be missed within days.</summary>
    public bool Urgent(Deadline deadline) => !deadline.Term.Theirs && deadline.State(today) == DeadlineState.Running
        && Period.DaysBetween(today, deadline.Day) <= Soon;

    private string Note(Deadline deadline)
    {
        var state = (deadline.State(today), deadline.Term.Theirs) switch
        {
            (DeadlineState.Extendable, true) => "deadlines.extendable",
            (DeadlineState.Over, true) => "deadlines.over",
            (not DeadlineState.Running, false) => "deadlines.missed",
            _ => null,
        };
        return string.Concat(new[]
        {
            deadline.Supposed ? "deadlines.supposed" : null,
            deadline.OnRestDay && !deadline.Term.Theirs ? "deadlines.rest-day" : null,
            state,
        }.OfType<string>().Select(Filled));
    }

    private string Filled(string line) =>
        pack.Lines.Find(words.Language, line)?.Fill(name => pack.Number(name, words.Language, today)) ?? line;

    private string Source(Deadline deadline) => deadline.Term.Point is { } point
        ? words.Join(Cited(point, deadline).Select(words.Citation))
        : words.Line("deadlines.reported");

    private IReadOnlyList<Citation> Cited(string point, Deadline deadline)
    {
        var day = LocalDate.Min(deadline.Day, today);
        return pack.Law.Cite(point, new Facts.DateSpan(day, day), day).Citations;
    }

    private string Fill(string id, params (string Name, string Value)[] values) =>
        pack.Lines.Find(words.Language, id)?.Fill(name => Array.Find(values, pair => pair.Name == name).Value ?? "") ?? id;
}
