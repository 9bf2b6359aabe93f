using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Vault;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Canary;

/// <summary>Goals C1, C3 and C7: the real worker, people who say canaries wherever something can be said, and every file that it ever wrote.</summary>
public sealed class CanaryTests(ITestOutputHelper output) : IDisposable
{
    private const string Metrics = "metricskanarimetrics42", WebhookSecret = "hookkanarihook4242-42", Token = "1000001:TOKENkanari_of_the_loopback_api_0";
    private const string OfLibreOffice = "/var/spool/libreoffice/"; // its own list of extensions, looked through as well
    private static readonly int Persons = int.Parse(Environment.GetEnvironmentVariable("CHATHELPER_TEST_CANARIES") ?? "2", CultureInfo.InvariantCulture);
    private static readonly ParallelOptions Several = new() { MaxDegreeOfParallelism = 10 };
    private static readonly Needles Cores = new([Person.Word, Person.Number, Person.Latin]);
    private readonly Place _place = new();
    private readonly List<string> _secrets = [];
    private readonly List<byte[]> _keys = [];

    [Fact]
    public async Task Nothing_that_anybody_said_is_ever_readable_on_the_disk_and_no_secret_in_any_log()
    {
        using var written = new Written(_place.Root);
        var calls = new Calls($"{_place.Root}-calls");
        var whole = new Scanner(Cores);
        await Live(written, calls, whole);
        _place.KeepSaid();
        var after = Told("erased", written.Hits(whole));
        var streams = calls.Streams();
        var called = Told("ever written", [.. streams.SelectMany(stream => Pieces(stream.Value).SelectMany(piece => whole.InBytes(piece)).Select(hit => $"{stream.Key}: {hit}"))]);
        var elsewhere = streams.Keys.Where(path => !path.StartsWith(_place.Root, StringComparison.Ordinal) && !path.StartsWith(OfLibreOffice, StringComparison.Ordinal)).ToList();
        using var keys = VaultOptions.Read(name => name switch { "CHATHELPER_KEYS" => _place.In("keys"), "CHATHELPER_KEYS_COPY" => _place.In("keys-copy"), _ => null }, _place.Data).Open(readOnly: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written.Count} files ever written, {streams.Count} with every byte of every call ({streams.Values.Sum(one => one.Length):N0} bytes), {whole.Bytes:N0} bytes scanned for 3 cores in {Cores.Count} forms: {after} hits after all were erased, {called} ever, {keys.Persons.Count} keys left"));
        Assert.Equal((0, 0, 0), (after, called, keys.Persons.Count));
        Assert.True(elsewhere.Count == 0, string.Join('\n', elsewhere));
        Assert.True(streams.Count == 0 == (calls.Under.Length == 0));

        var log = Logged();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_place.Said.Length:N0} signs of log at Trace, {_secrets.Count + _keys.Count} secrets looked for: {log} found"));
        Assert.Equal(0, log);

