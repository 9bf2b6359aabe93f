using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Desk.Accounts;

/// <summary>Who is signed in. In memory alone: nothing on disk tells who was there, and after a restart everybody signs in again.
/// Known by the hash of the cookie's value, with the stamp the account had. No session lasts longer for a clock that is set.</summary>
internal sealed class DeskSessions(TimeProvider clock)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Shift = TimeSpan.FromHours(8);
    private const int Bytes = 32;
    private readonly Dictionary<string, Seat> _seats = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Opens a session; the value for the cookie.</summary>
    public string Open(Account one)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            foreach (var over in _seats.Where(pair => IsOver(pair.Value, now)).Select(pair => pair.Key).ToList())
            {
                _seats.Remove(over);
            }

            _seats[Name(token)] = new Seat(new Volunteer(one.Id, one.Name, one.Role, Name(token)), one.Stamp, now, now);
        }

        return token;
    }

    /// <summary>Whose session it is, and the stamp it holds by; null when it is over.</summary>
    /// <param name="busy">The volunteer did something, and does not count as idle.</param>
    public (Volunteer Who, string Stamp)? Find(string token, bool busy)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            if (!_seats.TryGetValue(Name(token), out var seat) || IsOver(seat, now))
            {
                _seats.Remove(Name(token));
                return null;
            }

            _seats[Name(token)] = busy ? seat with { Seen = now } : seat;
            return (seat.Who, seat.Stamp);
        }
    }

    public void Close(string token)
    {
        lock (_gate)
        {
            _seats.Remove(Name(token));
        }
    }

    private bool IsOver(Seat seat, long now) => clock.GetElapsedTime(seat.Seen, now) >= Idle || clock.GetElapsedTime(seat.Since, now) >= Shift;

    private static string Name(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record Seat(Volunteer Who, string Stamp, long Since, long Seen)
    {
        public override string ToString() => nameof(Seat);
    }
}

/// <summary>Somebody who is signed in.</summary>
/// <param name="Id">Number of the account.</param>
/// <param name="Name">Pseudonym.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Session">Name of the session; forms are bound to it.</param>
internal sealed record Volunteer(long Id, string Name, Role Role, string Session)
{
    public bool Leads => Role == Role.Lead;

    /// <summary>How cases say whose they are.</summary>
    public string Key => $"{Id}";

    /// <summary>How the audit names them.</summary>
    public string InAudit => NameInAudit(Role, Name);

    public static string NameInAudit(Role role, string name) => $"{(role == Role.Lead ? "lead" : "volunteer")} {name}";

    public override string ToString() => nameof(Volunteer);
}
