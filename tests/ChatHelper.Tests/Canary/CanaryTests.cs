using System.Globalization;
using ChatHelper.Fakes;
using ChatHelper.Tests.Papers;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Canary;

/// <summary>Goals C1 and C3: the real worker, people who say canaries wherever something can be said, and every file that it ever wrote.</summary>
public sealed class CanaryTests(ITestOutputHelper output) : IDisposable
{
    private const string Metrics = "metricskanarimetrics42", WebhookSecret = "hookkanarihook4242-42";
    private static readonly int Persons = int.Parse(Environment.GetEnvironmentVariable("CHATHELPER_TEST_CANARIES") ?? "20", CultureInfo.InvariantCulture);
    private readonly Place _place = new();

    [Fact]
    public async Task Nothing_that_anybody_said_is_ever_readable_on_the_disk_and_no_secret_in_any_log()
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01, Token = "1000001:TOKENkanari_of_the_loopback_api_0" });
        using var written = new Written(_place.Root);
        using var staff = new Staff(_place);
        var people = Enumerable.Range(0, Persons).Select(no => new Person(fake, no)).ToList();
        using var worker = _place.Start([], ("TELEGRAM_TOKEN", fake.Token), ("TELEGRAM_API_URL", fake.BaseUrl), ("TELEGRAM_WEBHOOK", "0"),
            ("TELEGRAM_WEBHOOK_SECRET", WebhookSecret), ("METRICS_TOKEN", Metrics));
        var testified = 0;
        (int, int) letters;
        var gone = 0;
        int alive, after;
        Scanner aliveScanner, afterScanner;
        try
        {
            await Until(() => _place.Said.Contains("Backups:", StringComparison.Ordinal) || worker.HasExited);
            Assert.False(worker.HasExited, _place.Said);
            await staff.Enrol();
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 10 }, async (one, _) =>
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
            if (Environment.GetEnvironmentVariable("CHATHELPER_TEST_TALK") is { Length: > 0 } path)
            {
                await File.WriteAllTextAsync(path, people[0].Talk);
            }

            var served = await staff.Serve();
            await staff.Stumble([fake.Token, WebhookSecret, Metrics, .. staff.Secrets, .. people[0].Codes]);
            await _place.Do("backup");
            var cores = new Needles([Person.Word, Person.Number, Person.Latin]);
            _place.KeepSaid();
            aliveScanner = new Scanner(cores);
            alive = Told("alive", written.Hits(aliveScanner));
            letters = (people.Sum(one => one.Letters), people.Min(one => one.Letters));
            await staff.Close();
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 10 }, async (one, _) => Interlocked.Add(ref gone, await one.Leave() ? 1 : 0));
            await _place.Do("backup");
            _place.KeepSaid();
            afterScanner = new Scanner(cores);
            after = Told("erased", written.Hits(afterScanner));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Persons} persons, {people.Sum(one => one.Laid)} canaries, {served} cases at the desk, {testified} witnesses, {letters} letters; {written.Count} files ever written, {aliveScanner.Bytes + afterScanner.Bytes:N0} bytes scanned: {alive} hits alive, {after} hits after {gone} were erased"));
            Assert.Equal((Persons, Persons, Persons), (served, testified, gone));
        }
        finally
        {
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        var master = Directory.EnumerateFiles(_place.In("keys"), "master.key").Select(File.ReadAllBytes).ToArray();
        var log = new Scanner(new Needles([Person.Latin, .. staff.Secrets, .. people.SelectMany(one => one.Codes).SelectMany(Spellings)], [.. staff.Keys, .. master])).InBytes(System.Text.Encoding.UTF8.GetBytes(_place.Said));
        Told("log", log);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_place.Said.Length:N0} signs of log at Trace: {log.Count} secrets"));
        Assert.Equal((0, 0, 0), (alive, after, log.Count));
        Assert.NotEmpty(master);
        Assert.Contains("trce:", _place.Said, StringComparison.Ordinal);

        // A canary in clear is found: the test can fail.
        await File.WriteAllTextAsync(Path.Combine(_place.Data, "note"), $"{Person.Word}");
        Assert.Single(written.Hits(new Scanner(new Needles([Person.Word])), name => name.EndsWith("note", StringComparison.Ordinal)));
    }

    public void Dispose() => _place.Dispose();

    private static IEnumerable<string> Spellings(string code) => [code, code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)];

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
