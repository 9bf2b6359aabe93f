using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;
using ChatHelper.Core.Letters;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Turns;

/// <summary>Puts citations into words with the reason for each: the days that chose the version, and what stood there before.</summary>
internal static class WhyLaw
{
    public static string Words(Talk talk, IReadOnlyList<CitationUse> uses, DateSpan? conduct)
    {
        var lines = uses.DistinctBy(use => use.Citation).Select((use, at) => Line(talk, use, conduct, at + 1));
        return talk.Line("why.law", ("lines", string.Join('\n', lines))) + "\n" + talk.Line(LawBook.CurrentTextLine);
    }

    private static string Line(Talk talk, CitationUse use, DateSpan? conduct, int number)
    {
        var reason = Reason(talk, use, conduct);
        return talk.Line(
            reason.Length == 0 ? "why.law.line" : "why.law.line.reason",
            ("number", $"{number}"), ("citation", talk.Words.Citation(use.Citation)), ("reason", reason.TrimEnd('\u3002', '.')));
    }

    private static string Reason(Talk talk, CitationUse use, DateSpan? conduct)
    {
        var days = conduct is null ? "" : conduct.From == conduct.To
            ? talk.Words.Words(conduct.From)
            : $"{talk.Words.Words(conduct.From)}{talk.Words.Line("format.to")}{talk.Words.Words(conduct.To)}";
        var reason = use.Because switch
        {
            CitedBecause.Conduct => talk.Line("why.reason.conduct", ("days", days)),
            CitedBecause.Straddles => talk.Line("why.reason.straddles", ("days", days)),
            CitedBecause.DateUnknown => talk.Line("why.reason.unknown"),
            CitedBecause.ReportDay => talk.Line("why.reason.report"),
            _ => "",
        };
        var article = use.Citation.Article;
        return Before(talk, article) is { Length: > 0 } old
            ? talk.Line("why.renumbered", ("reason", reason), ("date", LocalDatePattern.Iso.Format(article.From)), ("old", old))
            : reason;
    }

    private static string Before(Talk talk, Article article) => talk.Words.Join(talk.Pack.Law.Articles
        .Where(one => article.SuccessorOf.Contains(one.Id)).Select(one => one.Number));
}
