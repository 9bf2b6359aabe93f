using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk.Cases;

/// <summary>Counts how many different cases a volunteer opens within an hour. In memory: a restart forgets an hour, not more.</summary>
internal sealed class CaseOpens(TimeProvider clock)
{
    public const int Most = 20;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Dictionary<long, Dictionary<string, long>> _opened = [];

    /// <summary>Counts an opened case. Called on the writer's thread alone.</summary>
    /// <returns>True when with this one there are too many.</returns>
    public bool TooMany(Volunteer who, string id)
    {
        var now = clock.GetTimestamp();
        if (!_opened.TryGetValue(who.Id, out var cases))
        {
            _opened[who.Id] = cases = new(StringComparer.Ordinal);
        }

        foreach (var old in cases.Where(pair => clock.GetElapsedTime(pair.Value, now) >= Window).Select(pair => pair.Key).ToList())
        {
            cases.Remove(old);
        }

        var fresh = !cases.ContainsKey(id);
        cases[id] = now;
        return fresh && cases.Count > Most;
    }
}
