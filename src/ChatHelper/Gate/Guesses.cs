using System.Net;
using System.Net.Sockets;

namespace ChatHelper.Gate;

/// <summary>Counts wrong codes, in memory. Whoever tries (a connection, an account) may be wrong five times in a quarter of an hour.
/// Once all together were wrong a hundred times, everybody has one try: a swarm gains next to nothing by each account it makes, and
/// whoever holds a code still comes in with it. A clock that is set lengthens or shortens no window.</summary>
internal sealed class Guesses(TimeProvider clock)
{
    public const int Each = 5;
    public const int Together = 100;
    public const int MostTrying = 20_000;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const string Everybody = "";
    private readonly Dictionary<string, (long Since, int Count)> _wrong = new(StringComparer.Ordinal);
    private readonly Queue<string> _begun = new(); // in the order in which their windows end
    private readonly Lock _gate = new();

    /// <summary>Takes one try; a right one is given back with <see cref="WasRight"/>.</summary>
    public bool May(string who)
    {
        lock (_gate)
        {
            Clean();
            if (Left(who) <= 0)
            {
                return false;
            }

            Add(who, 1);
            Add(Everybody, 1);
            return true;
        }
    }

    /// <summary>How long until there is a try again; zero: there is one now.</summary>
    public TimeSpan Wait(string who)
    {
        lock (_gate)
        {
            Clean();
            return Left(who) > 0 ? TimeSpan.Zero
                : !_wrong.TryGetValue(who, out var tried) ? Ends(_begun.Peek())
                : tried.Count < Each && Ends(Everybody) < Ends(who) ? Ends(Everybody)
                : Ends(who);
        }
    }

    public void WasRight(string who)
    {
        lock (_gate)
        {
            Add(who, -1);
            Add(Everybody, -1);
        }
    }

    /// <summary>Who tries behind a connection: a household gets a whole /64 of IPv6 addresses.</summary>
    public static string Connection(IPAddress? from) => from is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8))
        : $"{from}:";

    private int Left(string who) => !_wrong.TryGetValue(who, out var tried) && _wrong.Count >= MostTrying
        ? 0
        : (_wrong.GetValueOrDefault(Everybody).Count >= Together ? 1 : Each) - tried.Count;

    private void Add(string who, int by)
    {
        if (_wrong.TryGetValue(who, out var tried))
        {
            _wrong[who] = (tried.Since, Math.Max(0, tried.Count + by));
        }
        else if (by > 0)
        {
            _wrong[who] = (clock.GetTimestamp(), by);
            _begun.Enqueue(who);
        }
    }

    private TimeSpan Ends(string who) => Window - clock.GetElapsedTime(_wrong[who].Since);

    private void Clean()
    {
        while (_begun.TryPeek(out var oldest) && Ends(oldest) <= TimeSpan.Zero)
        {
            _wrong.Remove(_begun.Dequeue());
        }
    }
}
