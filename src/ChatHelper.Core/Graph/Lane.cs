using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Proof;

namespace ChatHelper.Core.Graph;

/// <summary>One dialog of the drawing: its steps in columns by their distance from its start, so that ways run to the right.</summary>
internal sealed class Lane
{
    /// <summary>Column by full step id; the longest way from the start counts.</summary>
    public Dictionary<string, int> Column { get; } = new(StringComparer.Ordinal);

    /// <summary>Row by full step id, from 0 within the column.</summary>
    public Dictionary<string, int> Row { get; } = new(StringComparer.Ordinal);

    public required string Title { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public int Columns => Column.Values.DefaultIfEmpty(0).Max() + 1;

    public int Rows => Row.Values.DefaultIfEmpty(0).Max() + 1;

    public static Lane Of(string title, IReadOnlyList<Step> steps, Ways ways)
    {
        var lane = new Lane { Title = title, Steps = steps };
        var own = steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var order = new List<string>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            Visit(step.Id);
        }

        order.Reverse();
        foreach (var id in order)
        {
            var column = lane.Column.GetValueOrDefault(id, 0);
            lane.Column[id] = column;
            foreach (var to in Forward(id))
            {
                lane.Column[to] = Math.Max(lane.Column.GetValueOrDefault(to, 0), column + 1);
            }
        }

        Rank(lane, order);
        return lane;

        // Steps in an order in which ways run forward; an arrow back to a step still open is a way back.
        void Visit(string id)
        {
            if (!state.TryAdd(id, false))
            {
                return;
            }

            foreach (var to in Ahead(id))
            {
                Visit(to);
            }

            state[id] = true;
            order.Add(id);
        }

        IEnumerable<string> Ahead(string id) => ways.From(id)
            .Where(arrow => arrow.Kind == ArrowKind.On && own.Contains(arrow.To) && arrow.To != id)
            .Select(arrow => arrow.To);

        IEnumerable<string> Forward(string id) => Ahead(id).Where(to => order.IndexOf(to) > order.IndexOf(id));
    }

    /// <summary>Loose boxes without ways between them, in a grid.</summary>
    public static Lane Grid(string title, IReadOnlyList<Step> steps, int columns)
    {
        var lane = new Lane { Title = title, Steps = steps };
        foreach (var (index, step) in steps.Index())
        {
            lane.Column[step.Id] = index % columns;
            lane.Row[step.Id] = index / columns;
        }

        return lane;
    }

    private static void Rank(Lane lane, List<string> order)
    {
        var filled = new Dictionary<int, int>();
        foreach (var id in order)
        {
            var column = lane.Column[id];
            lane.Row[id] = filled[column] = filled.GetValueOrDefault(column, -1) + 1;
        }
    }
}
