using ChatHelper.Audit;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Commands;

/// <summary>The audit log's part of <c>verify</c>.</summary>
internal static class AuditVerifying
{
    /// <summary>Reads <c>--anchor</c>.</summary>
    public static AuditHead? Known(string? anchor) => anchor is null ? null
        : AuditAnchor.Read(anchor.Trim()) ?? throw new StartFault($"--anchor is '{anchor}'; it must be the number and the mac of a line 'audit anchor' of the log.");

    public static AuditFinding Run(Session session, KeyRing keys, string folder, AuditHead? known)
    {
        using var key = AuditChain.Key(keys);
        session.BeginReading();
        var found = new AuditCheck(key, Anchor(folder, key)).Run(session, known);
        session.Rollback();
        return found;
    }

    public static void Accept(string folder, TimeProvider clock)
    {
        using var keys = VaultOptions.Read(Environment.GetEnvironmentVariable, folder).Open(readOnly: true);
        using var seal = new Seal(keys);
        using var key = AuditChain.Key(keys);
        using var session = new Session(Database.Present(folder).Open());
        Anchor(folder, key).Accept(session, new AuditStore(key, seal), clock.GetUtcNow());
    }

    private static AuditAnchor Anchor(string folder, SecretKey key) => new(Path.Combine(folder, "audit.head"), key);
}
