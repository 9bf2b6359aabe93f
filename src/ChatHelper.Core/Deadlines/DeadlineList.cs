using ChatHelper.Core.Authorities;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Deadlines;

/// <summary>Every day that matters in a case. The one source for what is said, written and put into a calendar.</summary>
public static class DeadlineList
{
    /// <summary>The days that follow from a case, earliest first. Days of the past are among them while they still matter; time
    /// limits whose law is not in force on the day of the event are left out.</summary>
    /// <param name="pack">Authorities, law and holidays.</param>
    /// <param name="file">The case with its filings.</param>
    /// <param name="facts">What is known; the last act gives the limit for going to the police.</param>
    public static IReadOnlyList<Deadline> Of(Pack pack, CaseFile file, FactSheet facts) =>
    [
        .. file.Filings.Where(filing => filing.State != "closed").SelectMany(filing => Of(pack, file, filing, facts)).Concat(OfCase(pack, file, facts))
            .OrderBy(deadline => deadline.Day).ThenBy(deadline => deadline.LineId, StringComparer.Ordinal),
    ];

    private static IEnumerable<Deadline> Of(Pack pack, CaseFile file, Filing filing, FactSheet facts)
    {
        if (pack.Authorities.Find(filing.Authority) is not { } authority)
        {
            yield break;
        }

        var about = FilingFacts.On(facts, filing);
        foreach (var term in authority.Terms.Where(term => term is { IsComputed: true } && term.From != "last-act" && (term.If?.Holds(about) ?? true)))
        {
            // What they must do ends with their answer; what you can do ends when you have done it.
            var over = term.Theirs
                ? !filing.IsOpen || (term.Ends == "accepted" && filing.AcceptedOn.Length > 0)
                : term.Through is { } through && file.Filings.Any(other => other.Authority == through && other.No > filing.No);
            if (!over && Start(pack, authority, term, filing) is { } start)
            {
                if (Count(pack, authority, term, filing, start) is { } deadline)
                {
                    yield return deadline;
                }
            }
        }
    }

    // The six months in which an act can still be punished run from the last act, until it was reported.
    private static IEnumerable<Deadline> OfCase(Pack pack, CaseFile file, FactSheet facts)
    {
        if (Day(facts["last-incident"] ?? facts["first-incident"], early: true) is not { } last)
        {
            yield break;
        }

        foreach (var authority in pack.Authorities.All.Where(authority => file.Filings.All(filing => filing.Authority != authority.Id)))
        {
            foreach (var term in authority.Terms.Where(term => term.From == "last-act"))
            {
                if (Count(pack, authority, term, null, new Beginning(last)) is { } deadline)
                {
                    yield return deadline;
                }
            }
        }
    }

    private static Beginning? Start(Pack pack, Authority authority, Term term, Filing filing)
    {
        var on = term.From switch
        {
            "filed" => filing.On,
            "accepted" => filing.AcceptedOn,
            "answered" => filing.AnsweredOn,
            _ => filing.RefusedOn,
        };
        if (Day(on, early: !term.Theirs) is { } known)
        {
            return new Beginning(known);
        }

        if (term.After is not { } before || authority.Terms.First(other => other.Id == before) is not { } earlier
            || Start(pack, authority, earlier, filing) is not { } start)
        {
            return null;
        }

        var day = Add(pack.WorkDays, start.Day, earlier.Most, earlier.Unit);
        return new Beginning(day.Day) { Provisional = day.Provisional || start.Provisional, Supposed = true };
    }

    private static Deadline? Count(Pack pack, Authority authority, Term term, Filing? filing, Beginning start)
    {
        if (term.Point is { } point && pack.Law.Cite(point, new DateSpan(start.Day, start.Day), start.Day).Citations.Count == 0)
        {
            return null;
        }

        var (day, latest) = (Add(pack.WorkDays, start.Day, term.Amount, term.Unit), Add(pack.WorkDays, start.Day, term.Most, term.Unit));
        if (term.MovedBy is not null)
        {
            (day, latest) = (pack.WorkDays.OnOrAfter(day.Day), pack.WorkDays.OnOrAfter(latest.Day));
        }

        return new Deadline(authority, term, filing, day.Day, latest.Day)
        {
            Provisional = day.Provisional || start.Provisional,
            Supposed = start.Supposed,
            OnRestDay = !pack.WorkDays.Works(day.Day),
        };
    }

    private static CountedDay Add(WorkCalendar calendar, LocalDate start, int amount, TermUnit unit) => unit switch
    {
        TermUnit.WorkingDays => calendar.After(start, amount),
        TermUnit.Months => new CountedDay(start.PlusMonths(amount), false),
        TermUnit.Hours => new CountedDay(start.PlusDays((amount + 23) / 24), false),
        _ => new CountedDay(start.PlusDays(amount), false),
    };

    private static LocalDate? Day(Fact? fact, bool early) => fact is { IsKnown: true } ? Day(fact.Value, early) : null;

    // Of a doubtful day, the later one before anybody is called late, the earlier one for what you can miss.
    private static LocalDate? Day(string? value, bool early) => DateSpan.Read(value) is { } span ? early ? span.From : span.To : null;

    private sealed record Beginning(LocalDate Day)
    {
        public bool Provisional { get; init; }

        public bool Supposed { get; init; }
    }
}
