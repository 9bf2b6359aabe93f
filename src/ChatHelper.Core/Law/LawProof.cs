using ChatHelper.Core.Content;
using NodaTime;

namespace ChatHelper.Core.Law;

internal static class LawProof
{
    internal static void Check(
        LawBook book, IReadOnlyList<(Statute Statute, Node Node)> statutes, Diagnostics diagnostics)
    {
        var ids = book.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (statute, node) in statutes.Where(one => one.Statute.SuccessorOf is not null))
        {
            if (statutes.All(other => other.Statute.Id != statute.SuccessorOf))
            {
                node.Report(Codes.NoSuchArticle, $"there is no statute '{statute.SuccessorOf}'");
            }
        }

        foreach (var article in book.Articles)
        {
            if (article is { Verified: true, Text: "" })
            {
                diagnostics.Report(Codes.VerifiedWithoutText, article.File, article.Line, $"'{article.Id}' is verified but has no text");
            }

            foreach (var old in article.SuccessorOf.Where(old => !ids.Contains(old)))
            {
                diagnostics.Report(Codes.NoSuchArticle, article.File, article.Line, $"there is no article '{old}'");
            }
        }

        foreach (var point in book.PointList)
        {
            foreach (var strand in point.Strands)
            {
                CheckWindows(point, strand, diagnostics);
            }
        }
    }

    internal static void Prove(LawBook book, LocalDate today, Diagnostics diagnostics)
    {
        foreach (var article in book.Articles.Where(article => article.ReviewBy < today))
        {
            diagnostics.Report(Codes.LawPastReview, article.File, article.Line,
                $"'{article.Id}' had to be read again by {article.ReviewBy:uuuu-MM-dd}");
        }

        foreach (var point in book.PointList.Where(point => !point.Strands.Any(strand => strand.Holds(today))))
        {
            diagnostics.Report(Codes.PointNotInForce, point.File, point.Line, $"nothing that carries '{point.Id}' is in force today");
        }
    }

    private static void CheckWindows(LegalPoint point, Strand strand, Diagnostics diagnostics)
    {
        foreach (var (before, after) in strand.Citations.Zip(strand.Citations.Skip(1)))
        {
            int? days = before.Article.To is { } last ? Period.DaysBetween(last, after.Article.From) : null;
            var pair = $"'{before.Article.Id}' and '{after.Article.Id}' of '{point.Id}'";
            if (days > 1 && !strand.GapDeclared)
            {
                diagnostics.Report(Codes.LawGap, point.File, strand.Line, $"between {pair} there are days without law");
            }
            else if (days is null or < 1 && !strand.OverlapDeclared)
            {
                diagnostics.Report(Codes.LawOverlap, point.File, strand.Line, $"{pair} are in force on the same days");
            }
        }
    }
}
