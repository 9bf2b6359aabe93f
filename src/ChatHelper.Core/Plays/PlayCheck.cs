using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Plays;

/// <summary>Whether what a play expects came.</summary>
internal static class PlayCheck
{
    /// <summary>What came instead, in words; null when the line is met or expects nothing.</summary>
    public static string? Fault(PlayStage stage, PlayLine line) => line switch
    {
        PlayLine.Hears hears => Hears(stage, hears),
        PlayLine.StandsAt at => Differs("the step", at.Step, stage.Conversation.At),
        PlayLine.FactEquals fact => Differs($"'{fact.Fact}'", fact.Value, Value(stage.Conversation.Facts[fact.Fact])),
        PlayLine.FactIs fact => Is(stage.Conversation.Facts[fact.Fact], fact.State)
            ? null
            : $"'{fact.Fact}' should be {fact.State}, it is '{Value(stage.Conversation.Facts[fact.Fact])}'",
        PlayLine.Receives letter when !Letters(stage).Contains(letter.Letter) =>
            $"the letter '{letter.Letter}' should be handed out; handed out was: {string.Join(", ", Letters(stage))}",
        PlayLine.Flagged { Reason: "none" } => Differs("what was flagged", "", string.Join(", ", stage.Flags)),
        PlayLine.Flagged flagged when stage.Flags.Count(reason => reason == flagged.Reason) != 1 =>
            $"the talk should be flagged once for '{flagged.Reason}'; it was for: {string.Join(", ", stage.Flags)}",
        PlayLine.InCrisis crisis => Differs("the crisis", crisis.Tier, $"{stage.Conversation.Crisis?.Tier}" is { Length: > 0 } tier ? tier : "none"),
        PlayLine.InMode mode => Differs("the mode", mode.Mode, stage.Conversation.Mode.ToString().ToLowerInvariant()),
        _ => null,
    };

    private static string? Hears(PlayStage stage, PlayLine.Hears hears)
    {
        var replies = stage.Turns.SelectMany(turn => turn.Replies).Select(Seen).ToList();
        return replies.Exists(reply => reply.Contains(hears.Words, StringComparison.Ordinal)) != hears.Not ? null
            : hears.Not ? $"no reply should say '{hears.Words}', but one does: {string.Join(" | ", replies)}"
            : $"no reply says '{hears.Words}'; said was: {string.Join(" | ", replies)}";
    }

    // What the person sees: the words, then the buttons, then the files.
    private static string Seen(Reply reply) => string.Join(
        '\n', [reply.Text, .. reply.Choices.Select(choice => choice.Text), .. reply.Files.SelectMany(file => new[] { file.Name, file.Text })]);

    private static IEnumerable<string> Letters(PlayStage stage) =>
        stage.Turns.SelectMany(turn => turn.Letters).Select(letter => letter.Id);

    private static string? Differs(string what, string wanted, string got) =>
        wanted == got ? null : $"{what} should be '{wanted}', it is '{got}'";

    private static string Value(Fact? fact) => fact switch
    {
        null => "(open)",
        { IsKnown: true } => fact.Value,
        _ => $"({fact.State.ToString().ToLowerInvariant()})",
    };

    private static bool Is(Fact? fact, string state) => state switch
    {
        "open" => fact is null,
        "known" => fact is { IsKnown: true },
        "stated" => fact is { State: FactState.Stated },
        "confirmed" => fact is { State: FactState.Confirmed },
        "unknown" => fact is { State: FactState.Unknown },
        "refused" => fact is { State: FactState.Refused },
        _ => fact is { State: FactState.NotApplicable },
    };
}
