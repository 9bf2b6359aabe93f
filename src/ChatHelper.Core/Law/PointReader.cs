using ChatHelper.Core.Content;

namespace ChatHelper.Core.Law;

internal static class PointReader
{
    internal static IReadOnlyList<LegalPoint> Read(Node file, IReadOnlyDictionary<string, Article> articles)
    {
        var points = new List<LegalPoint>();
        foreach (var (id, node) in file.Pairs())
        {
            node.OnlyKeys("day", "law");
            var day = node.Text("day");
            if (day is not (null or "conduct" or "report"))
            {
                node.Report(Codes.UnknownWord, $"'{day}' is not 'conduct' or 'report'");
            }

            var strands = node.Items("law").Select(strand => StrandIn(strand, articles)).ToList();
            if (strands.All(strand => strand.Citations.Count == 0))
            {
                node.Report(Codes.PointWithoutArticle, $"no article carries the point '{id}'");
            }

            points.Add(new LegalPoint(id, day == "report", strands, node.File, node.Line));
        }

        return points;
    }

    private static Strand StrandIn(Node node, IReadOnlyDictionary<string, Article> articles)
    {
        if (node.IsMap)
        {
            node.OnlyKeys("law", "gap", "overlap");
        }

        var references = node.IsMap ? node.Texts("law") : node.Texts();
        var found = references
            .Select(reference => Read(reference, node, articles))
            .OfType<Citation>()
            .OrderBy(citation => citation.Article.From);
        return new Strand([.. found], node.IsMap && node.Yes("gap"), node.IsMap && node.Yes("overlap"), node.Line);
    }

    // "psapl_2025.50 words of the clause": the id ends at the first space.
    private static Citation? Read(string reference, Node node, IReadOnlyDictionary<string, Article> articles)
    {
        var space = reference.IndexOf(' ', StringComparison.Ordinal);
        var id = space < 0 ? reference : reference[..space];
        if (articles.TryGetValue(id, out var article))
        {
            return new Citation(article, space < 0 ? "" : reference[(space + 1)..].Trim());
        }

        node.Report(Codes.NoSuchArticle, $"there is no article '{id}'");
        return null;
    }
}
