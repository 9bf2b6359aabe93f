using System.Net;
using System.Net.Sockets;

namespace ChatHelper.Gate;

/// <summary>Counts wrong codes, in memory. Whoever tries (a connection, an account) may be wrong five times in a quarter of an hour;
/// all together a hundred times, so that no swarm can try codes and no single visitor can lock the others out. A clock
/// that is set lengthens or shortens no window.</summary>
internal sealed class Guesses(TimeProvider clock)
{
    public const int Each = 5;
    public const int Together = 100;
    private const string Everybody = "";
    private const int MostTrying = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, (long Since, int Count)> _wrong = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Takes one try; a right one is given back with <see cref="WasRight"/>.</summary>
    public bool May(string who)
    {
        lock (_gate)
        {
            Clean();
            if (Count(who) >= Each || Count(Everybody) >= Together || _wrong.Count >= MostTrying)
            {
                return false;
            }

            Add(who, 1);
            Add(Everybody, 1);
            return true;
        }
    }

    /// <summary>Whether no try is left for now.</summary>
    public bool Exhausted(string who)
    {
        lock (_gate)
        {
            Clean();
            return Count(who) >= Each || Count(Everybody) >= Together;
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

    private int Count(string who) => _wrong.GetValueOrDefault(who).Count;

    private void Add(string who, int by)
    {
        var (since, count) = _wrong.GetValueOrDefault(who, (clock.GetTimestamp(), 0));
        _wrong[who] = (since, Math.Max(0, count + by));
    }

    private void Clean()
    {
        foreach (var who in _wrong.Where(pair => clock.GetElapsedTime(pair.Value.Since) >= Window).Select(pair => pair.Key).ToList())
        {
            _wrong.Remove(who);
        }
    }
}
