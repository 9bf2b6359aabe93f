namespace ChatHelper.Limits;

/// <summary>A token bucket, and what its owner was told. Guarded by its book, whose time it counts.</summary>
internal sealed class Bucket(Guid key, Rate rate, TimeSpan now)
{
    private double _level = rate.Burst;
    private TimeSpan _at = now;

    public Guid Key { get; } = key;

    /// <summary>When the last notice went out; null: never.</summary>
    public TimeSpan? ToldAt { get; set; }

    /// <summary>Since the last notice something was let in.</summary>
    public bool LetIn { get; set; }

    /// <summary>When a cry for help was last let past.</summary>
    public TimeSpan? CriedAt { get; set; }

    /// <summary>Refused words that were searched for danger since <see cref="LookedAt"/>.</summary>
    public int Looks { get; set; }

    public TimeSpan LookedAt { get; set; }

    /// <summary>Until then this person is taken although the disk is nearly full.</summary>
    public TimeSpan Through { get; set; }

    /// <summary>Takes one; a bucket that has none sinks below nothing.</summary>
    public bool Take(TimeSpan now)
    {
        _level = Math.Min(rate.Burst, _level + ((now - _at).TotalSeconds * rate.PerSecond));
        _at = now;
        if (_level >= 1)
        {
            _level--;
            return true;
        }

        _level = Math.Max(-rate.Debt, _level - (rate.Debt > 0 ? 1 : 0));
        return false;
    }

    /// <summary>What was taken comes again: the channel keeps it.</summary>
    public void GiveBack() => _level = Math.Min(rate.Burst, _level + 1);
}
