using System.Security.Cryptography;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Entries">How many were followed.</param>
/// <param name="Fault">The first thing that is wrong, with its number; null: nothing.</param>
internal sealed record AuditFinding(long Entries, string? Fault);

/// <summary>Follows the whole chain, from its beginning to the anchor outside. Reads only, and inside a
/// transaction of the caller: all must be of one moment.</summary>
internal sealed class AuditCheck(SecretKey key, AuditAnchor anchor)
{
    private const int AtOnce = 8192;
    private readonly AuditChain _chain = new(key);

    /// <param name="known">An anchor line of the log that the chain must hold too; null: none.</param>
    public AuditFinding Run(Session session, AuditHead? known = null)
    {
        var (entries, broken) = Follow(session);
        return new AuditFinding(entries, broken ?? anchor.Compare(session) ?? (known is null ? null : AuditAnchor.Reaches(session, known)));
    }

    private (long Entries, string? Fault) Follow(Session session)
    {
        var previous = AuditStore.Beginning(session);
        var (entries, after) = (0L, long.MinValue);
        while (AuditStore.After(session, after, AtOnce) is { Count: > 0 } page)
        {
            foreach (var (entry, mac) in page)
            {
                if (entry.No != previous.No + 1)
                {
                    return (entries, entry.No > previous.No ? $"entry {previous.No + 1} is missing" : $"entry {entry.No} is out of its place");
                }

                if (!CryptographicOperations.FixedTimeEquals(_chain.Mac(previous.Mac, entry), mac))
                {
                    return (entries, $"entry {entry.No} was changed");
                }

                previous = new AuditHead(entry.No, mac);
                entries++;
            }

            after = page[^1].Entry.No;
        }

        return (entries, null);
    }
}
