namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>Which message came with which signed pair of timestamp and nonce. The same message again is WeChat's next try; another one is
/// somebody who listened.</summary>
/// <param name="window">How far a timestamp may be from now, either way.</param>
/// <param name="most">Pairs that are kept; beyond that the eldest go.</param>
internal sealed class ReplayCache(TimeSpan window, int most = 50_000)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Timestamp, string Nonce), string> _keys = [];
    private readonly Queue<((string Timestamp, string Nonce) Pair, DateTimeOffset Came)> _order = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _keys.Count;
            }
        }
    }

    public bool Passes(string timestamp, string nonce, string key, DateTimeOffset now)
    {
        lock (_gate)
        {
            // A pair may come early by the window and stay good until the window after its time.
            while (_order.TryPeek(out var eldest) && (_order.Count >= most || now - eldest.Came > 2 * window))
            {
                _keys.Remove(_order.Dequeue().Pair);
            }

            if (_keys.TryGetValue((timestamp, nonce), out var first))
            {
                return first == key;
            }

            _keys.Add((timestamp, nonce), key);
            _order.Enqueue(((timestamp, nonce), now));
            return true;
        }
    }
}
