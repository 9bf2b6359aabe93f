using System.Globalization;
using System.Net;
using System.Text;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Proof;

namespace ChatHelper.Core.Graph;

/// <summary>Draws a pack as SVG: a lane per dialog from top to bottom, its steps from left to right.</summary>
internal sealed class Drawing(Pack pack)
{
    private const int Width = 210;
    private const int Height = 62;
    private const int GapX = 120;
    private const int GapY = 34;
    private const int LaneTop = 64;
    private const int LaneGap = 30;
    private const int Margin = 28;
    private const int LettersInARow = 6;

    private readonly Ways _ways = new(pack);
    private readonly Dictionary<string, (int X, int Y)> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lane> _laneOf = new(StringComparer.Ordinal);
    private readonly StringBuilder _svg = new();

    public string Svg()
    {
        var lanes = Lanes().ToList();
        var (top, right) = (Margin, 0);
        var boxes = new StringBuilder();
        foreach (var lane in lanes)
        {
            var arch = Arch(lane);
            boxes.Append(CultureInfo.InvariantCulture, $"<text class=\"lane\" x=\"{Margin}\" y=\"{top + 18}\">{Escaped(lane.Title)}</text>");
            foreach (var step in lane.Steps)
            {
                _laneOf[step.Id] = lane;
                _at[step.Id] = (Margin + lane.Column[step.Id] * (Width + GapX), top + LaneTop + arch + lane.Row[step.Id] * (Height + GapY));
                Box(boxes, step);
            }

            right = Math.Max(right, Margin + lane.Columns * (Width + GapX));
            top += LaneTop + arch + lane.Rows * (Height + GapY) + LaneGap;
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<svg id=\"map\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{right}\" height=\"{top}\" viewBox=\"0 0 {right} {top}\">");
        _svg.Append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>");
        foreach (var arrow in pack.Steps.Keys.Where(_at.ContainsKey).SelectMany(_ways.From).Where(arrow => arrow.Kind != ArrowKind.Need))
        {
            Arrow(arrow);
        }

        return _svg.Append(boxes).Append("</svg>").ToString();
    }

    // Dialogs in the order in which a person can meet them; all letters share one lane.
    private IEnumerable<Lane> Lanes()
    {
        var started = _ways.Roots.ToLookup(root => root.Step, root => root.By, StringComparer.Ordinal);
        var met = _ways.Roots.SelectMany(root => _ways.After(root.Step, _ => true).Prepend(root.Step))
            .Select(pack.Steps.GetValueOrDefault).OfType<Step>().Select(step => step.Dialog);
        foreach (var dialog in met.Concat(pack.Dialogs.Keys).Distinct(StringComparer.Ordinal).Select(id => pack.Dialogs[id]).Where(dialog => !IsLetter(dialog)))
        {
            var by = string.Join(", ", started[dialog.Steps[0].Id]);
            yield return Lane.Of(by.Length == 0 ? dialog.Id : $"{dialog.Id}  ← {by}", dialog.Steps, _ways);
        }

        if (pack.Dialogs.Values.Where(IsLetter).Select(dialog => dialog.Steps[0]).ToList() is { Count: > 0 } letters)
        {
            yield return Lane.Grid("letters", letters, LettersInARow);
        }
    }

    private static bool IsLetter(Dialog dialog) => dialog.Id.StartsWith("letter/", StringComparison.Ordinal);

    // Room above a lane for arrows that pass over boxes.
    private int Arch(Lane lane) => lane.Steps
        .SelectMany(step => _ways.From(step.Id))
        .Where(arrow => arrow.Kind == ArrowKind.On && lane.Column.ContainsKey(arrow.To))
        .Select(arrow => lane.Column[arrow.To] - lane.Column[arrow.From])
        .Where(span => span > 1)
        .DefaultIfEmpty(0).Max() * 9;

