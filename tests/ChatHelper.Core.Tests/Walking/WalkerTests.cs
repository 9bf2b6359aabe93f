using System.Collections.Concurrent;
using System.Globalization;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Tests.Letters;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Hostile;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Walking;

/// <summary>Thousands of people who do anything at all, on the real pack. <c>CHATHELPER_TEST_WALKS=100000</c> walks as many,
/// <c>CHATHELPER_TEST_WALK=4804</c> that one alone.</summary>
public sealed class WalkerTests(ITestOutputHelper output)
{
    private const int FewWalks = 300;
    private const int Moves = 40;
    private const int MostFaults = 40;

    [Fact]
    public void Whatever_people_do_nothing_breaks()
    {
        var pack = LetterPack.Real;
        var only = Rounds.Wished("WALK");
        var walks = only is null ? Rounds.Of("WALKS", FewWalks) : 1;
        var (decider, rules, total) = (new Decider(pack), new Rules(pack), new Tally(pack));
        var began = TimeProvider.System.GetTimestamp();
        Parallel.For(0, walks, (number, state) =>
        {
            Go(decider, rules, (ulong)((only ?? 0) + number), total);
            if (total.Faults.Count >= MostFaults)
            {
                state.Stop();
            }
        });
        // Deeds leave no word of their own to be seen by.
        List<Step> all = [.. pack.Steps.Values.Where(step => step.Kind != StepKind.Do)];
        var steps = all.Count(step => total.Steps.ContainsKey(step.Id));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"walks {total.Walks}, turns {total.Turns}, letters {total.Letters} of {total.Forms.Count}/{pack.Letters.Count} forms, steps {steps}/{all.Count} ({100.0 * steps / all.Count:0}%), seconds {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0}"));
        output.WriteLine($"never stood at or passed: {string.Join(' ', all.Where(step => !total.Steps.ContainsKey(step.Id)).Select(step => step.Id))}");

        Assert.True(total.Faults.IsEmpty, string.Join('\n', total.Faults.Order(StringComparer.Ordinal)));
        Assert.True(only is not null || steps > all.Count / 2);
    }

    /// <summary>Walks that once broke something: a reminder without words of its own, a timeline with calls at night held back.</summary>
    [Theory]
    [InlineData(14381UL)]
    [InlineData(15926UL)]
    [InlineData(66186UL)]
    public void A_walk_that_broke_something_once_does_not_again(ulong seed)
    {
        var pack = LetterPack.Real;
        var total = new Tally(pack);
        Go(new Decider(pack), new Rules(pack), seed, total);
        Assert.Empty(total.Faults);
    }

    private static void Go(Decider decider, Rules rules, ulong seed, Tally total)
    {
        var walk = new Walk(decider, seed);
        var (turns, last) = (0, (Incoming?)null);
        try
        {
            foreach (var pace in walk.Turns(Moves))
            {
                (turns, last) = (turns + 1, pace.Incoming);
                total.Count(pace.Turn);
                foreach (var fault in rules.Broken(pace))
                {
                    total.Faults.Add($"seed {seed} turn {turns} at {pace.Before.At} {Words(last)}: {fault}");
                }
            }
        }
        catch (Exception broken)
        {
            total.Faults.Add($"seed {seed} turn {turns + 1}, after {Words(last)} at {walk.Now.At}: {broken}");
        }

        Interlocked.Increment(ref total.Walks);
    }

    private static string Words(Incoming? incoming) => incoming switch
    {
        Said said => $"'{(said.Text.Length > 30 ? said.Text[..30] : said.Text)}'",
        Pressed pressed => $"[{string.Join(", ", pressed.Choices)}]",
        null => "nothing",
        _ => incoming.GetType().Name,
    };

    // A tell may begin and end within one turn: it is known by how it begins.
    private sealed class Tally(Pack pack)
    {
        private const int Enough = 6;

        public int Walks;
        public int Turns;
        public int Letters;

        private readonly ConcurrentDictionary<string, string> _untold = new(
            from step in pack.Steps.Values
            where step.Kind == StepKind.Tell
            let begins = pack.Lines.Find(pack.Lines.Languages[0], step.Id)?.Text.Split('{')[0] ?? ""
            where begins.Length >= Enough
            select KeyValuePair.Create(step.Id, begins), StringComparer.Ordinal);

        public ConcurrentDictionary<string, bool> Steps { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, bool> Forms { get; } = new(StringComparer.Ordinal);

        public ConcurrentBag<string> Faults { get; } = [];

        public void Count(Turn turn)
        {
            Interlocked.Increment(ref Turns);
            Interlocked.Add(ref Letters, turn.Letters.Count);
            Steps.TryAdd(turn.Next.At, true);
            foreach (var letter in turn.Letters)
            {
                Forms.TryAdd(letter.Id, true);
                Steps.TryAdd($"letter/{letter.Id}.give", true);
            }

            foreach (var (step, begins) in _untold)
            {
                if (turn.Replies.Any(reply => reply.Text.Contains(begins, StringComparison.Ordinal)) && _untold.TryRemove(step, out _))
                {
                    Steps.TryAdd(step, true);
                }
            }

            foreach (var told in turn.Next.Frames.SelectMany(frame => frame.Told))
            {
                Steps.TryAdd(told, true);
            }
        }
    }
}
