using System.Globalization;
using ChatHelper.Core.Casework;

namespace ChatHelper.Core.Diary;

/// <summary>Reads call lists as tables (comma, semicolon or tab; heads in Chinese or English). Cells are only ever read as text:
/// a formula is the text of a formula.</summary>
internal sealed class CsvLog
{
    private const int MostHeads = 10;
    private readonly Dictionary<string, string?> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LogWord?> _ways = new(StringComparer.Ordinal);
    private readonly LogReading _with;
    private readonly LogMaking _making = new("imported");
    private readonly Dictionary<LogWord, int> _columns;

    private CsvLog(LogReading with, Dictionary<LogWord, int> columns) => (_with, _columns) = (with, columns);

    /// <summary>Reads the lines of a table; null when no head with a number and a time is among the first.</summary>
    public static ReadLog? Read(IEnumerable<string> lines, LogReading with)
    {
        using var rows = lines.GetEnumerator();
        for (var tried = 0; tried < MostHeads && rows.MoveNext(); tried++)
        {
            foreach (var separator in (char[])[',', ';', '\t', '|'])
            {
                if (Columns(CsvRows.Cells(rows.Current, separator), with.Words) is { } columns)
                {
                    var log = new CsvLog(with, columns);
                    foreach (var row in CsvRows.Read(rows, separator))
                    {
                        log.Take(row);
                    }

                    return log._making.Done();
                }
            }
        }

        return null;
    }

    private static Dictionary<LogWord, int>? Columns(IReadOnlyList<string> cells, DiaryWords words)
    {
        var columns = new Dictionary<LogWord, int>();
        for (var at = 0; at < cells.Count; at++)
        {
            if (words.Head(cells[at]) is { } head)
            {
                columns.TryAdd(head, at);
            }
        }

        return columns.ContainsKey(LogWord.NumberHead) && (columns.ContainsKey(LogWord.TimeHead) || columns.ContainsKey(LogWord.DateHead)) ? columns : null;
    }

    private void Take(CsvRow row)
    {
        var cell = row.Cells;
        if (cell.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        var when = $"{Cell(cell, LogWord.DateHead)} {Cell(cell, LogWord.TimeHead)}".Trim();
        var time = LogTimes.Find(when, _with.Now) ?? LogLine.Read(when, _with).Time;
        var number = Number(Cell(cell, LogWord.NumberHead));
        if (row.Broken || number is null || time is not { Impossible: false } at)
        {
            _making.AddUnread(row.Line);
            return;
        }

        var words = Cell(cell, LogWord.TextHead);
        var way = Way(Cell(cell, LogWord.KindHead));
        if (way is LogWord.Outgoing or LogWord.Sent)
        {
            _making.AddOutgoing();
            return;
        }

        var message = words.Length > 0 || way is LogWord.Sms or LogWord.Received;
        var seconds = way == LogWord.Missed ? 0 : Seconds(Cell(cell, LogWord.LengthHead));
        _making.Add(
            new DiaryEntry(0, at.At, message ? "sms" : "call", "") { Precision = at.Precision, Caller = number, Words = words, Seconds = message ? null : seconds },
            $"{number} {at.At} {at.Seconds} {seconds} {words}");
    }

    private string Cell(IReadOnlyList<string> cells, LogWord head) =>
        _columns.TryGetValue(head, out var at) && at < cells.Count ? cells[at].Trim() : "";

    // Spreadsheets keep a long number whole as ="19900001234" or '19900001234.
    private string? Number(string cell)
    {
        if (!_numbers.TryGetValue(cell, out var number))
        {
            var bare = cell.Trim('=', '"', '\'', ' ', '\t');
            number = LogLine.Read(bare, _with).Phones is [var phone] ? phone : null;
            if (_numbers.Count < ReadLog.Most)
            {
                _numbers.Add(cell, number);
            }
        }

        return number;
    }

    private LogWord? Way(string cell)
    {
        if (!_ways.TryGetValue(cell, out var way))
        {
            way = LogLine.Read(cell, _with).Way;
            if (_ways.Count < ReadLog.Most)
            {
                _ways.Add(cell, way);
            }
        }

        return way;
    }

    private int? Seconds(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) ? plain
        : cell.Length == 0 ? null
        : LogLine.Length(cell, _with.Words);
}
