using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Proof;

/// <summary>Proves a pack over all its ways: nothing unreachable, no dead end, no text missing, nothing out of date.</summary>
public static class PackProof
{
    /// <summary>Proves a pack that was read without faults.</summary>
    /// <param name="today">Today in the pack's zone; review days and the law in force are held against it.</param>
    public static void Prove(Pack pack, IReadOnlyList<Play> plays, LocalDate today, Diagnostics diagnostics)
    {
        var ways = new Ways(pack);
        ReachProof.Prove(pack, ways, diagnostics);
        ExitProof.Prove(pack, ways, diagnostics);
        CareProof.Prove(pack, ways, diagnostics);
        ConditionProof.Prove(pack, ways, diagnostics);
        PlayProof.Prove(pack, plays, diagnostics);
        QuestionProof.Prove(pack, diagnostics);
        LineProof.Prove(pack, diagnostics);
        TranslationProof.Prove(pack, diagnostics);
        PlaceholderProof.Prove(pack, diagnostics);
        SizeProof.Prove(pack, diagnostics);
        LetterProof.Prove(pack, diagnostics);
        PaperProof.Prove(pack, diagnostics);
        ReviewProof.Prove(pack, today, diagnostics);
        pack.Law.Prove(today, diagnostics);
        pack.Explainer.Prove(today, diagnostics);
    }

    /// <summary>Reads, proves and plays a pack: all that stops a start, in one go. A pack with faults of reading is not proven.</summary>
    /// <returns>The pack; null when it cannot be used at all.</returns>
    public static Pack? ReadAndProve(PackSource source, LocalDate today, Diagnostics diagnostics)
    {
        var pack = PackReader.Read(source, diagnostics);
        var plays = PlayReader.Read(source, diagnostics);
        if (pack is null || !diagnostics.None)
        {
            return pack;
        }

        Prove(pack, plays, today, diagnostics);
        if (diagnostics.None)
        {
            var decider = new Decider(pack);
            foreach (var fault in plays.SelectMany(play => PlayRunner.Run(decider, play)))
            {
                diagnostics.Report(fault.Code, fault.File, fault.Line, fault.Message);
            }
        }

        return pack;
    }
}
