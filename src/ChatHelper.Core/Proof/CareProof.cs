using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>From every step there is a way to a human (CH0123), to stop and to erase (CH0124). The any-time words hold at every
/// step, so it is enough that each exists and that its dialog does what it says.</summary>
internal static class CareProof
{
    public static void Prove(Pack pack, Ways ways, Diagnostics diagnostics)
    {
        Way(Move.Human, "human", "hand-over", Codes.NoWayToHuman, "to a human");
        Way(Move.Pause, "pause", "pause", Codes.NoWayToStop, "to stop");
        Way(Move.Erase, "erase", "erase", Codes.NoWayToStop, "to erase");

        void Way(Move move, string command, string deed, string code, string what)
        {
            if (!pack.Commands.Ids.Contains(command))
            {
                diagnostics.Report(code, "commands.yaml", 1, $"no word leads {what}: the command '{command}' has none");
            }
            else if (!pack.AnyTime.TryGetValue(move, out var dialog))
            {
                diagnostics.Report(code, "pack.yaml", 1, $"'any-time' names no dialog that leads {what}: '{command}' is missing");
            }
            else if (!Does(pack, ways, dialog, deed))
            {
                var step = pack.Dialogs[dialog].Steps[0];
                diagnostics.Report(code, step.File, step.Line, $"the dialog '{dialog}' should lead {what} but never does '{deed}'");
            }
        }
    }

    private static bool Does(Pack pack, Ways ways, string dialog, string deed)
    {
        var first = pack.Dialogs[dialog].Steps[0].Id;
        return ways.After(first, _ => true).Append(first)
            .Any(id => pack.Steps.TryGetValue(id, out var step) && step.Kind == StepKind.Do && step.Word!.Split(' ')[0] == deed);
    }
}
