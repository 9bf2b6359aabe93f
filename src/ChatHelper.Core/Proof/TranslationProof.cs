using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Proof;

/// <summary>Every other language has every line, made from the wording that the source has now (CH0202).</summary>
internal static class TranslationProof
{
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        var lines = pack.Lines;
        foreach (var language in lines.Languages.Skip(1))
        {
            // Words that stand for a choice differ from language to language and need no counterpart.
            foreach (var id in lines.Ids(lines.Languages[0]).Where(id => !id.EndsWith(".words", StringComparison.Ordinal)))
            {
                var mark = Translation.Mark(lines.Own(lines.Languages[0], id)!.Text);
                if (lines.Own(language, id) is not { } own)
                {
                    diagnostics.Report(Codes.StaleTranslation, $"lines/{language}.yaml", 1, $"'{id}' is not translated");
                }
                else if (lines.Stamp(language, id) != mark)
                {
                    diagnostics.Report(
                        Codes.StaleTranslation, own.File, own.Line, $"'{id}' was not made from the source as it stands ({mark} in {Translation.StampFile(language)})");
                }
            }
        }
    }
}
