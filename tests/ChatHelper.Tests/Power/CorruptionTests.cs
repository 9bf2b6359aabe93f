using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using ChatHelper.Channels.Terminal;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Hostile;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Power;

/// <summary>Goal B4: flipped bits, emptied, exchanged and cut-off pages, older files and files of somebody else. The start refuses in words,
/// or a read does, or what is read is what was said; nothing else is ever read, and nothing crashes.</summary>
public sealed class CorruptionTests(ITestOutputHelper output) : IDisposable
{
    private const int Persons = 6;
    private static readonly int s_corruptions = Rounds.Of("CORRUPTIONS", 300);
    private static readonly Lazy<Pack> s_pack = new(Rig.Sound);
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"corrupt-{Environment.ProcessId}")).FullName;
    private readonly HashSet<string> _true = new(StringComparer.Ordinal);

    [Fact]
    public async Task Whatever_is_damaged_is_told_in_words_and_never_read_as_something_else()
    {
        var began = Stopwatch.GetTimestamp();
        var (older, now, other) = (new Dictionary<string, byte[]>(StringComparer.Ordinal), new Dictionary<string, byte[]>(StringComparer.Ordinal), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        await Live("mine", older, now);
        await Live("others", [], other);
        ConcurrentDictionary<string, int> counts = [];
        ConcurrentQueue<string> faults = [];
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            for (var number = worker; number < s_corruptions; number += Environment.ProcessorCount)
            {
                var (files, what) = Damaged(new Dice((ulong)number * 104729), now, older, other);
                var folder = Path.Combine(_folder, $"{worker}");
                Write(folder, files);
                try
                {
                    counts.AddOrUpdate(Outcome(folder), 1, (_, count) => count + 1);
                }
                catch (Exception fault)
                {
                    faults.Enqueue($"{number}, {what}: {fault.GetType().Name}: {fault.Message} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("ChatHelper", StringComparison.Ordinal))}");
                }

                Directory.Delete(folder, recursive: true);
            }
        });

        output.WriteLine($"{s_corruptions} corruptions: {string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}"))}; {faults.Count} faults, {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(20)));
        Assert.True(counts.Count >= 3, "every outcome is seen");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A life of some persons; its files as they stand in the middle and at the end, the log not yet taken into the database.
    private async Task Live(string name, Dictionary<string, byte[]> middle, Dictionary<string, byte[]> end)
    {
        var folder = Path.Combine(_folder, name);
        using var rig = new Rig(folder);
        for (var round = 0; round < 12; round++)
        {
            for (var person = 0; person < Persons; person++)
            {
                await rig.Say($"p{person}", $"{name}.{person}.{round}", $"{name} word {person} {round} {new string('x', 40 * round)}");
                await Remember(rig, person);
                if (round == 4)
                {
                    var file = await rig.Engine.Files.Keep(await rig.NumberOf($"p{person}"), "a.txt", to => to.WriteAsync(File(name, person)).AsTask());
                    await rig.Engine.Turns.Take(new Address("test", $"p{person}"), new Gave("test", $"{name}.{person}.file", file, ""));
                    await Remember(rig, person);
                }
            }

            if (round == 6)
            {
                Copy(folder, middle);
            }
        }

        Copy(folder, end);
    }

    private async Task Remember(Rig rig, int person)
    {
        using var session = new Session(rig.Engine.Database.Open());
        Everything(rig.Engine, session, await rig.NumberOf($"p{person}"), said => _true.Add(said));
    }

    private static byte[] File(string name, int person) => System.Text.Encoding.ASCII.GetBytes($"{name} file of {person} {new string((char)('a' + person), 3000)}");

    // Says everything that is stored of a person.
    private static void Everything(Engine engine, Session session, long person, Action<string> said)
    {
        var address = engine.Conversations.AddressOf(session, person)!.Value;
        said($"address {address}");
        if (engine.Conversations.Find(session, address) is { } found)
        {
            said($"{address} {JsonSerializer.Serialize(found.Conversation with { Case = null! }, StoredJson.Plain.Conversation)}");
        }

        foreach (var row in engine.Outbox.Of(session, person, 0))
        {
            said($"{address} {JsonSerializer.Serialize(row.Reply, StoredJson.Plain.Reply)}");
        }

        foreach (var file in engine.Files.Of(session, person))
        {
            said($"{address} {file.Id} {Convert.ToHexStringLower(SHA256.HashData(engine.Files.Read(person, file.Id).Span))}");
        }
    }

    private string Outcome(string folder)
    {
        Engine engine;
        try
        {
            engine = new Engine(s_pack.Value, folder, new VirtualClock(Rig.T0), NullLoggerFactory.Instance);
        }
        catch (StartFault word)
        {
            Assert.True(word.Message.Length > 20, word.Message);
            return "refused at the start";
        }

        using (engine)
        {
            try
            {
                using var session = new Session(engine.Database.Open());
                var people = session.Query("SELECT person_id FROM person", row => row.GetInt64(0));
                foreach (var person in people)
                {
                    Everything(engine, session, person, said => Assert.Contains(said, _true));
                }

                engine.Turns.Take(new Address("test", "p1"), new Said("test", "after", "hello")).GetAwaiter().GetResult();
                return people.Count == Persons && session.Scalar("SELECT count(*) FROM seen") is 79L ? "all there"
                    : engine.Writer.Missing > 0 ? "an older state, named" : "an older state";
            }
            catch (Exception word) when (word is StorageFault or SqliteException or CryptographicException or IOException)
            {
                return "told on reading";
            }
        }
    }

    private static (Dictionary<string, byte[]> Files, string What) Damaged(
        Dice dice, Dictionary<string, byte[]> now, Dictionary<string, byte[]> older, Dictionary<string, byte[]> other)
    {
        var files = now.ToDictionary(file => file.Key, file => (byte[])file.Value.Clone(), StringComparer.Ordinal);
        var kind = dice.Roll(100) switch { < 40 => "chathelper.db", < 65 => "chathelper.db-wal", < 75 => "keys/persons.keys", < 85 => "keys/persons.keys.2", _ => "files/" };
        var path = dice.Of(files.Keys.Where(name => kind == "files/" ? name.StartsWith(kind, StringComparison.Ordinal) : name == kind).Order(StringComparer.Ordinal).ToList());
        var (bytes, how) = (files[path], dice.Roll(7));
        switch (how)
        {
            case 0:
                for (var flips = 1 + dice.Roll(8); flips > 0; flips--)
                {
                    bytes[dice.Roll(bytes.Length)] ^= (byte)(1 << dice.Roll(8));
                }

                break;
            case 1:
                var page = dice.Roll((bytes.Length / 512) + 1) * 512;
                bytes.AsSpan(page, Math.Min(dice.Roll(2) == 0 ? 512 : 4096, bytes.Length - page)).Clear();
                break;
            case 2:
                Array.Resize(ref bytes, dice.Roll(bytes.Length));
                break;
            case 3 when bytes.Length >= 8192:
                var (one, two) = (dice.Roll(bytes.Length / 4096) * 4096, dice.Roll(bytes.Length / 4096) * 4096);
                var kept = bytes[one..(one + 4096)];
                bytes.AsSpan(two, 4096).CopyTo(bytes.AsSpan(one));
                kept.CopyTo(bytes, two);
                break;
            case 4 when older.TryGetValue(path, out var before):
                bytes = before;
                break;
            case 5 when other.TryGetValue(path, out var foreign):
                bytes = foreign;
                break;
            default:
                for (var (at, count) = (dice.Roll(bytes.Length), 1 + dice.Roll(200)); count > 0 && at < bytes.Length; at++, count--)
                {
                    bytes[at] = (byte)dice.Roll(256);
                }

                break;
        }

        files[path] = bytes;
        return (files, $"{path} {how}");
    }

    private static void Copy(string folder, Dictionary<string, byte[]> into)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal) && !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            into[Path.GetRelativePath(folder, path)] = Shared(path);
        }
    }

    // The engine holds its files open.
    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static void Write(string folder, Dictionary<string, byte[]> files)
    {
        foreach (var (path, bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            System.IO.File.WriteAllBytes(Path.Combine(folder, path), bytes);
        }
    }
}
