using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>Every text that is needed stands in the source language (CH0201).</summary>
internal static class LineProof
{
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var needed in NeededLines.Of(pack).DistinctBy(line => line.Ids[0], StringComparer.Ordinal))
        {
            if (!needed.Ids.Any(pack.Lines.Has))
            {
                diagnostics.Report(Codes.MissingLine, needed.File, needed.Line, $"the text '{needed.Ids[0]}' is missing in {pack.Lines.Languages[0]}");
            }
        }
    }
}
