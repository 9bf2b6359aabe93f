using System.Text;
using System.Text.Json;
using ChatHelper.Channels.Telegram;
using ChatHelper.Conversations;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Terminal;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Buttons that nobody was shown: of other persons, of older questions, of no question at all.</summary>
public sealed class ForgedPressTests(ITestOutputHelper output)
{
    private static readonly int Times = Rounds.Of("FORGED", 4_000);

    [Fact]
    public void A_forged_press_changes_nothing_that_was_said()
    {
        var decider = new Decider(ScenarioTalk.China);
        var reader = new UpdateReader(decider.Pack.Commands, volunteerGroup: null);
        List<Pace> stands = [.. Enumerable.Range(0, 40).SelectMany(seed => new Walk(decider, (ulong)(9_000 + seed)).Turns(14).Skip(3).Where((_, at) => at % 4 == 0))
            .Where(pace => pace.Turn.Next is { Crisis: null, Mode: Mode.Bot, At.Length: > 0 } && !pace.Turn.Effects.OfType<Erase>().Any())];
        var mutant = new Mutant(20261128);
        var (kinds, own) = (new SortedDictionary<string, int>(), 0);
        for (var time = 0; time < Times; time++)
        {
            var (stand, other) = (mutant.Dice.Of(stands), mutant.Dice.Of(stands));
            var (kind, data) = Forged(mutant, stand.Turn.Next, other);
            if (reader.Read(Press(data)) is not UpdateReading.Whole { Incoming: Pressed pressed } || IsOwn(decider, stand, pressed))
            {
                own++;
                continue;
            }

            var turn = decider.Decide(stand.Turn.Next, pressed, stand.Moment);
            Assert.True(Kept(stand.Turn.Next) == Kept(turn.Next), $"{kind} {data} at {stand.Turn.Next.At}\n{Kept(stand.Turn.Next)}\n{Kept(turn.Next)}");
            Assert.DoesNotContain(turn.Effects, effect => effect is Erase or Forget or Discard or HandOver or InviteWitness);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }

        output.WriteLine($"{Times} forged presses at {stands.Count} places, {own} of them no press or one's own button: {string.Join(", ", kinds.Select(pair => $"{pair.Value} {pair.Key}"))}; 0 changes");
        Assert.True(kinds.Values.Sum() > Times / 2);
    }

    private static (string Kind, string Data) Forged(Mutant mutant, Conversation now, Pace other)
    {
        var (choice, step) = other.Turn.Replies.LastOrDefault(reply => reply.Choices.Count > 0) is { } asked ? (mutant.Dice.Of(asked.Choices).Id, asked.Step) : ("x", "y");
        return mutant.Dice.Roll(6) switch
        {
            0 => ("of another person", $"{other.Turn.Next.Version}.{StepCode.Of(step)}.{choice}"),
            1 => ("of an older version", $"{Math.Max(0, now.Version - 1 - mutant.Dice.Roll(5))}.{StepCode.Of(now.At)}.{choice}"),
            2 => ("of a version to come", $"{now.Version + 1 + mutant.Dice.Roll(1000)}.{StepCode.Of(now.At)}.{choice}"),
            3 => ("with an unknown choice", $"{now.Version}.{StepCode.Of(now.At)}.{mutant.Text(20)}"),
            4 => ("of an unknown step", $"{now.Version}.{mutant.Dice.Roll(100_000_000):x8}.{choice}"),
            _ => ("of 64 random bytes", Encoding.Latin1.GetString([.. Enumerable.Range(0, 64).Select(_ => (byte)mutant.Dice.Roll(256))])),
        };
    }

    // What may be pressed at any time, and the very button under the person's own question.
    private static bool IsOwn(Decider decider, Pace stand, Pressed pressed) =>
        pressed.Choices is not [var choice]
        || decider.Pack.Commands.Ids.Contains(choice) || choice.StartsWith("language:", StringComparison.Ordinal)
        || stand.Turn.Next.Offered.Contains(choice)
        || (pressed.Version == stand.Turn.Next.Version && Shown(decider, stand).Any(reply => StepCode.Of(reply.Step) == pressed.Step && reply.Choices.Any(shown => shown.Id == choice)));

    private static IEnumerable<Reply> Shown(Decider decider, Pace stand) =>
        decider.Standing(stand.Turn.Next, stand.Moment) is { } standing ? stand.Turn.Replies.Append(standing) : stand.Turn.Replies;

    private static string Kept(Conversation one) => JsonSerializer.Serialize(
        one with { Version = 0, Misreads = 0, LanguageBy = LanguageBy.Wish, Leaning = null, Offered = [], Announced = null, SaidPlain = [], LastGiven = null, Unheeded = 0 }, StoredJson.Plain.Conversation)
        + JsonSerializer.Serialize(one.Case, StoredJson.Plain.CaseFile);

    private static Update Press(string data)
    {
        var chat = new Chat { Id = 42, Type = ChatType.Private };
        return new Update { Id = 1, CallbackQuery = new CallbackQuery { Id = "1", From = new User { Id = 42, FirstName = "x" }, ChatInstance = "1", Data = data, Message = new Message { Id = 9, Chat = chat } } };
    }
}
