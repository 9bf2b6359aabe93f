using ChatHelper.Core.Authorities;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Routing;

/// <summary>What one authority is for, in words. What was not checked, or not again, is never asserted.</summary>
internal static class AuthorityTold
{
    public static string Name(Talk talk, string id) => talk.Line($"authority.{id}");

    public static string Card(Talk talk, string id)
    {
        if (talk.Pack.Authorities.Find(id) is not { } authority)
        {
            return Name(talk, id);
        }

        List<string> lines = [Titled(talk, authority), talk.Line($"authority.{id}.can"), talk.Line($"authority.{id}.cannot")];
        Add(talk, lines, "authority.bring", authority.Attachments.Select(thing => talk.Line($"attachment.{thing}")));
        Add(talk, lines, "authority.letters", authority.Letters.Select(letter => talk.Line($"letter.{letter}")));
        if (authority.Longest > 0)
        {
            lines.Add(talk.Line("authority.longest", ("value", $"{authority.Longest}")));
        }

        lines.AddRange(authority.NeedsFirst.Select(first =>
            talk.Line(first.ByLaw ? "authority.first.law" : "authority.first.sensible", ("authority", Name(talk, first.Authority)))));
        lines.AddRange(authority.Terms.Select(term => Told(talk, authority, term)));
        lines.Add(talk.Line(authority.HoursKnown ? $"authority.{id}.hours" : "authority.hours"));
        if (authority.Checked.Caution(talk.Local.Date) is { } caution)
        {
            lines.Add(talk.Line($"authority.{caution}"));
        }

        return string.Join('\n', lines);
    }

    private static string Titled(Talk talk, Authority authority) => string.Join(' ',
        authority.Numbers.Select(number => talk.Pack.Number($"number.{number}", talk.Now.Language, talk.Local.Date)).Prepend(Name(talk, authority.Id)));

    private static string Told(Talk talk, Authority authority, Term term)
    {
        var source = term.Point is { } point
            ? talk.Words.Join(talk.Pack.Law.Cite(point, talk.Today, talk.Local.Date).Citations.Select(talk.Words.Citation))
            : talk.Line("deadlines.reported");
        var told = talk.Line("authority.term", ("what", talk.Line($"authority.{authority.Id}.{term.Id}")), ("source", source));
        return term.Checked.Caution(talk.Local.Date) is { } caution ? told + talk.Line($"authority.{caution}") : told;
    }

    private static void Add(Talk talk, List<string> lines, string line, IEnumerable<string> things)
    {
        var all = talk.Words.Join(things);
        if (all.Length > 0)
        {
            lines.Add(talk.Line(line, ("things", all)));
        }
    }
}
