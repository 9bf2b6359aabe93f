using System.Globalization;
using System.Security.Cryptography;
using ChatHelper.Desk.Accounts;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Desk;

/// <summary>What a one-time link lets somebody do.</summary>
/// <param name="Role">Role of the account it sets up.</param>
/// <param name="Account">The account that is set up anew; 0: a new one.</param>
/// <param name="First">Good only while there is no lead.</param>
internal sealed record Invitation(Role Role, long Account = 0, bool First = false);

/// <summary>One-time links into the desk. They lie in the database, as keyed hashes, so that a command beside the running
/// worker can make one too.</summary>
internal sealed class DeskLinkStore(Seal seal)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private const string Prefix = "desk.link.";

    /// <summary>A new link below the worker's address, good once and for half an hour.</summary>
    public string Make(Session session, string url, Invitation to, DateTimeOffset now)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        session.Execute(
            "INSERT INTO setting (name, value) VALUES ($1, $2)",
            Name(code), $"{(now + Kept).ToUnixTimeMilliseconds()} {(int)to.Role} {to.Account} {(to.First ? 1 : 0)}");
        return $"{url.TrimEnd('/')}/desk/enter?code={code}";
    }

    /// <summary>What a link is good for, without using it.</summary>
    /// <returns>Null when it was used before, is too old or never was one.</returns>
    public Invitation? Look(Session session, string code, DateTimeOffset now) =>
        session.Scalar("SELECT value FROM setting WHERE name = $1", Name(code)) is string value
        && value.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var until, var role, var account, var first]
        && until - now.ToUnixTimeMilliseconds() is > 0 and var left && left <= (long)Kept.TotalMilliseconds // more: the clock was set back since
        && (first == 0 || AccountStore.Leads(session) == 0)
            ? new Invitation((Role)role, account, first == 1)
            : null;

    /// <summary>Uses a link up.</summary>
    public Invitation? Use(Session session, string code, DateTimeOffset now)
    {
        var found = Look(session, code, now);
        session.Execute("DELETE FROM setting WHERE name = $1", Name(code));
        session.Execute("DELETE FROM setting WHERE name LIKE $1 AND CAST(value AS INTEGER) < $2", $"{Prefix}%", now.ToUnixTimeMilliseconds());
        return found;
    }

    private string Name(string code) => $"{Prefix}{Convert.ToHexStringLower(seal.Lookup("desk-link", code))}";
}
