using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using NodaTime;

namespace ChatHelper.Core.Authorities;

/// <summary>What is said of an authority must agree with the rest of the pack.</summary>
internal static class AuthorityCheck
{
    /// <summary>Faults that need no date: CH0803 to CH0807.</summary>
    public static void Check(Pack pack, Diagnostics diagnostics)
    {
        foreach (var authority in pack.Authorities.All)
        {
            void Report(string code, int line, string message) => diagnostics.Report(code, authority.File, line, message);
            foreach (var letter in authority.Letters.Where(letter => !pack.Letters.ContainsKey(letter)))
            {
                Report(Codes.AuthorityLetter, authority.Line, $"'{authority.Id}' names the letter '{letter}', which is not there");
            }

            foreach (var other in authority.NeedsFirst.Select(first => first.Authority).Concat(authority.Terms.Select(term => term.Through).OfType<string>()))
            {
                if (pack.Authorities.Find(other) is null)
                {
                    Report(Codes.NoSuchAuthority, authority.Line, $"'{authority.Id}' names '{other}', which is not there");
                }
            }

            Choices(pack, "lender-type", authority.Lenders.Concat(authority.NotFor), authority, diagnostics);
            Choices(pack, "what-they-did", authority.Conduct, authority, diagnostics);
            foreach (var term in authority.Terms)
            {
                Term(pack, authority, term, Report);
            }
        }
    }

    /// <summary>What a date makes wrong: past its review (CH0801). A point that nothing in force carries is reported with the law (CH0408).</summary>
    public static void Prove(Pack pack, LocalDate today, Diagnostics diagnostics)
    {
        foreach (var authority in pack.Authorities.All)
        {
            foreach (var (line, known) in authority.Terms.Select(term => (term.Line, term.Checked)).Prepend((authority.Line, authority.Checked)))
            {
                if (known.ReviewBy < today)
                {
                    diagnostics.Report(Codes.PastReview, authority.File, line, $"'{authority.Id}' had to be checked again by {known.ReviewBy:uuuu-MM-dd}");
                }
            }
        }
    }

    private static void Term(Pack pack, Authority authority, Term term, Action<string, int, string> report)
    {
        foreach (var point in new[] { term.Point, term.MovedBy }.OfType<string>().Where(point => !pack.Law.Has(point)))
        {
            report(Codes.AuthorityPoint, term.Line, $"'{term.Id}' of '{authority.Id}' rests on the unknown point '{point}'");
        }

        if (term.After is { } before && authority.Terms.All(other => other.Id != before || other == term))
        {
            report(Codes.BrokenTerm, term.Line, $"'{term.Id}' of '{authority.Id}' follows '{before}', which is not there");
        }

        if (term.Checked.Mark == Mark.A ? term.Point is null : term.Checked.Mark is Mark.C or Mark.U)
        {
            report(Codes.TermUnfounded, term.Line, $"'{term.Id}' of '{authority.Id}' needs a point of law, or a report marked B; what is not known is no time limit");
        }
    }

    private static void Choices(Pack pack, string fact, IEnumerable<string> values, Authority authority, Diagnostics diagnostics)
    {
        var choices = pack.Facts.GetValueOrDefault(fact)?.Choices ?? [];
        foreach (var value in values.Where(value => !choices.Contains(value)))
        {
            diagnostics.Report(Codes.UnknownChoice, authority.File, authority.Line, $"'{authority.Id}': '{fact}' is never '{value}'");
        }
    }
}
