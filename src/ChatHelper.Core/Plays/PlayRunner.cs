using ChatHelper.Core.Content;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Plays;

/// <summary>Plays a play against the real engine, with a clock and a schedule of its own. Pure.</summary>
public static class PlayRunner
{
    /// <summary>Runs a play.</summary>
    /// <returns>A fault (CH0701) for each line that came out otherwise; empty when all came as written. After a line that
    /// could not be played at all the rest is left out.</returns>
    public static IReadOnlyList<Diagnostic> Run(Decider decider, Play play)
    {
        var stage = new PlayStage(decider);
        List<Diagnostic> faults = [];
        foreach (var line in play.Lines)
        {
            var (fault, ends) = Step(stage, line);
            if (fault is not null)
            {
                faults.Add(new Diagnostic(Codes.PlayFails, play.File, line.Number, fault));
            }

            if (ends)
            {
                break;
            }
        }

        return faults;
    }

    private static (string? Fault, bool Ends) Step(PlayStage stage, PlayLine line)
    {
        try
        {
            return stage.Do(line) is { } refused ? (refused, true) : (PlayCheck.Fault(stage, line), false);
        }
        catch (Exception broken)
        {
            // The engine and the letters throw only for content that the proof refuses; a play must still name its line.
            return (broken.Message, true);
        }
    }
}
