using System.Globalization;
using System.Text;

namespace ChatHelper.Core.Papers;

/// <summary>Rows as RFC 4180, the way that spreadsheets open without asking: UTF-8 with its mark, every cell quoted.</summary>
internal static class CsvTable
{
    private const char Mark = '\uFEFF';

    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder().Append(Mark);
        foreach (var row in rows)
        {
            table.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return table.ToString();
    }

    // A cell that a spreadsheet would calculate is kept from it by an apostrophe (OWASP, CSV injection); the wide signs count too.
    private static string Cell(string text)
    {
        var start = text.FirstOrDefault(IsSeen);
        var calculates = text is ['\t' or '\r' or '\n', ..]
            || start is '=' or '+' or '-' or '@' or '|' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
        return $"\"{(calculates ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Programs leave out what cannot be seen before they look for a sign.
    private static bool IsSeen(char sign) => !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
