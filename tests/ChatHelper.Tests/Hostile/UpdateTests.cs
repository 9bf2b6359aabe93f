using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ChatHelper.Channels.Telegram;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Terminal;
using Telegram.Bot;
using Telegram.Bot.Types;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Updates in every wrong shape, through the reading of JSON, the reader of updates and, a share of them, whole turns.</summary>
public sealed class UpdateTests(ITestOutputHelper output)
{
    private const int OneTurnIn = 10;
    private const int Persons = 32;
    private static readonly int Times = Rounds.Of("HOSTILE", 20_000);

    [Fact]
    public async Task No_update_breaks_its_reader_or_the_turn_behind_it()
    {
        using var log = new FaultLog();
        using var rig = new Rig(pack: ScenarioTalk.China, logs: log);
        var reader = new UpdateReader(rig.Engine.Pack.Commands, volunteerGroup: -1001);
        var mutant = new Mutant(20261122);
        var (read, turns, slowest, slowestTurn, before) = (0, 0, TimeSpan.Zero, TimeSpan.Zero, 0L);
        List<Task> under = [];
        for (var time = 0; time < Times; time++)
        {
            var good = mutant.Dice.Of(Updates.All);
            var bytes = mutant.Dice.Roll(2) == 0 ? mutant.Json(good) : mutant.Bytes(Encoding.UTF8.GetBytes(good));
            var began = Work.Done();
            var reading = Read(reader, bytes);
            slowest = Longer(slowest, Work.Done() - began);
            read += reading is null ? 0 : 1;
            if (time % OneTurnIn < 2 && Taken(reading, time) is { } incoming)
            {
                turns++;
                under.Add(Turn(rig.Engine, incoming, new Address("telegram", $"{time % Persons}")));
                if (under.Count == Persons)
                {
                    await Task.WhenAll(under);
                    under.Clear();
                }
            }

            before = time == Times / 4 ? GC.GetTotalMemory(forceFullCollection: true) : before;
        }

        await Task.WhenAll(under);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine($"{Times} updates, {read} could be read, {turns} turns; most work of a reading {slowest.TotalMilliseconds:0.00} ms, longest turn with its commit {slowestTurn.TotalMilliseconds:0.0} ms; heap {before >> 10} KiB after a quarter, {after >> 10} KiB at the end");
        Assert.Empty(log.Faults);
        Assert.True(read > Times / 10 && turns > Times / 200);

        async Task Turn(Engine engine, Incoming incoming, Address address)
        {
            var began = Stopwatch.GetTimestamp();
            await engine.Turns.Take(address, incoming);
            slowestTurn = Longer(slowestTurn, Stopwatch.GetElapsedTime(began));
        }
    }

    // Null: no update, which is answered as taken. Anything else is a fault of ours.
    private static UpdateReading? Read(UpdateReader reader, byte[] bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize<Update>(bytes, JsonBotAPI.Options) is not { } update)
            {
                return null;
            }

            _ = UpdateTaking.From(update);
            return reader.Read(update);
        }
        catch (Exception fault) when (RawUpdates.IsUnforeseen(fault))
        {
            return null;
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.GetType().Name} {fault.Message} at {fault.StackTrace?.Split('\n')[0]}: {Encoding.UTF8.GetString(bytes)}", fault);
        }
    }

    private static Incoming? Taken(UpdateReading? reading, int time) => reading switch
    {
        UpdateReading.Whole { Incoming: var incoming } => incoming with { Key = $"{time}" },
        UpdateReading.WithFile { File: var sent } => new Gave("telegram", $"{time}", new GivenFile("", sent.Name, "refused-kind", sent.Size, ""), sent.Caption),
        _ => null,
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
