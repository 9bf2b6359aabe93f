using System.Text;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Proof;

namespace ChatHelper.Core.Graph;

/// <summary>A pack as a Mermaid flow chart, for pages that render such text.</summary>
public static class Mermaid
{
    /// <summary>The chart: a box per step, grouped by dialog, with conditions and choices on the arrows.</summary>
    public static string Of(Pack pack)
    {
        var ways = new Ways(pack);
        var names = pack.Steps.Keys.Index().ToDictionary(pair => pair.Item, pair => $"s{pair.Index}", StringComparer.Ordinal);
        var chart = new StringBuilder("flowchart LR\n");
        foreach (var dialog in pack.Dialogs.Values)
        {
            chart.Append($"  subgraph \"{Plain(dialog.Id)}\"\n");
            foreach (var step in dialog.Steps)
            {
                var (open, close) = Shape(step);
                chart.Append($"    {names[step.Id]}{open}\"{Plain(step.Id)}<br/>{Plain(StepWords.Of(pack, step, StepWords.Short))}\"{close}\n");
            }

            chart.Append("  end\n");
        }

        chart.Append("  done((end))\n");
        foreach (var arrow in pack.Steps.Keys.SelectMany(ways.From).Where(arrow => arrow.Kind != ArrowKind.Need))
        {
            var line = arrow.Kind == ArrowKind.Call ? "-.->" : "-->";
            var label = arrow.Label.Length == 0 ? "" : $"|\"{Plain(arrow.Label)}\"|";
            chart.Append($"  {names[arrow.From]} {line}{label} {names.GetValueOrDefault(arrow.To, "done")}\n");
        }

        return chart.ToString();
    }

    private static (string Open, string Close) Shape(Step step) => step.Kind switch
    {
        StepKind.Menu => ("{{", "}}"),
        StepKind.Confirm => ("[[", "]]"),
        StepKind.Tell => ("([", "])"),
        StepKind.Offer => ("[/", "/]"),
        StepKind.Do => (">", "]"),
        _ => ("[", "]"),
    };

    // Quotes and line ends would close the label; the rest is text.
    private static string Plain(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ');
}
