using ChatHelper.Core.Content;

namespace ChatHelper.Core.Law;

internal static class LawReader
{
    private const string PointsFile = "law/points.yaml";

    private static readonly Dictionary<string, StatuteKind> Kinds = new(StringComparer.Ordinal)
    {
        ["statute"] = StatuteKind.Statute,
        ["regulation"] = StatuteKind.Regulation,
        ["departmental-rule"] = StatuteKind.DepartmentalRule,
        ["supervisory-rule"] = StatuteKind.SupervisoryRule,
        ["judicial-interpretation"] = StatuteKind.JudicialInterpretation,
        ["recommended-standard"] = StatuteKind.RecommendedStandard,
        ["self-regulation"] = StatuteKind.SelfRegulation,
    };

    internal static LawBook Read(PackSource pack, Diagnostics diagnostics)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var statutes = new List<(Statute Statute, Node Node)>();
        foreach (var path in pack.Paths("law/", ".yaml").Where(path => path is not (PointsFile or ExplainerReader.File)))
        {
            if (pack.Yaml(path, diagnostics) is { } file)
            {
                statutes.Add((StatuteIn(file), file));
                ReadArticles(file, statutes[^1].Statute, articles);
            }
        }

        var points = pack.Yaml(PointsFile, diagnostics) is { } node ? PointReader.Read(node, articles) : [];
        var book = new LawBook([.. articles.Values], points);
        LawProof.Check(book, statutes, diagnostics);
        return book;
    }

    private static Statute StatuteIn(Node file)
    {
        file.OnlyKeys("statute", "name", "edition", "short", "kind", "successor-of", "articles");
        var name = file.Required("name");
        if (!Kinds.TryGetValue(file.Required("kind"), out var kind))
        {
            file.Report(Codes.UnknownWord, $"'{file.Text("kind")}' is not a kind of law: {string.Join(", ", Kinds.Keys)}");
        }

        return new Statute(file.Required("statute"), name, file.Text("short") ?? name, file.Text("edition") ?? "", kind,
            file.Text("successor-of"));
    }

    private static void ReadArticles(Node file, Statute statute, Dictionary<string, Article> articles)
    {
        foreach (var node in file.Items("articles"))
        {
            var article = ArticleReader.Read(node, statute);
            if (!article.Id.StartsWith(statute.Id + ".", StringComparison.Ordinal))
            {
                node.Report(Codes.WrongShape, $"the id '{article.Id}' must start with '{statute.Id}.'");
            }

            if (!articles.TryAdd(article.Id, article))
            {
                node.Report(Codes.Duplicate, $"the article '{article.Id}' stands twice");
            }
        }
    }
}
