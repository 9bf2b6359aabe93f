using System.Text;

namespace ChatHelper.Core.Diary;

/// <summary>A row of a table.</summary>
/// <param name="Line">As it stands in the file.</param>
/// <param name="Broken">A quote does not close.</param>
internal sealed record CsvRow(IReadOnlyList<string> Cells, string Line, bool Broken);

/// <summary>Cuts the lines of a table into cells. A quoted cell may go on over some lines; one that never closes spoils its own
/// line and not the rest of the file.</summary>
internal static class CsvRows
{
    private const int MostJoined = 20, MostCells = 100, Longest = 20_000;

    public static IEnumerable<CsvRow> Read(IEnumerator<string> lines, char separator)
    {
        var waiting = new Queue<string>();
        while (Next(lines, waiting) is { } first)
        {
            List<string> joined = [first];
            var open = IsOpen(first);
            while (open && joined.Count < MostJoined && Next(lines, waiting) is { } more)
            {
                joined.Add(more);
                open ^= IsOpen(more);
            }

            if (!open)
            {
                var whole = string.Join('\n', joined);
                yield return new CsvRow(Cells(whole, separator), whole, false);
                continue;
            }

            yield return new CsvRow(Cells(first, separator), first, true);
            waiting = new Queue<string>(joined.Skip(1).Concat(waiting));
        }
    }

    public static IReadOnlyList<string> Cells(string line, char separator)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length && at < Longest; at++)
        {
            var sign = line[at];
            if (quoted && sign == '"' && at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (sign == '"' && (quoted || IsBlank(cell)))
            {
                quoted = !quoted;
            }
            else if (sign == separator && !quoted && cells.Count < MostCells)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    private static string? Next(IEnumerator<string> lines, Queue<string> waiting) =>
        waiting.TryDequeue(out var line) ? line : lines.MoveNext() ? lines.Current : null;

    private static bool IsOpen(string line) => line.AsSpan().Count('"') % 2 == 1;

    private static bool IsBlank(StringBuilder cell)
    {
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] is not (' ' or '\t' or '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }
}
