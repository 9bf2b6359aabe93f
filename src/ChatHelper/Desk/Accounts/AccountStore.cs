using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Desk.Accounts;

/// <summary>The accounts. Commands beside the running worker use it, too: nothing of it is remembered outside the database.</summary>
internal sealed class AccountStore(Seal seal)
{
    private const string Columns = "SELECT account_id, role, stamp, version, content FROM desk_account";

    public Account? Find(Session session, string name) => Read(session, $"{Columns} WHERE lookup = $1", Lookup(name)) is [var one] ? one : null;

    public Account? Find(Session session, long id) => Read(session, $"{Columns} WHERE account_id = $1", id) is [var one] ? one : null;

    /// <summary>All accounts, leads first, the oldest first.</summary>
    public IReadOnlyList<Account> All(Session session) => Read(session, $"{Columns} ORDER BY role DESC, account_id");

    public static int Leads(Session session) => Convert.ToInt32(session.Scalar("SELECT count(*) FROM desk_account WHERE role = 1"));

    /// <summary>The stamp as it is now; null: there is no such account any more.</summary>
    public static string? Stamp(Session session, long id) => session.Scalar("SELECT stamp FROM desk_account WHERE account_id = $1", id) as string;

    public void Add(Session session, Account one) => session.Execute(
        "INSERT INTO desk_account (account_id, lookup, role, stamp, version, content) VALUES ($1, $2, $3, $4, 1, $5)",
        one.Id, Lookup(one.Name), (int)one.Role, one.Stamp, Closed(one, 1));

    public void Put(Session session, Account one)
    {
        var version = Convert.ToInt64(session.Scalar("SELECT version FROM desk_account WHERE account_id = $1", one.Id)) + 1;
        session.Execute(
            "UPDATE desk_account SET role = $2, stamp = $3, version = $4, content = $5 WHERE account_id = $1",
            one.Id, (int)one.Role, one.Stamp, version, Closed(one, version));
    }

    /// <summary>Removes an account; what it had claimed waits again.</summary>
    public static void Remove(Session session, long id)
    {
        HandOverStore.Release(session, $"{id}");
        session.Execute("DELETE FROM desk_account WHERE account_id = $1", id);
    }

    /// <summary>A write of its own, so that an answer without any other takes no less time.</summary>
    public static Account? Refused(Session session, DateTimeOffset now)
    {
        session.Execute("INSERT INTO setting (name, value) VALUES ('desk.refused', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", $"{now.ToUnixTimeMilliseconds()}");
        return null;
    }

    public static string FreshStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A recovery code as it is kept. Eighty random bits and a key that is not in the database: no slow hash is needed.</summary>
    public string Kept(string recovery) => Convert.ToHexStringLower(seal.Lookup("desk-recovery", RecoveryCodes.Plain(recovery)));

    /// <summary>A name as it is looked up by.</summary>
    public byte[] Lookup(string name) => seal.Lookup("desk-account", name.Normalize(NormalizationForm.FormKC).ToUpperInvariant());

    private List<Account> Read(Session session, string sql, params ReadOnlySpan<object?> values) => session.Query(
        sql,
        row => new Account(row.GetInt64(0), (Role)row.GetInt32(1), row.GetString(2), JsonSerializer.Deserialize(
            seal.Open(Where(row.GetInt64(0), row.GetInt64(3)), row.GetFieldValue<byte[]>(4)).Span, AccountJson.Default.Secrets)!),
        values);

    private byte[] Closed(Account one, long version) =>
        seal.Close(Where(one.Id, version), JsonSerializer.SerializeToUtf8Bytes(one.Secrets, AccountJson.Default.Secrets));

    // Of no person: the key of the whole system closes it.
    private static Place Where(long id, long version) => new("desk_account", "content", 0, $"{id}", version);
}
