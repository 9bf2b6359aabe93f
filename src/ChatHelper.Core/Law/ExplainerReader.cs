using ChatHelper.Core.Content;

namespace ChatHelper.Core.Law;

internal static class ExplainerReader
{
    internal const string File = "law/explain.yaml";

    internal static Explainer Read(PackSource pack, LawBook law, Diagnostics diagnostics)
    {
        var file = pack.Yaml(File, diagnostics);
        file?.OnlyKeys("topics", "closing");
        var node = file?["topics"];
        var topics = node?.Pairs().Select(topic => (topic.Key, Entries(node.Items(topic.Key), law))) ?? [];
        return new Explainer(law, [.. topics], Entries(file?.Items("closing") ?? [], law));
    }

    private static IReadOnlyList<Explanation> Entries(IReadOnlyList<Node> nodes, LawBook law) =>
        [.. nodes.Select(node => Entry(node, law))];

    private static Explanation Entry(Node node, LawBook law)
    {
        node.OnlyKeys("say", "points", "when", "unless", "source", "verified_on", "review_by");
        var points = node.Texts("points");
        foreach (var point in points.Where(point => !law.Has(point)))
        {
            node.Report(Codes.NoSuchPoint, $"there is no legal point '{point}'");
        }

        return new Explanation(node.Required("say"), points, Conditions(node["when"]), Conditions(node["unless"]),
            node.Has("review_by") ? ArticleReader.Day(node, "review_by") : null, node.Line);
    }

    private static IReadOnlyList<Condition> Conditions(Node? node)
    {
        if (node is { IsMap: false })
        {
            node.Report(Codes.WrongShape, "a condition is a fact with its choices, such as {conduct: [threat]}");
        }

        return node is null ? [] : [.. node.Pairs().Select(pair => new Condition(pair.Key, pair.Value.Texts()))];
    }
}
