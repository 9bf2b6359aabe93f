using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>Every wording of a question finds its own question first (CH0632).</summary>
internal static class QuestionProof
{
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var entry in pack.Faq.Entries)
        {
            foreach (var wording in entry.Asks)
            {
                if (pack.Faq.Ranked(wording) is not [var first, ..] || first.Entry != entry)
                {
                    var found = pack.Faq.Ranked(wording) is [var other, ..] ? $"finds '{other.Entry.Id}' first" : "finds nothing";
                    diagnostics.Report(Codes.FindsAnother, entry.File, entry.Line, $"'{wording}' of '{entry.Id}' {found}");
                }
            }
        }
    }
}
