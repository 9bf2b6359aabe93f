using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Faq;

namespace ChatHelper.Core.Proof;

/// <summary>Every wording of a question finds its own question first, past all patterns (CH0632).</summary>
internal static class QuestionProof
{
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var entry in pack.Faq.Entries)
        {
            foreach (var wording in entry.Asks)
            {
                if (Other(pack, entry, wording) is { } other)
                {
                    diagnostics.Report(Codes.FindsAnother, entry.File, entry.Line, $"'{wording}' of '{entry.Id}' finds {other}");
                }
            }
        }
    }

    // Patterns are heard before anything is searched.
    private static string? Other(Pack pack, FaqEntry entry, string wording)
    {
        if (pack.Faq.Heard(wording, FactSheet.Empty) is [var heard, ..] all)
        {
            return all.Contains(entry) ? null : $"'{heard.Id}', whose pattern it holds";
        }

        return pack.Faq.Ranked(wording) is not [var first, ..] ? "nothing" : first.Entry == entry ? null : $"'{first.Entry.Id}' first";
    }
}