    private void Box(StringBuilder boxes, Step step)
    {
        var (x, y) = _at[step.Id];
        var name = IsLetter(pack.Dialogs[step.Dialog]) ? step.Dialog : step.Id[(step.Id.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var kind = step.Kind switch
        {
            StepKind.Menu or StepKind.Confirm or StepKind.Tell or StepKind.Offer or StepKind.Do => step.Kind.ToString().ToLowerInvariant(),
            _ => "ask",
        };
        var details = StepWords.Details(pack, step, _ways);
        boxes.Append(CultureInfo.InvariantCulture, $"<g class=\"box {kind}\" data-id=\"{Escaped(step.Id)}\" data-more=\"{Escaped(details)}\" tabindex=\"0\" role=\"button\" transform=\"translate({x} {y})\">");
        boxes.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(details)}</title><rect width=\"{Width}\" height=\"{Height}\" rx=\"10\"/>");
        boxes.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"12\" y=\"22\">{Escaped(name)}</text><text class=\"kind\" x=\"{Width - 12}\" y=\"22\">{step.Kind.ToString().ToLowerInvariant()}</text>");
        boxes.Append(CultureInfo.InvariantCulture, $"<text class=\"says\" x=\"12\" y=\"45\">{Escaped(StepWords.Of(pack, step, 14))}</text></g>");
    }

    private void Arrow(Arrow arrow)
    {
        var (x, y) = _at[arrow.From];
        if (!_at.TryGetValue(arrow.To, out var to))
        {
            End(arrow, x, y);
            return;
        }

        var own = _laneOf[arrow.From];
        var span = _laneOf[arrow.To] == own ? own.Column[arrow.To] - own.Column[arrow.From] : 0;
        var far = arrow.Kind == ArrowKind.Call || _laneOf[arrow.To] != own;
        var (path, labelX, labelY) = far ? Across(x, y, to.X, to.Y)
            : span == 1 ? Beside(x, y, to.X, to.Y)
            : span > 1 ? Over(x, y, to.X, to.Y, span)
            : Back(x, y, to.X, to.Y);
        Draw(arrow, path, labelX, labelY, far ? "far" : "on");
    }

    private static (string, int, int) Beside(int x, int y, int toX, int toY)
    {
        var (y1, y2) = (y + Height / 2, toY + Height / 2);
        return (Curve(x + Width, y1, x + Width + GapX / 2, y1, toX - GapX / 2, y2, toX, y2), toX - GapX / 2, (y1 + y2) / 2 - 6);
    }

    private static (string, int, int) Over(int x, int y, int toX, int toY, int span)
    {
        var top = Math.Min(y, toY) - 18 - span * 9;
        return (Curve(x + Width - 30, y, x + Width + 20, top, toX - 40, top, toX + 30, toY), (x + Width + toX) / 2, top + 14);
    }

    private static (string, int, int) Back(int x, int y, int toX, int toY)
    {
        var low = Math.Max(y, toY) + Height + 26;
        return (Curve(x + 40, y + Height, x + 20, low, toX + Width, low, toX + Width - 40, toY + Height), (x + toX + Width) / 2, low - 4);
    }

    private static (string, int, int) Across(int x, int y, int toX, int toY)
    {
        var (x1, y1, y2) = (x + Width / 2, toY > y ? y + Height : y, toY > y ? toY : toY + Height);
        var bend = toY > y ? 60 : -60;
        return (Curve(x1, y1, x1, y1 + bend, toX + Width / 2, y2 - bend, toX + Width / 2, y2), (x1 + toX + Width / 2) / 2, (y1 + y2) / 2);
    }

    private void End(Arrow arrow, int x, int y)
    {
        var (x1, y1) = (x + Width, y + Height - 14);
        Draw(arrow, string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}h26"), x1 + 34, y1 + 22, "on");
        _svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"end\" cx=\"{x1 + 32}\" cy=\"{y1}\" r=\"5\"><title>{(arrow.To == Ways.Left ? "leaves" : "end")}</title></circle>");
    }

    private void Draw(Arrow arrow, string path, int labelX, int labelY, string kind)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<g class=\"way {kind}\" data-from=\"{Escaped(arrow.From)}\" data-to=\"{Escaped(arrow.To)}\"><title>{Escaped($"{arrow.From} → {arrow.To}\n{arrow.Label}")}</title><path d=\"{path}\" marker-end=\"url(#tip)\"/>");
        if (arrow.Label.Length > 0)
        {
            var label = arrow.Label.Length > 26 ? $"{arrow.Label[..25]}…" : arrow.Label;
            _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{labelX}\" y=\"{labelY}\">{Escaped(label)}</text>");
        }

        _svg.Append("</g>");
    }

    private static string Curve(int x1, int y1, int cx1, int cy1, int cx2, int cy2, int x2, int y2) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{cx1} {cy1} {cx2} {cy2} {x2} {y2}");

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
