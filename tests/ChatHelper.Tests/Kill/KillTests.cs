using System.Diagnostics;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;
using ChatHelper.Tests.Hostile;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Kill;

/// <summary>The worker as a process of its own, killed in the middle of its work again and again. The fake Bot API judges: every
/// word it saw confirmed has an answer, and an answer that came twice says so.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Chats = 20;
    private const int MostPending = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly int Kills = Rounds.Of("KILLS", 200);
    private readonly string _folder = Directory.CreateTempSubdirectory("kill-").FullName;
    private int _word;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_moment_it_loses_no_answer_and_doubles_none_without_saying_so(bool webhook)
    {
        await using var fake = await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01 });
        var program = new Worker(_folder);
        program.WritePack();
        using var stop = new CancellationTokenSource();
        var speaking = Speak(fake, stop.Token);
        var seed = 20261121u;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = program.Start(fake, webhook);
            await Progress(fake, worker);
            seed = (seed * 1664525u) + 1013904223u;
            await Task.Delay((int)(seed >> 16) % 150);
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        await stop.CancelAsync();
        await speaking;
        using var last = program.Start(fake, webhook);
        await Until(() => fake.PendingUpdates == 0);
        await Quiet(fake);
        last.Kill();
        await last.WaitForExitAsync();

        var verdict = Judge.ByPattern(@"n:\d+", "可能重复").Verdict(fake.Ledger);
        output.WriteLine($"{Kills} kills, {(webhook ? "webhook" : "long poll")}: {verdict.Answered} words answered, {verdict.Lost.Count} lost, {verdict.Doubled.Count} doubled without the mark, {verdict.MarkedDoubles.Count} with it");
        Assert.Equal((0, 0, 0), (verdict.Lost.Count, verdict.Doubled.Count, verdict.Strange.Count));
        Assert.True(verdict.Answered > Kills, $"{verdict.Answered} words were answered");
        Assert.InRange(verdict.MarkedDoubles.Count, 0, Kills * Chats);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // People speak whether or not anybody is there; what is not taken waits at the Bot API.
    private async Task Speak(FakeBotApi fake, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            for (; fake.PendingUpdates < MostPending; _word++)
            {
                var chat = 100 + (_word % Chats);
                if (_word < Chats)
                {
                    fake.Persons.Text(chat, "/start");
                }

                if (_word % 10 == 7)
                {
                    fake.Persons.File(chat, $"{_word}.txt", "text/plain", "x"u8.ToArray()); // what follows waits behind it
                }

                fake.Persons.Text(chat, "1");
                fake.Persons.Text(chat, $"n:{_word}");
            }

            await Task.Delay(5, CancellationToken.None);
        }
    }

    private static async Task Progress(FakeBotApi fake, Process worker)
    {
        var before = fake.Ledger.Calls.GetValueOrDefault("sendMessage");
        await Until(() => fake.Ledger.Calls.GetValueOrDefault("sendMessage") > before || worker.HasExited);
        Assert.False(worker.HasExited, "the worker ended by itself");
    }

    private static async Task Quiet(FakeBotApi fake)
    {
        long before;
        do
        {
            before = fake.Ledger.Calls.GetValueOrDefault("sendMessage");
            await Task.Delay(1000);
        }
        while (fake.Ledger.Calls.GetValueOrDefault("sendMessage") > before);
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
