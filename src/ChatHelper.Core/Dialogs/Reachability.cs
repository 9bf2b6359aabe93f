namespace ChatHelper.Core.Dialogs;

/// <summary>Which steps lie ahead of which, over the drawn arrows alone (conditions are taken as open). Made once per pack.</summary>
public sealed class Reachability
{
    private readonly Dictionary<string, HashSet<string>> _ahead = new(StringComparer.Ordinal);

    internal Reachability(IReadOnlyDictionary<string, Step> steps)
    {
        foreach (var step in steps.Values)
        {
            var ahead = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([step.Id]);
            while (open.TryPop(out var id))
            {
                if (ahead.Add(id) && steps.TryGetValue(id, out var at))
                {
                    foreach (var next in at.Nexts)
                    {
                        open.Push(next.Go);
                    }
                }
            }

            _ahead[step.Id] = ahead;
        }
    }

    /// <summary>Whether a step can still come when one stands at another; every step lies ahead of itself.</summary>
    public bool Ahead(string from, string step) => _ahead.TryGetValue(from, out var ahead) && ahead.Contains(step);
}
