using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>No way leads nowhere: from every step to an end or a menu (CH0122), no circle that can turn without a person's
/// word (CH0125). An answered question is passed over in silence, so a circle of questions turns as soon as all of them are
/// answered; only a menu always waits.</summary>
internal static class ExitProof
{
    public static void Prove(Pack pack, Ways ways, Diagnostics diagnostics)
    {
        var after = pack.Steps.Keys.ToDictionary(
            id => id, id => ways.After(id, arrow => arrow.Kind == ArrowKind.On), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in pack.Steps.Values.Where(step => after[step.Id].Contains(step.Id)))
        {
            if (done.Add(step.Id))
            {
                var circle = pack.Steps.Values
                    .Where(other => after[step.Id].Contains(other.Id) && after.GetValueOrDefault(other.Id)!.Contains(step.Id))
                    .ToList();
                done.UnionWith(circle.Select(other => other.Id));
                Report(step, circle, after[step.Id].Any(id => Ends(pack, id)), diagnostics);
            }
        }

        Opening(pack, ways, after, diagnostics);
    }

    private static void Report(Step step, List<Step> circle, bool wayOut, Diagnostics diagnostics)
    {
        var names = string.Join(" → ", circle.Select(one => one.Id).Append(step.Id));
        if (!wayOut && circle.Exists(one => one.Waits))
        {
            diagnostics.Report(Codes.NoWayOut, step.File, step.Line, $"no way out of {names}");
        }
        else
        {
            diagnostics.Report(Codes.WordlessCircle, step.File, step.Line, $"{names} can turn without asking anything");
        }
    }

    // Below the opening there is nothing to go back to: it must rest in a menu.
    private static void Opening(Pack pack, Ways ways, Dictionary<string, HashSet<string>> after, Diagnostics diagnostics)
    {
        var first = pack.Dialogs[pack.Opening].Steps[0].Id;
        foreach (var id in after[first].Append(first).Where(id => ways.From(id).Any(arrow => arrow.To == Next.End)))
        {
            var step = pack.Steps[id];
            diagnostics.Report(Codes.NoWayOut, step.File, step.Line, $"the opening ends at '{id}'; it must lead to a menu");
        }
    }

    private static bool Ends(Pack pack, string id) =>
        id is Next.End or Ways.Left || Ways.AlwaysRests(pack.Steps[id]);
}
