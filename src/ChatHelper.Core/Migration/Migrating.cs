using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Migration;

/// <summary>What becomes of a conversation under another version of its pack.</summary>
public enum Outcome
{
    /// <summary>It stands where it stood, with all that was said.</summary>
    Same,

    /// <summary>All but one answer stays; the person meets one question again, or a new one first.</summary>
    OneQuestionAgain,

    /// <summary>More than one answer is gone, or the dialog the person was in.</summary>
    Lost,
}

/// <summary>One conversation walked through another version.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Stands">Full id of the step that waits then.</param>
/// <param name="Reasons">Why it is not the same; no word of the person's.</param>
public sealed record Migrated(Outcome Outcome, string Stands, IReadOnlyList<string> Reasons);

/// <summary>Walks stored conversations through another version of the pack. Pure: nothing is stored.</summary>
public static class Migrating
{
    /// <summary>Walks one conversation.</summary>
    /// <param name="to">The version to walk through.</param>
    /// <param name="stored">As stored under any other version.</param>
    /// <param name="moment">Now.</param>
    public static Migrated Walk(Decider to, Conversation stored, Moment moment)
    {
        if (stored.Frames.Count == 0)
        {
            return new Migrated(Outcome.Same, stored.At, []);
        }

        List<string> gone = [.. stored.Facts.Where(pair => pair.Value.IsKnown && !Holds(to, pair.Key, pair.Value)).Select(pair => $"the answer to '{pair.Key}' has no place any more")];
        List<string> left = [.. stored.Frames.Where(frame => !to.Pack.Dialogs.ContainsKey(frame.Dialog)).Select(frame => $"the dialog '{frame.Dialog}' is gone")];
        try
        {
            var stands = to.Settled(stored, moment).At;
            List<string> moved = stands == stored.At ? [] : [$"stood at '{stored.At}', stands at '{stands}'"];
            var outcome = left.Count > 0 || gone.Count > 1 ? Outcome.Lost
                : gone.Count + moved.Count > 0 ? Outcome.OneQuestionAgain
                : Outcome.Same;
            return new Migrated(outcome, stands, [.. left, .. gone, .. moved]);
        }
        catch (InvalidOperationException broken)
        {
            // Only a pack that the proof refuses gets here; the dry run must still name the conversation's fate.
            return new Migrated(Outcome.Lost, "", [.. left, .. gone, broken.Message]);
        }
    }

    private static bool Holds(Decider to, string name, Facts.Fact fact) =>
        to.Pack.Facts.TryGetValue(name, out var declared) && declared.CanHold(fact);
}
