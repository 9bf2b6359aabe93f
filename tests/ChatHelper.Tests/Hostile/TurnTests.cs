using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Terminal;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Hostile words, captions and presses through whole turns with their commits, by persons who stand anywhere.
/// <c>CHATHELPER_TEST_HOSTILE_TURNS</c> turns.</summary>
public sealed class TurnTests(ITestOutputHelper output)
{
    private const int Persons = 64, AtOnce = 8, Long = 50;
    private static readonly int Times = Rounds.Of("HOSTILE_TURNS", 400);
    private static readonly string[] Channels = ["telegram", "web", "wechat"];

    [Fact]
    public async Task Whatever_is_sent_the_turn_ends_and_nothing_is_unhandled()
    {
        using var log = new FaultLog();
        using var rig = new Rig(pack: ScenarioTalk.China, logs: log);
        var mutant = new Mutant(20261125);
        List<string> choices = [.. rig.Engine.Pack.Steps.Values.SelectMany(step => step.Choices).Select(choice => choice.Id).Distinct()];
        var took = new ConcurrentBag<(int No, double Ms, string What)>();
        var began = Stopwatch.GetTimestamp();
        for (var time = 0; time < Times; time += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(time, AtOnce).Select(n => (No: n, Incoming: Sent(mutant, choices, n))).ToList().Select(async one =>
            {
                var start = Stopwatch.GetTimestamp();
                await rig.Engine.Turns.Take(new Address(one.Incoming.Channel, $"{one.No * 7 % Persons}"), one.Incoming);
                took.Add((one.No, Stopwatch.GetElapsedTime(start).TotalMilliseconds, one.Incoming switch { Said said => $"{said.Text.Length} characters", Gave gave => $"a caption of {gave.Caption.Length}", _ => "a press" }));
            }));
        }

        var sorted = took.Where(one => one.No >= Times / 20).OrderBy(one => one.Ms).ToList(); // the first ones pay for all that is made once
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{took.Count} hostile turns, {AtOnce} at a time, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {log.Faults.Count} unhandled; with their commits p50 {sorted[sorted.Count / 2].Ms:0.0} ms, p99 {sorted[sorted.Count * 99 / 100].Ms:0.0} ms, max {sorted[^1].Ms:0.0} ms ({sorted[^1].What}), {sorted.Count(one => one.Ms > Long)} over {Long} ms"));
        Assert.Empty(log.Faults.Take(10));
        Assert.InRange(took.Count, Times, Times + AtOnce);
    }

    private static Incoming Sent(Mutant mutant, List<string> choices, int number)
    {
        var (channel, key) = (mutant.Dice.Of(Channels), $"{number}");
        return mutant.Dice.Roll(10) switch
        {
            < 4 => new Said(channel, key, mutant.Text()),
            4 => new Said(channel, key, mutant.Dice.Roll(3) == 0 ? string.Concat(Enumerable.Repeat(mutant.Text(), 8)) : $"{mutant.Dice.Roll(9)}"),
            5 => new Gave(channel, key, new GivenFile("", mutant.Text(60), "refused-kind", mutant.Dice.Roll(int.MaxValue), ""), mutant.Text(1024)),
            6 => new Pressed(channel, key, mutant.Dice.Roll(20), mutant.Text(30), [mutant.Text(30)]),
            _ => new Pressed(channel, key, null, null, [mutant.Dice.Of(choices)]),
        };
    }
}
