namespace ChatHelper.Limits;

/// <summary>Buckets by keyed hash, of those who came lately; who is forgotten begins with a full one. The framework's limiters
/// read a clock of their own and never forget a busy partition: these take the clock they are given and no more room than this.
/// They count time that has passed: a clock that is set fills and shuts none.</summary>
internal sealed class BucketBook(Rate rate, int most, TimeProvider clock)
{
    private readonly Dictionary<Guid, LinkedListNode<Bucket>> _byKey = [];
    private readonly LinkedList<Bucket> _lately = new();
    private readonly Lock _gate = new();
    private readonly long _began = clock.GetTimestamp();

    /// <summary>Buckets that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byKey.Count;
            }
        }
    }

    public bool Take(Guid key) => With(key, (bucket, now) => bucket.Take(now));

    /// <summary>What was taken does not count.</summary>
    public void GiveBack(Guid key) => With(key, (bucket, _) =>
    {
        bucket.GiveBack();
        return true;
    });

    /// <summary>Does something with a bucket while nobody else does.</summary>
    public T With<T>(Guid key, Func<Bucket, TimeSpan, T> use)
    {
        var now = clock.GetElapsedTime(_began);
        lock (_gate)
        {
            return use(Find(key, now), now);
        }
    }

    private Bucket Find(Guid key, TimeSpan now)
    {
        if (_byKey.TryGetValue(key, out var known))
        {
            _lately.Remove(known);
            _lately.AddFirst(known);
            return known.Value;
        }

        if (_byKey.Count >= most)
        {
            _byKey.Remove(_lately.Last!.Value.Key);
            _lately.RemoveLast();
        }

        var bucket = new Bucket(key, rate, now);
        _byKey[key] = _lately.AddFirst(bucket);
        return bucket;
    }
}
