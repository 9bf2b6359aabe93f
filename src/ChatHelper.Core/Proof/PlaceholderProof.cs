using ChatHelper.Core.Consents;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Proof;

/// <summary>Whatever stands in braces is filled by something: a fact, a number, or a value that the program gives to that
/// line (CH0204).</summary>
internal static class PlaceholderProof
{
    // Words of the pages of a channel are filled by that page; its own tests look at them.
    private static readonly string[] OfPages = ["web.", "desk.", "telegram.", "tool."];

    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var language in pack.Lines.Languages)
        {
            foreach (var id in pack.Lines.Ids(language).Where(id => !Array.Exists(OfPages, start => id.StartsWith(start, StringComparison.Ordinal))))
            {
                var wording = pack.Lines.Own(language, id)!;
                var values = SpokenLines.ValuesOf(pack, id);
                foreach (var name in wording.Names.Distinct(StringComparer.Ordinal))
                {
                    if (!values.Contains(name) && !PageLinks.Names.Contains(name) && !(pack.Notice is not null && NoticeWords.Names.Contains(name)) && (OnlyValues(id) || (!pack.Facts.ContainsKey(name) && pack.Number(name) is null)))
                    {
                        diagnostics.Report(Codes.UnknownPlaceholder, wording.File, wording.Line, $"nothing fills '{{{name}}}' in '{id}'");
                    }
                }
            }
        }
    }

    // Formats and citations make a value readable; they know nothing but that value.
    private static bool OnlyValues(string id) =>
        id.StartsWith("format.", StringComparison.Ordinal) || id.StartsWith("law.citation", StringComparison.Ordinal);
}
