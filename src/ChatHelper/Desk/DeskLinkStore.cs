using System.Security.Cryptography;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Desk;

/// <summary>One-time links into the desk. They lie in the database, as keyed hashes, so that a command beside the running
/// worker can make one too.</summary>
internal sealed class DeskLinkStore(Seal seal)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private const string Prefix = "desk.link.";

    /// <summary>A new link below the worker's address, good once and for half an hour.</summary>
    public string Make(Session session, string url, DateTimeOffset now)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        session.Execute("INSERT INTO setting (name, value) VALUES ($1, $2)", Name(code), $"{(now + Kept).ToUnixTimeMilliseconds()}");
        return $"{url.TrimEnd('/')}/desk/enter?code={code}";
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>False when it was used before, is too old or never was one.</returns>
    public bool Use(Session session, string code, DateTimeOffset now)
    {
        var until = session.Scalar("DELETE FROM setting WHERE name = $1 RETURNING value", Name(code)) as string;
        session.Execute("DELETE FROM setting WHERE name LIKE $1 AND CAST(value AS INTEGER) < $2", $"{Prefix}%", now.ToUnixTimeMilliseconds());
        return long.TryParse(until, out var at) && now.ToUnixTimeMilliseconds() < at;
    }

    private string Name(string code) => $"{Prefix}{Convert.ToHexStringLower(seal.Lookup("desk-link", code))}";
}
