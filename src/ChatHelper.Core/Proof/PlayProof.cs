using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;

namespace ChatHelper.Core.Proof;

/// <summary>Every dialog comes with a play (CH0126), and plays name dialogs that are there (CH0109).</summary>
internal static class PlayProof
{
    public static void Prove(Pack pack, IReadOnlyList<Play> plays, Diagnostics diagnostics)
    {
        var covered = plays.SelectMany(play => play.Dialogs).ToHashSet(StringComparer.Ordinal);
        foreach (var dialog in pack.Dialogs.Values.Where(dialog => !IsLetter(dialog) && !covered.Contains(dialog.Id)))
        {
            diagnostics.Report(Codes.NoPlay, dialog.Steps[0].File, 1, $"no play covers the dialog '{dialog.Id}'");
        }

        foreach (var play in plays)
        {
            foreach (var unknown in play.Dialogs.Where(id => !pack.Dialogs.ContainsKey(id)))
            {
                diagnostics.Report(Codes.UnknownDialog, play.File, 1, $"the play covers '{unknown}', which is not there");
            }
        }
    }

    // The dialog of a letter is the same for all; the letter itself is proven by rendering it.
    private static bool IsLetter(Dialog dialog) => dialog.Id.StartsWith("letter/", StringComparison.Ordinal);
}
