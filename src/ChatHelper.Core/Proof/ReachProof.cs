using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>Every step can be met (CH0121).</summary>
internal static class ReachProof
{
    public static void Prove(Pack pack, Ways ways, Diagnostics diagnostics)
    {
        var met = Met(ways);
        foreach (var dialog in pack.Dialogs.Values)
        {
            var first = dialog.Steps[0];
            if (!dialog.Steps.Any(step => met.Contains(step.Id)))
            {
                diagnostics.Report(Codes.Unreachable, first.File, first.Line, $"nothing starts the dialog '{dialog.Id}'");
                continue;
            }

            // What only an unreachable step leads to is named by that step.
            var named = new HashSet<string>(StringComparer.Ordinal);
            foreach (var step in dialog.Steps.Where(step => !met.Contains(step.Id)))
            {
                if (named.Add(step.Id))
                {
                    diagnostics.Report(Codes.Unreachable, step.File, step.Line, $"no way leads to '{step.Id}'");
                    named.UnionWith(ways.After(step.Id, _ => true));
                }
            }
        }
    }

    private static HashSet<string> Met(Ways ways)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (root, _) in ways.Roots.Where(root => met.Add(root.Step)))
        {
            met.UnionWith(ways.After(root, _ => true));
        }

        return met;
    }
}
