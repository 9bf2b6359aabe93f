using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Papers;

/// <summary>What the case has gathered, as tables for a spreadsheet. The columns stand in the pack's lines, in the order of the fields here.</summary>
internal static class CaseTables
{
    /// <summary>Fields of each table; their names stand in the line <c>bundle.TABLE</c>, parted by the wide bar.</summary>
    public static IReadOnlyDictionary<string, string[]> Fields { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["evidence-items"] = ["no", "kind", "what", "at", "holder", "file", "size", "sha256", "received", "source"],
    };

    public static string Line(string table) => $"bundle.{table}";

    /// <summary>Names of the columns as the pack has them.</summary>
    public static string[] Head(string line) => line.Split('\uFF5C', StringSplitOptions.TrimEntries);

    public static string Csv(Talk talk, string table)
    {
        var fields = Fields[table];
        var rows = LetterRows.Of(talk.Now.Case, new FactWords(talk.Pack, talk.Now.Language)).First(list => list.Key == table).Value.Rows;
        return CsvTable.Write(rows.Select(row => (string[])[.. fields.Select(field => row[field])]).Prepend(Head(talk.Line(Line(table)))));
    }
}