        // The same in clear is found: the test can fail.
        var controls = Controls.Write(_place.In("control"));
        var found = written.Hits(new Scanner(Cores), name => name.StartsWith("control", StringComparison.Ordinal)).Select(hit => hit.Split(':')[0].Split(' ')[0]).Distinct().Count();
        output.WriteLine($"{found} of {controls} files in clear found, in every form and packed");
        Assert.Equal(controls, found);
    }

    public void Dispose()
    {
        _place.Dispose();
        File.Delete($"{_place.Root}-calls");
    }

    // Everybody tells, is served, and goes.
    private async Task Live(Written written, Calls calls, Scanner scanner)
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01, Token = Token, FirstUpdateId = 733_333_001 }); // a number with zeros would hold a reversed canary
        Break(fake);
        using var staff = new Staff(_place);
        var people = Enumerable.Range(0, Persons).Select(no => new Person(fake, no)).ToList();
        var web = Enumerable.Range(0, Math.Max(1, Persons / 10)).Select(no => new WebPerson(_place, no)).ToList();
        using var worker = _place.Start(calls.Under, [], ("TELEGRAM_TOKEN", Token), ("TELEGRAM_API_URL", fake.BaseUrl), ("TELEGRAM_WEBHOOK", "0"),
            ("TELEGRAM_WEBHOOK_SECRET", WebhookSecret), ("METRICS_TOKEN", Metrics));
        try
        {
            await Until(() => _place.Said.Contains("Backups:", StringComparison.Ordinal) || worker.HasExited);
            Assert.False(worker.HasExited, _place.Said);
            await staff.Enrol();
            var testified = 0;
            var heard = Task.WhenAll(web.Select(one => one.Fill()));
            await Parallel.ForEachAsync(people, Several, async (one, _) =>
            {
                await one.Fill();
                await one.Give();
                await one.Ask();
                await one.Hide();
                foreach (var code in one.Codes.Where(code => code.Any(char.IsAsciiLetter)))
                {
                    Interlocked.Add(ref testified, await staff.Testify(code) ? 1 : 0);
                }

                await one.CallForHelp();
            });
            Assert.All(await heard, stream => Assert.Contains(Person.Word, stream, StringComparison.Ordinal));
            var served = await staff.Serve();
            _secrets.AddRange([Token.Split(':')[1], WebhookSecret, Metrics, .. staff.Secrets, .. people.SelectMany(one => one.Codes), .. web.Select(one => one.Cookie)]);
            _keys.AddRange([.. staff.Keys, File.ReadAllBytes(Path.Combine(_place.In("keys"), "master.key"))]);
            await staff.Stumble([Token, .. _secrets]);
            await _place.Do("backup");
            _place.KeepSaid();
            var alive = Told("alive", written.Hits(scanner));
            var papers = people.SelectMany(one => one.Papers).ToList();
            var notes = papers.Where(one => one.Name.EndsWith(".docx", StringComparison.Ordinal) || one.Name.EndsWith(".zip", StringComparison.Ordinal)).SelectMany(one => ZipNotes.Of(one.Bytes, one.Name)).ToList();
            Told("notes", notes);
            await staff.Close();
            var gone = 0;
            await Parallel.ForEachAsync(people, Several, async (one, _) => Interlocked.Add(ref gone, await one.Leave() ? 1 : 0));
            foreach (var one in web)
            {
                gone += await one.Leave() ? 1 : 0;
            }

            await _place.Do("backup");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Persons} persons on Telegram, {web.Count} on the web, {people.Sum(one => one.Laid) + web.Sum(one => one.Laid)} canaries, {served} cases at the desk, {testified} witnesses, {papers.Count} papers with {notes.Count} notes; {written.Count} files and {scanner.Bytes:N0} bytes scanned: {alive} hits alive; {gone} receipts"));
            Assert.Equal((0, 0, Persons, Persons, Persons + web.Count), (alive, notes.Count, served, testified, gone));
            Assert.True(papers.Count >= 8 * Persons, people[0].Talk);
        }
        finally
        {
            await Keep($"{people[0].Talk}\n\n{_place.Said}");
            await Place.Stop(worker, watched: calls.Under.Length > 0);
        }
    }

    // Answers that go wrong, one with what must not be told in it.
    private static void Break(FakeBotApi fake)
    {
        foreach (var kind in new[] { FaultKind.Reset, FaultKind.LostAnswer, FaultKind.BadGateway })
        {
            fake.Faults.Add(new Fault(kind) { Method = "getUpdates", Times = 1 });
        }

        foreach (var method in new[] { "setMyCommands", "deleteMessages", "answerCallbackQuery" })
        {
            fake.Faults.Add(new Fault(FaultKind.Error) { Method = method, Times = 2, Code = 400, Description = $"Bad Request: https://api.telegram.org/bot{Token}/{method} {Person.Latin} {Person.Word}" });
        }
    }

    // The greeting alone holds the first link of the desk, once; it is used up by now.
    private int Logged()
    {
        var greeting = _place.Said.Split('\n').Where(line => line.StartsWith("Desk: ", StringComparison.Ordinal)).ToList();
        Assert.Contains("dbug:", _place.Said, StringComparison.Ordinal);
        var log = _place.Said.Replace(Assert.Single(greeting), "", StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/enter?code=", log, StringComparison.Ordinal);
        var needles = new Needles([Person.Word, Person.Number, Person.Latin, .. _secrets.SelectMany(Spellings).Distinct()], [.. _keys]);
        Assert.NotEmpty(new Scanner(needles).InBytes(Encoding.UTF8.GetBytes(greeting[0])));
        return Told("log", new Scanner(needles).InBytes(Encoding.UTF8.GetBytes(log)));
    }

    // One may be larger than a text can be.
    private static IEnumerable<byte[]> Pieces(MemoryStream stream)
    {
        const int Piece = 64 << 20, Lap = 1 << 16;
        for (var at = 0L; at < stream.Length; at += Piece)
        {
            yield return stream.GetBuffer()[(int)at..(int)Math.Min(at + Piece + Lap, stream.Length)];
        }
    }

    private static IEnumerable<string> Spellings(string code) => [code, code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)];

    private static async Task Keep(string talk)
    {
        if (Environment.GetEnvironmentVariable("CHATHELPER_TEST_TALK") is { Length: > 0 } path)
        {
            await File.WriteAllTextAsync(path, talk);
        }
    }

    private int Told(string when, IReadOnlyList<string> hits)
    {
        foreach (var hit in hits.GroupBy(hit => hit).Take(40))
        {
            output.WriteLine($"{when}: {hit.Key} ({hit.Count()} times)");
        }

        return hits.Count;
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
