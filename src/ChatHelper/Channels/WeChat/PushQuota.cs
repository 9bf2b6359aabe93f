using ChatHelper.Conversations;

namespace ChatHelper.Channels.WeChat;

/// <summary>How many messages WeChat still lets us send by ourselves: 5 within 48 hours of a person's word, 3 within a minute of a menu, a
/// scan or a subscription (contracts.md W9). A message counts in both. Kept in memory, of those who came lately: of others WeChat knows.</summary>
internal sealed class PushQuota(int most = 20_000)
{
    private const int AfterWord = 5;
    private const int AfterTouch = 3;
    private static readonly TimeSpan WordLasts = TimeSpan.FromHours(48);
    private static readonly TimeSpan TouchLasts = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<Address, LinkedListNode<Windows>> _windows = [];
    private readonly LinkedList<Windows> _lately = new();

    /// <summary>Addresses that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _windows.Count;
            }
        }
    }

    /// <summary>The person wrote something.</summary>
    public void Spoke(Address address, DateTimeOffset now) => With(address, windows => (windows.Word, windows.WordUntil) = (AfterWord, now + WordLasts));

    /// <summary>The person pressed the menu, scanned our code, or began to follow us.</summary>
    public void Touched(Address address, DateTimeOffset now) => With(address, windows => (windows.Touch, windows.TouchUntil) = (AfterTouch, now + TouchLasts));

    /// <summary>WeChat says that nothing is left.</summary>
    public void Spent(Address address) => With(address, windows => (windows.Word, windows.Touch) = (0, 0));

    /// <summary>How many may go; null: only WeChat knows.</summary>
    public int? Left(Address address, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _windows.TryGetValue(address, out var known) ? known.Value.Left(now) : null;
        }
    }

    /// <summary>Counts a message that goes; false: it must not.</summary>
    public bool Take(Address address, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_windows.TryGetValue(address, out var known) || known.Value.Left(now) is not { } left)
            {
                return true;
            }

            if (left > 0)
            {
                known.Value.Count(-1);
            }

            return left > 0;
        }
    }

    /// <summary>A message that was counted did not go.</summary>
    public void GiveBack(Address address)
    {
        lock (_gate)
        {
            if (_windows.TryGetValue(address, out var known))
            {
                known.Value.Count(+1);
            }
        }
    }

    private void With(Address address, Action<Windows> change)
    {
        lock (_gate)
        {
            if (_windows.TryGetValue(address, out var known))
            {
                _lately.Remove(known);
            }
            else if (_windows.Count >= most)
            {
                _windows.Remove(_lately.Last!.Value.Address);
                _lately.RemoveLast();
            }

            _lately.AddFirst(known ??= new LinkedListNode<Windows>(new Windows(address)));
            _windows[address] = known;
            change(known.Value);
        }
    }

    private sealed class Windows(Address address)
    {
        public Address Address => address;

        /// <summary>Null: they may have spoken before we began to count.</summary>
        public int? Word { get; set; }

        public DateTimeOffset WordUntil { get; set; }

        public int Touch { get; set; }

        public DateTimeOffset TouchUntil { get; set; }

        public int? Left(DateTimeOffset now) => Word is not { } word ? null : Math.Max(WordUntil > now ? word : 0, TouchUntil > now ? Touch : 0);

        public void Count(int by)
        {
            Word = Word is { } word ? Math.Clamp(word + by, 0, AfterWord) : null;
            Touch = Math.Clamp(Touch + by, 0, AfterTouch);
        }
    }
}
