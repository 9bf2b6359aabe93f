using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Routing;

/// <summary>The rows of <c>routes.yaml</c>. Pure: the same facts give the same way.</summary>
public sealed class RouteBook
{
    /// <summary>File of the rows.</summary>
    internal const string File = "routes.yaml";

    internal RouteBook(IReadOnlyList<Route> rows) => Rows = rows;

    /// <summary>All rows in file order.</summary>
    public IReadOnlyList<Route> Rows { get; }

    /// <summary>The way that fits: rules, then conduct that goes first, then the lender, then what conduct adds. An authority
    /// stands once, with its first reason; one that a row sends to is never called unsuitable.</summary>
    public RoutePlan Plan(FactSheet facts)
    {
        var rows = new List<Route>();
        foreach (var row in Rows.Where(row => row.If?.Holds(facts) ?? true).OrderBy(row => row.Part))
        {
            if (row.Part != RoutePart.Lender || !rows.Exists(other => other.Part == RoutePart.Lender))
            {
                rows.Add(row);
            }
        }

        if (rows.Find(row => row.Alone) is { } alone)
        {
            rows = [alone];
        }

        var go = Stops(rows, row => row.Go);
        return new RoutePlan(
            go,
            [.. Stops(rows, row => row.Not).Where(stop => go.All(chosen => chosen.Authority != stop.Authority))],
            [.. rows.Where(row => row.Says).Select(row => $"routes.{row.Id}")]);
    }

    internal static RouteBook Read(PackSource source, Diagnostics diagnostics)
    {
        var rows = new Dictionary<string, Route>(StringComparer.Ordinal);
        foreach (var node in source.Yaml(File, diagnostics)?.Items() ?? [])
        {
            node.OnlyKeys("route", "part", "if", "go", "not", "alone", "says");
            if (!Enum.TryParse<RoutePart>(node.Required("part"), ignoreCase: true, out var part))
            {
                node.Report(Codes.UnknownWord, $"'part: {node.Text("part")}' is not one of rule, first, lender, also");
            }

            var row = new Route(node.Required("route"), part, DialogReader.ReadCondition(node, "if"), node.Texts("go"), node.Texts("not"))
            {
                Alone = node.Yes("alone"), Says = node.Yes("says"), Line = node.Line,
            };
            if (!rows.TryAdd(row.Id, row))
            {
                node.Report(Codes.Duplicate, $"the route '{row.Id}' stands twice");
            }
        }

        return new RouteBook([.. rows.Values]);
    }

    private static IReadOnlyList<Stop> Stops(IEnumerable<Route> rows, Func<Route, IEnumerable<string>> authorities) =>
        [.. rows.SelectMany(row => authorities(row).Select(authority => new Stop(authority, $"routes.{row.Id}/{authority}")))
            .DistinctBy(stop => stop.Authority, StringComparer.Ordinal)];
}
