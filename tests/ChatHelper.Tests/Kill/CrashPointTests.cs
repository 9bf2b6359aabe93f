using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ChatHelper.Channels.Telegram;
using ChatHelper.Conversations;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;
using ChatHelper.Storage;
using ChatHelper.Tests.Hostile;
using ChatHelper.Tests.Rules;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Kill;

/// <summary>Goal A2: the worker dies at every named place and begins anew. The fake Bot API judges the words; the data folder shows
/// that whoever asked to be erased is gone wholly, and that files are there once.</summary>
public sealed class CrashPointTests(ITestOutputHelper output)
{
    private const int Killed = 128 + 9;
    private const int Refused = 2;
    private const string Backup = "BACKUP";
    private const int Chats = 4;
    private const int Leaver = 101;
    private const int Giver = 102;
    private static readonly int Times = Rounds.Of("CRASHES", 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    // Places that the worker never passes, with the command that does; a name of the source that is not here must be passed by it.
    private static readonly Dictionary<string, string[]> OfCommands = new(StringComparer.Ordinal)
    {
        ["restore-moved"] = ["restore", Backup],
        ["keys-next"] = ["keys", "rotate"],
        ["keys-rewrapped"] = ["keys", "rotate"],
        ["keys-changed"] = ["keys", "rotate"],
    };

    [Fact]
    public async Task Dead_at_any_named_place_it_begins_anew_and_nothing_is_lost_doubled_or_half_erased()
    {
        var names = Names();
        var cases = names.SelectMany(name => new[] { (Name: name, Webhook: false), (Name: name, Webhook: true) })
            .Where(one => one is not { Name: "answered", Webhook: false }) // the long poll has no answer of its own
            .Where(one => !one.Webhook || !OfCommands.ContainsKey(one.Name)) // to a command both are one
            .SelectMany(one => Enumerable.Repeat(one, Times));
        var (faults, passed) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (one, _) =>
        {
            var folder = Directory.CreateTempSubdirectory("crash-").FullName;
            try
            {
                await Dies(folder, one.Name, one.Webhook);
                passed.Enqueue(one.Name);
            }
            catch (Exception fault)
            {
                faults.Enqueue($"{one.Name}, {(one.Webhook ? "webhook" : "long poll")}: {fault.Message}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });

        output.WriteLine($"{names.Count} places, {passed.Count} deaths: {faults.Count} faults, {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        Assert.True(faults.IsEmpty, string.Join('\n', faults));
        Assert.Equal(names, passed.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(OfCommands.Keys.Except(names));
    }

    // Every name that the source passes: a new one is died at without anybody adding it here.
    private static List<string> Names()
    {
        var calls = Checkout.Sources("src/ChatHelper").Where(path => !path.EndsWith("/CrashPoint.cs", StringComparison.Ordinal))
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), "CrashPoint\\.Here\\((?:\"(?<name>[a-z-]+)\"\\);)?", RegexOptions.None, TimeSpan.FromSeconds(5))).ToList();
        Assert.All(calls, call => Assert.True(call.Groups["name"].Success, "a place is named where it is passed, by a text"));
        return [.. calls.Select(call => call.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task Dies(string folder, string name, bool webhook)
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        var program = new Worker(folder);
        program.WritePack();
        await (OfCommands.TryGetValue(name, out var command) ? CommandDies(fake, program, name, command) : WorkerDies(fake, program, name, webhook));

        using var again = program.Start(fake, webhook);
        Speak(fake, Chats);
        await Settled(fake);
        await Until(() => Uncleared(program) == 0, () => $"{Uncleared(program)} messages of the erased left");
        await Until(() => People(program) is { Count: Chats - 1 } people && people.All(person => person.Age < TimeSpan.FromDays(1)), () => $"{People(program).Count} people: {string.Join(", ", People(program))}");
        again.Kill();
        await again.WaitForExitAsync();

        if (name == "clearing-asked")
        {
            Assert.Contains(fake.Ledger.Entries, entry => entry.Kind == LedgerKind.Deleted && entry.ChatId == Leaver);
        }

        var verdict = Judged(fake);
        Assert.Equal((0, 0, 0), (verdict.Lost.Count, verdict.Doubled.Count, verdict.Strange.Count));
        Assert.Equal((2 * Chats) - 1, verdict.Answered);
        Assert.InRange(verdict.MarkedDoubles.Count, 0, webhook ? 0 : Chats);
        Whole(program);
    }

    private static async Task WorkerDies(FakeBotApi fake, Worker program, string name, bool webhook)
    {
        if (name == "purge")
        {
            await Served(fake, program, webhook, () => fake.Persons.Text(500, "/start"));
            Age(program);
        }

        // At the start each is passed once; in the middle of the work the third passing finds more under way.
        var passing = name is "received" or "turn-decided" or "turn-committed" or "answered" or "outbox-claimed" or "outbox-sent" or "outbox-removed" ? 3 : 1;
        using var worker = program.Start(fake, webhook, $"{name}:{passing}");
        Speak(fake, 0);
        await Exited(worker, name, Killed);
    }

    // A restore cut off lets nobody take half of it for the data until the same command ends it; keys are taken up by any start.
    private static async Task CommandDies(FakeBotApi fake, Worker program, string name, string[] command)
    {
        await Served(fake, program, webhook: false, () => Speak(fake, 0));
        var backups = Path.Combine(program.Data, "..", "backups");
        if (command.Contains(Backup))
        {
            await Ended(program, ["backup", "--to", backups], 0);
            command = [.. command.Select(word => word == Backup ? Assert.Single(Directory.GetDirectories(backups)) : word)];
        }

        await Ended(program, command, Killed, name);
        if (name == "restore-moved")
        {
            using var refused = program.Start(fake, webhook: false);
            await Exited(refused, name, Refused);
            await Ended(program, command, 0);
        }
    }

    private static async Task Ended(Worker program, string[] command, int code, string? crashAt = null)
    {
        using var running = program.Start(command, crashAt);
        await Exited(running, crashAt ?? command[0], code);
    }

    private static async Task Served(FakeBotApi fake, Worker program, bool webhook, Action speak)
    {
        using var worker = program.Start(fake, webhook);
        speak();
        await Settled(fake);
        await Until(() => Uncleared(program) == 0, () => $"{Uncleared(program)} messages of the erased left");
        worker.Kill();
        await worker.WaitForExitAsync();
    }

    // Words of all; one gives a file, and one gives a file and asks to be erased.
    private static void Speak(FakeBotApi fake, int from)
    {
        for (var chat = 100; chat < 100 + Chats; chat++)
        {
            if (from > 0 && chat == Leaver)
            {
                continue; // gone, and stays so
            }

            fake.Persons.Text(chat, "/start");
            fake.Persons.Text(chat, "1");
            fake.Persons.Text(chat, $"n:{from + chat - 100}");
            if (from == 0 && chat is Leaver or Giver)
            {
                fake.Persons.File(chat, "a.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, (byte)chat]);
            }

            if (from == 0 && chat == Leaver)
            {
                fake.Persons.Text(chat, "删除");
                fake.Persons.Text(chat, "1");
            }
        }
    }

    private static async Task Exited(Process worker, string name, int code)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await worker.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            worker.Kill();
            throw new InvalidOperationException($"{name} was never reached", late);
        }

        Assert.Equal(code, worker.ExitCode);
    }

    private static async Task Settled(FakeBotApi fake)
    {
        await Until(() => fake.PendingUpdates == 0 && Judged(fake) is { Lost.Count: 0, Pending: 0 },
            () => $"{fake.PendingUpdates} updates pending, lost {string.Join(", ", Judged(fake).Lost)}, {Judged(fake).Pending} unanswered");
        long before;
        do
        {
            before = fake.Ledger.Calls.GetValueOrDefault("sendMessage");
            await Task.Delay(200);
        }
        while (fake.Ledger.Calls.GetValueOrDefault("sendMessage") > before);
    }

    private static Verdict Judged(FakeBotApi fake) => Judge.ByPattern(@"n:\d+", "可能重复").Verdict(fake.Ledger);

    private static async Task Until(Func<bool> holds, Func<string> what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, what());
            await Task.Delay(20);
        }
    }

    private static void Age(Worker program)
    {
        using var session = new Session(Database.In(program.Data).Open());
        session.Execute("UPDATE conversation SET touched_at = 0");
    }

    private static long Uncleared(Worker program)
    {
        using var session = new Session(Database.In(program.Data).Open());
        return (long)session.Scalar("SELECT count(*) FROM clearing")!;
    }

    private static List<(long Person, TimeSpan Age)> People(Worker program)
    {
        using var session = new Session(Database.In(program.Data).Open());
        return session.Query("SELECT person_id, touched_at FROM conversation", row => (row.GetInt64(0), row.GetInt64(1) == 0 ? TimeSpan.FromDays(365) : TimeSpan.Zero));
    }

    // Everybody has a key and everything opens; a key without a person is what a crash may leave, a person without a key is not.
    private static void Whole(Worker program)
    {
        using var engine = new Engine(program.Pack(), program.Data, TimeProvider.System, NullLoggerFactory.Instance);
        using var session = new Session(engine.Database.Open());
        var people = session.Query("SELECT person_id FROM person WHERE erased_at IS NULL", row => row.GetInt64(0));
        Assert.All(people, person => Assert.NotNull(engine.Conversations.Find(session, engine.Conversations.AddressOf(session, person)!.Value)));
        Assert.Equal(0L, session.Scalar("SELECT count(*) FROM person WHERE erased_at IS NOT NULL"));
        Assert.Equal("ok", session.Scalar("PRAGMA integrity_check"));

        long Number(int chat) => engine.Conversations.Find(session, new Address(UpdateReader.Channel, $"{chat}"))!.Id;
        Assert.Null(engine.Conversations.Find(session, new Address(UpdateReader.Channel, $"{Leaver}")));
        var given = Assert.Single(engine.Files.Of(session, Number(Giver)));
        Assert.Equal([0xFF, 0xD8, 0xFF, Giver], engine.Files.Read(Number(Giver), given.Id).ToArray());
    }
}
