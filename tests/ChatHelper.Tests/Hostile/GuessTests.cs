using System.Globalization;
using System.Net;
using ChatHelper.Channels.Terminal;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Gate;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Gate;
using Xunit.Abstractions;
using static ChatHelper.Tests.Gate.GateRig;

namespace ChatHelper.Tests.Hostile;

/// <summary>Somebody with many accounts guesses recovery codes and numbers, through whole turns. <c>CHATHELPER_TEST_GUESSERS</c> accounts
/// on each of three channels, <c>CHATHELPER_TEST_GUESSED_HOURS</c> at one locked talk.</summary>
public sealed class GuessTests(ITestOutputHelper output) : IDisposable
{
    private const double Codes = 1e16, Windows = 4 * 24 * 365.0;
    private static readonly int Guessers = Rounds.Of("GUESSERS", 30);
    private static readonly int Hours = Rounds.Of("GUESSED_HOURS", 2);
    private static readonly string[] Channels = ["telegram", "web", "wechat"];
    private readonly GateRig _rig = new();
    private readonly Dice _dice = new(20261122);

    [Fact]
    public async Task A_swarm_finds_no_code_and_keeps_nobody_from_theirs()
    {
        await _rig.Say("owner", "我借了三千五");
        var code = await _rig.Code("owner");
        var (tries, judged) = (0, new Dictionary<string, int>());
        foreach (var guesser in Channels.SelectMany(channel => Enumerable.Range(0, Guessers).Select(n => (channel, Id: $"{channel}-{n}"))))
        {
            for (var n = 0; n < Guesses.Each + 2; n++, tries++)
            {
                var heard = await _rig.Say(guesser.Id, n == 0 ? $"继续旧的 {Guess()}" : Guess(), guesser.channel);
                Assert.True(heard == Line("gate.return.wrong") || heard.StartsWith(Opening("gate.return.later"), StringComparison.Ordinal), heard);
                judged[guesser.Id] = judged.GetValueOrDefault(guesser.Id) + (heard == Line("gate.return.wrong") ? 1 : 0);
            }
        }

        var all = judged.Values.Sum();
        var most = Guesses.Together + Guesses.MostTrying; // in one window, by as many accounts as are remembered
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{judged.Count} accounts on {Channels.Length} channels: {tries} codes sent, {all} looked up; needed for one of 10,000 codes {Codes / 10_000:0.#e0} on average, allowed at the very most {most} in 15 minutes, {most * Windows:0.#e0} a year: found with a chance of {most * Windows * 10_000 / Codes:0.#e0} in a year of that"));
        Assert.All(judged.Values, count => Assert.InRange(count, 1, Guesses.Each));
        Assert.InRange(all, Guesses.Together, Guesses.Together + Guesses.Each + judged.Count);
        Assert.Equal("3500", (await _rig.Stored("owner"))!.Facts["amount"]!.Value);

        // The swarm is still at it; a new account of the owner comes in with the first try.
        Assert.Contains(Opening("gate.return.done"), await _rig.Say("owner-anew", code, "web"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_mistyped_amid_a_swarm_is_told_the_minute_and_it_is_true()
    {
        await _rig.Say("owner", "我借了三千五");
        var code = await _rig.Code("owner");
        for (var n = 0; n <= Guesses.Together; n++)
        {
            await _rig.Say($"swarm-{n}", Guess(), "web");
        }

        _rig.Later(TimeSpan.FromMinutes(2));
        Assert.Equal(Line("gate.return.wrong"), await _rig.Say("anew", Guess()));
        Assert.Equal(Line("gate.return.later").Replace("{minutes}", "13", StringComparison.Ordinal), await _rig.Say("anew", code));
        _rig.Later(TimeSpan.FromMinutes(13));
        Assert.Contains(Opening("gate.return.done"), await _rig.Say("anew", code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_the_telephone_gets_five_numbers_an_hour_and_the_owner_is_told_when()
    {
        await _rig.Say("owner", "我借了三千五");
        var code = await _rig.Code("owner");
        await _rig.SetPin("owner", "4821");
        await _rig.Say("owner", "锁上");
        var (tries, judged) = (0, 0);
        for (var minute = 0; minute < Hours * 60; minute += 2, tries++)
        {
            var before = await Pin();
            await _rig.Say("owner", _dice.Roll(4000).ToString("D4", CultureInfo.InvariantCulture)); // never the right one
            judged += await Pin() == before ? 0 : 1;
            _rig.Later(TimeSpan.FromMinutes(2));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tries} numbers tried in {Hours} h, {judged} compared; of four digits {judged / (double)Hours * 24 * 7 / 10_000:P1} are tried in a week without a pause, of six {judged / (double)Hours * 24 * 7 / 1_000_000:P2}"));
        Assert.InRange(judged, LockTaking.MostTries, LockTaking.MostTries * (Hours + 1));

        // Shut by the guesser: the owner hears the minute, the code opens at once, and the number when the time is over.
        string shut;
        while (!(shut = await _rig.Say("owner", "0001")).StartsWith(Opening("gate.lock.shut"), StringComparison.Ordinal))
        {
        }

        var wait = int.Parse(string.Concat(shut.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        Assert.Equal(shut, await _rig.Say("owner", "4821"));
        Assert.Equal(Line("gate.return.wrong"), await _rig.Say("owner", Guess()));
        _rig.Later(TimeSpan.FromMinutes(wait));
        Assert.StartsWith(Line("gate.lock.open"), await _rig.Say("owner", "4821"), StringComparison.Ordinal);
        await _rig.Say("owner", "锁上");
        Assert.StartsWith(Line("gate.pin.off"), await _rig.Say("owner", code), StringComparison.Ordinal);
    }

    [Fact]
    public void A_swarm_past_all_that_is_remembered_waits_and_is_forgotten_in_time()
    {
        var clock = new VirtualClock(Rig.T0);
        var guesses = new Guesses(clock);
        var let = Enumerable.Range(0, Guesses.MostTrying + 500).Count(n => guesses.May(Guesses.Connection(IPAddress.Parse($"2001:db8:{n:x}::1"))));
        Assert.InRange(let, Guesses.MostTrying - 1, Guesses.MostTrying);
        Assert.Equal(Guesses.Window, guesses.Wait("late"));
        clock.Move(Guesses.Window);
        Assert.Equal(TimeSpan.Zero, guesses.Wait("late"));
        Assert.All(Enumerable.Range(0, Guesses.Each), _ => Assert.True(guesses.May("late")));
        Assert.False(guesses.May("late"));
    }

    public void Dispose() => _rig.Dispose();

    private string Guess() => string.Concat(Enumerable.Range(0, TypedDigits.OfCode).Select(_ => _dice.Roll(10)));

    private async Task<(int Tries, long ShutUntil)> Pin()
    {
        var number = await _rig.Rig.NumberOf("owner");
        var pin = (await _rig.Read(session => new GateStore(_rig.Engine.Seal).Find(session, number))).Pin!;
        return (pin.Tries, pin.ShutUntil);
    }
}
