using System.Globalization;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Tests.Hostile;
using ChatHelper.Tests.Telegram;
using Xunit.Abstractions;

namespace ChatHelper.Tests.WeChat;

/// <summary>Goal A10: the platform cuts a connection after five seconds and delivers three times in all. Whatever the database takes, each
/// connection is answered before that, each delivery of a message with the same bytes, and each message has one effect.</summary>
public sealed class FiveSecondsTests(ITestOutputHelper output)
{
    private const int Few = 160;
    private const double Longest = 8; // seconds for which nothing is written
    private static readonly int Words = Rounds.Of("WECHAT_WORDS", Few);
    private static readonly int Persons = Rounds.Of("WECHAT_PEOPLE", Words > Few ? 250 : 40);
    private static readonly int WordsEach = Words / Persons;

    // A short run has less patience with everything, in proportion.
    private static readonly double Scale = Words > Few ? 1 : 0.7;

    // How near we come to being cut is measured by the long run alone: beside other tests nobody can tell.
    private static readonly double Patience = Words > Few ? 1 : 4;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Every_connection_is_answered_in_time_with_the_same_bytes_and_one_effect(bool certified, bool stalls)
    {
        await using var rig = await WeChatRig.Started(certified, scale: Scale, patience: Patience);
        await Task.WhenAll(Enumerable.Range(0, Persons).Select(person => rig.Agree(Name(person))));
        await Task.WhenAll(Enumerable.Range(0, Persons).Select(person => rig.Say(Name(person), "你好"))); // a program that serves already: one that was never called has its code to make first
        rig.Fake.Platform.Loses = (said, number) => number <= (said.MsgId ?? 0) % 5 - 2; // of five messages one answer and two answers are lost
        using var done = new CancellationTokenSource();
        var stalling = stalls ? Stall(rig, done.Token) : Task.CompletedTask;

        await Task.WhenAll(Enumerable.Range(0, Persons).Select(person => Speak(rig, Name(person), certified)));
        await done.CancelAsync();
        await stalling;

        var rounds = rig.Fake.Ledger.Rounds;
        var took = rounds.SelectMany(round => round.Deliveries).Select(delivery => delivery.Took.TotalMilliseconds).Order().ToList();
        var late = rounds.Count(round => round.Deliveries[0].Reading == Reading.Nothing || round.Deliveries[0].Text?.Contains("回复 1", StringComparison.Ordinal) == true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(certified ? "certified" : "personal")}, {(stalls ? $"nothing written for up to {Longest * Scale:F1} s" : "undisturbed")}: {rounds.Count} messages, {took.Count} connections, {late} answered by the deadline; p50 {took[took.Count / 2]:F0} ms, p99 {took[took.Count * 99 / 100]:F0} ms, longest {took[^1]:F0} ms of {5000 * Patience:F0}"));

        Assert.DoesNotContain(rounds, round => round.Failed);
        Assert.All(rounds, round => Assert.DoesNotContain(round.Deliveries, delivery => delivery.Reading is Reading.None or Reading.Unreadable && !delivery.Lost));
        Assert.All(rounds, round => Assert.Single(round.Deliveries.Select(delivery => Convert.ToHexString(delivery.Answer)).Distinct()));
        Assert.Contains(rounds, round => round.Deliveries.Count == 3);
        Assert.Equal(Persons * (1 + WordsEach), (int)await rig.Read(session => (long)session.Scalar("SELECT count(*) FROM seen WHERE channel = 'wechat'")!));
        Assert.True(stalls ? late > 0 : late == 0, $"{late} were late");
        foreach (var person in Enumerable.Range(0, Persons).Select(Name))
        {
            var seen = string.Join('\n', rig.Fake.Ledger.Texts(person));
            Assert.All(Enumerable.Range(0, WordsEach), word => Assert.Contains($"{Label(word)}元", seen, StringComparison.Ordinal));
        }
    }

    private static async Task Speak(WeChatRig rig, string person, bool certified)
    {
        for (var word = 0; word < WordsEach; word++)
        {
            await rig.Say(person, $"我借了{Label(word)}元");
            if (certified)
            {
                for (var waited = 0; waited < 240 && !Saw(rig, person, word); waited++)
                {
                    await Task.Delay(500);
                }
            }

            for (var asked = 0; asked < 40 && !certified && !Saw(rig, person, word); asked++)
            {
                await rig.Say(person, "查看结果");
            }
        }
    }

    private static bool Saw(WeChatRig rig, string person, int word) =>
        rig.Fake.Ledger.Texts(person).Any(text => text.Contains($"{Label(word)}元", StringComparison.Ordinal));

    private static async Task Stall(WeChatRig rig, CancellationToken stop)
    {
        var dice = new Dice(10);
        for (var share = 100; !stop.IsCancellationRequested; share = dice.Roll(101)) // the first is the longest: whatever is said then is late
        {
            rig.Stall(TimeSpan.FromSeconds(Longest * Scale * share / 100));
            await rig.Read(_ => true);
            await Task.Delay(TimeSpan.FromSeconds(Scale * dice.Roll(200) / 100), CancellationToken.None);
        }
    }

    private static string Name(int person) => string.Create(CultureInfo.InvariantCulture, $"oFAKE_openid_of_person_{person:D7}");

    // No two alike, and none a part of another.
    private static int Label(int word) => 1001 + (word * 7 % 8999);
}
