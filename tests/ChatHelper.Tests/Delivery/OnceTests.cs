using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatHelper.Channels.Telegram;
using ChatHelper.Conversations;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Hostile;
using ChatHelper.Tests.Telegram;
using ChatHelper.Tests.Terminal;
using NodaTime;
using Telegram.Bot;
using Telegram.Bot.Types;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Delivery;

/// <summary>However often, in whatever order and however close together things arrive: each has one effect.</summary>
public sealed class OnceTests(ITestOutputHelper output)
{
    private const int AtOnce = 64;
    private static readonly int Shuffled = Rounds.Of("SHUFFLED", 5_000);
    private static readonly int Jumps = Rounds.Of("JUMPS", 120);
    private static readonly int Races = Rounds.Of("RACES", 1_000);

    [Fact]
    public async Task Each_update_counts_once_however_often_and_in_whatever_order_it_comes()
    {
        using var rig = new Rig();
        var reader = new UpdateReader(rig.Engine.Pack.Commands, null);
        var dice = new Dice(20261129);
        var persons = Math.Max(10, Shuffled / 50);
        List<int> deliveries = [.. Enumerable.Range(0, Shuffled).SelectMany(update => Enumerable.Repeat(update, 1 + dice.Roll(10)))];
        for (var at = deliveries.Count - 1; at > 0; at--)
        {
            var other = dice.Roll(at + 1);
            (deliveries[at], deliveries[other]) = (deliveries[other], deliveries[at]);
        }

        var effects = new int[Shuffled];
        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (update, _) =>
        {
            var whole = (UpdateReading.Whole)reader.Read(JsonSerializer.Deserialize<Update>(Text(update, 500 + (update % persons), update % 7 == 0 ? "/start" : $"{update % 4}"), JsonBotAPI.Options)!);
            if (!(await rig.Engine.Turns.Take(whole.From, whole.Incoming)).Repeated)
            {
                Interlocked.Increment(ref effects[update]);
            }
        });

        Assert.All(effects, count => Assert.Equal(1, count));
        var turns = 0L;
        for (var person = 0; person < persons; person++)
        {
            turns += (await rig.Engine.Writer.Write(null, session => rig.Engine.Conversations.Find(session, UpdateReader.At(500 + person))))?.Conversation.Version ?? 0;
        }

