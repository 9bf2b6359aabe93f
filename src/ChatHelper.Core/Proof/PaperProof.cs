using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Papers;

namespace ChatHelper.Core.Proof;

/// <summary>Every column of a table in the package has a name, and no name stands over nothing (CH0320).</summary>
internal static class PaperProof
{
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var language in pack.Lines.Languages)
        {
            foreach (var (table, fields) in CaseTables.Fields)
            {
                var id = CaseTables.Line(table);
                if (pack.Lines.Own(language, id) is { } names && CaseTables.Head(names.Text).Length is var count && count != fields.Length)
                {
                    diagnostics.Report(Codes.ColumnNames, names.File, names.Line, $"'{id}' names {count} columns; there are {fields.Length}: {string.Join(", ", fields)}");
                }
            }
        }
    }
}
