using ChatHelper.Audit;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Tests.Audit;

/// <summary>An audit log in a database of its own, with its anchor.</summary>
internal sealed class ChainRig : IDisposable
{
    public static readonly DateTimeOffset T0 = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;
    private readonly KeyRing _keys;
    private readonly Seal _seal;
    private readonly SecretKey _key;

    public ChainRig(int entries)
    {
        var database = Database.In(_folder);
        database.Prepare();
        Session = new Session(database.Open());
        _keys = VaultOptions.Beside(_folder).Open();
        (_seal, _key) = (new Seal(_keys), AuditChain.Key(_keys));
        Log = new AuditStore(_key, _seal);
        Anchor = new AuditAnchor(Head, _key);
        Assert.True(Anchor.Begin(Session));
        Session.Begin();
        Add(entries);
        Session.Commit();
        Anchor.Accept(Session, Log, T0.AddHours(1));
    }

    public string Head => Path.Combine(_folder, "audit.head");

    public Session Session { get; }

    public AuditStore Log { get; }

    public AuditAnchor Anchor { get; }

    public void Add(int entries, string what = "read")
    {
        for (var i = 0; i < entries; i++)
        {
            Log.Write(Session, i % 7, T0.AddMinutes(i), i % 3 == 0 ? "bot" : $"volunteer v{i % 5}", $"{what} {i:x8}");
        }
    }

    public AuditFinding Check(AuditHead? known = null) => new AuditCheck(_key, Anchor).Run(Session, known);

    public void Dispose()
    {
        Session.Dispose();
        _key.Dispose();
        _seal.Dispose();
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
