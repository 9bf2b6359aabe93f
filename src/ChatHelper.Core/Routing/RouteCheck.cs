using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Routing;

/// <summary>Every row leads somewhere that exists, and every lender has a row.</summary>
internal static class RouteCheck
{
    public static void Check(Pack pack, Diagnostics diagnostics)
    {
        var open = pack.Routes.Rows.Where(row => row.Part == RoutePart.Lender).ToList();
        foreach (var row in pack.Routes.Rows)
        {
            void Report(string code, string message) => diagnostics.Report(code, RouteBook.File, row.Line, $"the route '{row.Id}' {message}");
            foreach (var authority in row.Go.Concat(row.Not).Where(id => pack.Authorities.Find(id) is null))
            {
                Report(Codes.NoSuchAuthority, $"names '{authority}', which is not there");
            }

            if (row.Go.Count + row.Not.Count == 0 && !row.Says)
            {
                Report(Codes.BrokenRoute, "leads nowhere and says nothing");
            }

            if (row is { Part: RoutePart.Lender, If: null } && row != open[^1])
            {
                Report(Codes.BrokenRoute, "always holds; the rows for lenders after it are never taken");
            }

            if (row.Go.Intersect(row.Not, StringComparer.Ordinal).Any())
            {
                Report(Codes.BrokenRoute, "sends to an authority and calls it unsuitable");
            }

            foreach (var (fact, value) in row.If?.Compared ?? [])
            {
                if (!pack.Facts.TryGetValue(fact, out var declared) || (declared.Choices.Count > 0 && !declared.Choices.Contains(value)))
                {
                    Report(Codes.UnknownChoice, $"asks whether '{fact}' is '{value}', which it never is");
                }
            }
        }

        // An open row is for who does not know; a lender who is named needs a reason of their own.
        foreach (var lender in open.Count == 0 ? [] : pack.Facts.GetValueOrDefault("lender-type")?.Choices ?? [])
        {
            if (!open.Exists(row => row.If is { } condition && condition.Compared.Contains(("lender-type", lender))))
            {
                diagnostics.Report(Codes.LenderWithoutRoute, RouteBook.File, 1, $"no route is written for the lender '{lender}'");
            }
        }
    }
}