        output.WriteLine($"{Shuffled} updates of {persons} persons in {deliveries.Count} deliveries: {effects.Sum()} effects, {turns} turns stored");
        Assert.Equal(Shuffled, turns);
    }

    [Fact]
    public async Task After_a_jump_of_the_numbers_up_or_down_no_update_is_skipped()
    {
        await using var rig = await BotRig.Started(clock: new QuickClock(20));
        var dice = new Dice(20261130);
        HashSet<int> used = [];
        var (lower, last) = (0, 700_000_001);
        for (var jump = 0; jump < Jumps; jump++)
        {
            var to = 1 + dice.Roll(int.MaxValue - 10);
            if (Enumerable.Range(to, 3).Any(id => !used.Add(id)))
            {
                continue;
            }

            (lower, last) = (lower + (to < last ? 1 : 0), to);
            rig.Fake.Advance(TimeSpan.FromDays(8));
            rig.Fake.JumpTo(to);
            for (var word = 0; word < 3; word++)
            {
                rig.Fake.Persons.Text(1 + dice.Roll(5), $"{jump}");
            }

            await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        }

        var taken = await rig.Read(session => session.Query("SELECT key FROM seen WHERE channel = 'telegram'", row => row.GetString(0)));
        var offered = rig.Fake.Ledger.Updates.Select(update => update.UpdateId.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        output.WriteLine($"{Jumps} jumps after silent weeks, {lower} of them down, {offered.Count} updates, {offered.Except(taken).Count()} skipped");
        Assert.Empty(offered.Except(taken));
        Assert.True(offered.Count >= 3 * Jumps - 9);
    }

    [Fact]
    public async Task A_number_that_was_used_a_week_ago_is_a_new_update()
    {
        using var rig = new Rig();
        Assert.False((await rig.Say("p", "77", "hello")).Repeated);
        Assert.True((await rig.Say("p", "77", "hello again")).Repeated);
        rig.Clock.Move(SeenStore.Kept + TimeSpan.FromHours(1));
        await rig.Engine.Writer.Write(null, session => SeenStore.Purge(session, rig.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
        Assert.False((await rig.Say("p", "77", "hello after a week")).Repeated);
    }

    [Fact]
    public async Task A_press_and_a_word_that_race_are_taken_one_after_the_other()
    {
        using var log = new FaultLog();
        using var rig = new Rig(pack: ScenarioTalk.China, logs: log);
        var decider = rig.Engine.Decider;
        List<Pace> stands = [.. Enumerable.Range(0, 60).SelectMany(seed => new Walk(decider, (ulong)(11_000 + seed)).Turns(12).Where((_, at) => at % 3 == 2))
            .Where(pace => pace.Turn.Replies.Any(reply => reply.Choices.Count > 0) && !pace.Turn.Effects.OfType<Erase>().Any())];
        var dice = new Dice(20261201);
        var (pressFirst, wordFirst, same, left) = (0, 0, 0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, Races).Select(race => (race, dice.Of(stands), dice.Roll(1000))).ToList(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) =>
        {
            var (race, stand, chance) = one;
            var asked = stand.Turn.Replies.Last(reply => reply.Choices.Count > 0);
            var press = new Pressed("test", $"{race}:press", asked.Version, StepCode.Of(asked.Step), [asked.Choices[chance % asked.Choices.Count].Id]);
            var word = new Said("test", $"{race}:word", Words.For(ScenarioTalk.China.Steps.GetValueOrDefault(stand.Turn.Next.At), new Dice((ulong)race)));
            var moment = rig.Engine.Surroundings.At(Instant.FromDateTimeOffset(rig.Clock.GetUtcNow()), "test");
            var one1 = decider.Decide(stand.Turn.Next, press, moment);
            var one2 = decider.Decide(one1.Next, word, moment);
            var two1 = decider.Decide(stand.Turn.Next, word, moment);
            var two2 = decider.Decide(two1.Next, press, moment);
            if (new[] { one1, one2, two1, two2 }.Any(turn => turn.Effects.Any(effect => effect is Erase or InviteWitness)))
            {
                Interlocked.Increment(ref left);
                return;
            }

            var address = new Address("test", $"r{race}");
            await rig.Engine.Writer.Write(address, session => rig.Engine.Conversations.Add(session, address, stand.Turn.Next, rig.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
            await Task.WhenAll(race % 2 == 0 ? [rig.Engine.Turns.Take(address, press), rig.Engine.Turns.Take(address, word)] : [rig.Engine.Turns.Take(address, word), rig.Engine.Turns.Take(address, press)]);
            var stored = Kept((await rig.Engine.Writer.Write(null, session => rig.Engine.Conversations.Find(session, address)))!.Conversation);
            var (first, second) = (Kept(one2.Next), Kept(two2.Next));
            Assert.True(stored == first || stored == second, $"{stand.Turn.Next.At} {press} {word}\n{first}\n{second}\n{stored}");
            Interlocked.Increment(ref first == second ? ref same : ref stored == first ? ref pressFirst : ref wordFirst);
        });

        output.WriteLine($"{Races} races: {pressFirst} as if the press came first, {wordFirst} as if the word did, {same} where it does not matter, {left} left out (erased, invited); 0 of any other outcome");
        Assert.Empty(log.Faults);
        Assert.Equal(Races, pressFirst + wordFirst + same + left);
    }

    private static string Kept(Conversation one) =>
        JsonSerializer.Serialize(one, StoredJson.Plain.Conversation) + JsonSerializer.Serialize(one.Case, StoredJson.Plain.CaseFile);

    private static byte[] Text(int update, int chat, string text) => Encoding.UTF8.GetBytes(
        $$$"""{"update_id":{{{update}}},"message":{"message_id":1,"from":{"id":{{{chat}}},"first_name":"x"},"chat":{"id":{{{chat}}},"type":"private"},"date":1795000000,"text":"{{{text}}}"}}""");
}
