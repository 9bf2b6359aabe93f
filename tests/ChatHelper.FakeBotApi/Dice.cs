namespace ChatHelper.Fakes;

/// <summary>Seeded and safe for many threads, so that a run can be told again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Falls(double share)
    {
        if (share <= 0)
        {
            return false;
        }
        lock (_random)
        {
            return _random.NextDouble() < share;
        }
    }

    public int Below(int bound)
    {
        lock (_random)
        {
            return _random.Next(bound);
        }
    }
}
