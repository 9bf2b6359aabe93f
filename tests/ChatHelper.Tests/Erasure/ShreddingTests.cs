using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Hostile;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Erasure;

/// <summary>Goal C2: whoever has the master key, the key files, the database, its log and a backup from before reads everybody before
/// the erasing and nobody after it.</summary>
public sealed class ShreddingTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _stolen = Directory.CreateTempSubdirectory("stolen-").FullName;
    private readonly int _persons = Rounds.Of("SHREDDED", 200);

    [Fact]
    public async Task An_attacker_with_the_master_key_reads_all_before_and_none_after()
    {
        using var rig = new Rig();
        await Task.WhenAll(Enumerable.Range(0, _persons).Select(i => rig.Say($"{i}", $"{i}:1", Word(i))));
        var backup = Stolen(rig, "before");
        var before = Read(backup, backup);

        await Task.WhenAll(Enumerable.Range(0, _persons).Select(i => rig.Engine.Turns.Take(new Address("test", $"{i}"), new Expired("test", $"{i}:2"))));
        var now = Stolen(rig, "after");
        var (after, old) = (Read(now, now), Read(backup, now));

        output.WriteLine($"readable with the master key: {before} of {_persons} before, {after} after, {old} of the backup from before with the keys of after");
        Assert.Equal((_persons, 0, 0), (before, after, old));
        Assert.Empty(Persons(now));
    }

    public void Dispose() => Directory.Delete(_stolen, recursive: true);

    private static string Word(int i) => $"canary {i:D6}";

    private string Stolen(Rig rig, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_stolen, name)).FullName;
        foreach (var path in Directory.GetFiles(rig.Folder, "chathelper.db*").Concat(Directory.GetFiles(Path.Combine(rig.Folder, "keys"))))
        {
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        }

        return folder;
    }

    // Tries every conversation with its own key, and when there is none with every key there is.
    private int Read(string database, string keysFrom)
    {
        using var keys = KeyRing.Open(keysFrom, keysFrom, MasterKey.OfKey(File.ReadAllBytes(Path.Combine(keysFrom, "master.key"))), readOnly: true);
        using var seal = new Seal(keys);
        return Persons(database).Count(row => Opens(seal, row) || keys.Persons.Take(50).Any(other => Opens(seal, row with { Key = other })));
    }

    private static List<Row> Persons(string folder)
    {
        using var session = new Session(Database.In(folder).Open());
        return session.Query(
            "SELECT person_id, version, content FROM conversation", row => new Row(row.GetInt64(0), row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
    }

    private static bool Opens(Seal seal, Row row)
    {
        try
        {
            var content = seal.Open(new Place("conversation", "content", row.Key, row.Person.ToString(CultureInfo.InvariantCulture), row.Version), row.Content);
            return Encoding.UTF8.GetString(content.Span).Contains("PackVersion", StringComparison.OrdinalIgnoreCase);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private sealed record Row(long Person, long Key, long Version, byte[] Content);
}
