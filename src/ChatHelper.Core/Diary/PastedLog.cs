using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Diary;

/// <summary>Reads call lists and messages as people copy them out of a telephone: one call a line, or number, kind and time
/// below each other, or a message below its sender and time. Line by line and tolerant; what is not understood is counted.</summary>
internal sealed class PastedLog
{
    private const int MostLines = 200_000, LongestLabel = 8;
    private readonly LogReading _with;
    private readonly LogMaking _making;
    private readonly string? _own;
    private PendingEntry? _open;
    private string _caller = "";
    private string _day = "";
    private bool _kindFirst;

    private PastedLog(LogReading with, string source, string? own) => (_with, _making, _own) = (with, new LogMaking(source), own);

    /// <summary>Reads a pasted text.</summary>
    public static ReadLog Read(string text, LogReading with) => Read(Lines(text), with, "pasted");

    /// <summary>Reads lines as they come; those beyond 200,000 are counted as not understood.</summary>
    public static ReadLog Read(IEnumerable<string> lines, LogReading with, string source)
    {
        var count = 0;
        PastedLog? log = null;
        foreach (var chunk in lines.Chunk(500))
        {
            log ??= new PastedLog(with, source, OwnNumber(chunk, with));
            foreach (var line in chunk)
            {
                if (++count > MostLines)
                {
                    log._making.AddUnread(line);
                }
                else if (!string.IsNullOrWhiteSpace(line))
                {
                    log.Take(LogLine.Read(line, with));
                }
            }
        }

        log?.Close();
        return (log?._making ?? new LogMaking(source)).Done();
    }

    public static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // Lists of operators may have two numbers a line: the one in every line is the owner's.
    private static string? OwnNumber(string[] lines, LogReading with)
    {
        var pairs = lines.Select(line => with.Readers.Phones(line).Select(found => found.Value).Distinct(StringComparer.Ordinal).ToList()).Where(phones => phones.Count == 2).ToList();
        return pairs.Count < 2 ? null
            : pairs.SelectMany(pair => pair).GroupBy(phone => phone, StringComparer.Ordinal).FirstOrDefault(group => group.Count() == pairs.Count)?.Key;
    }

    private void Take(LogLine line)
    {
        var phone = line.Phones.FirstOrDefault(one => one != _own) ?? (line.Phones.Count > 0 ? line.Phones[0] : null);
        if (!line.Leads && LogLine.IsMessage(line.Rest))
        {
            TakeMessage(line.Text);
        }
        else if (line.Time is { Impossible: true })
        {
            Close();
            _making.AddUnread(line.Text);
        }
        else if (line.Time is not null && phone is not null)
        {
            Close();
            _caller = phone;
            Open(line, phone);
        }
        else if (phone is not null)
        {
            TakeNumber(line, phone);
        }
        else if (line.Time is { } time)
        {
            TakeTime(line, time);
        }
        else
        {
            TakeWords(line);
        }
    }

    private void TakeNumber(LogLine line, string phone)
    {
        _caller = phone;
        if (_open is { Caller.Length: 0, Words.Length: 0 })
        {
            _open.Add(line, phone);
            return;
        }

        Close();
        Open(line, phone);
    }

    private void TakeTime(LogLine line, LogTime time)
    {
        // A day alone heads what stands below it.
        if (_open is null or { At.Length: > 0 } && line is { Rest.Length: 0, Way: null } && DiaryTime.Of(time.At).Hour is null)
        {
            Close();
            _day = time.At;
            return;
        }

        if (_open is { At.Length: 0 })
        {
            _open.Add(line, null, At(line));
            return;
        }

        Close();
        if (!LogLine.IsMessage(line.Rest) && line.Rest.Any(char.IsAsciiDigit))
        {
            _making.AddUnread(line.Text); // a number that is none
            return;
        }

        // Only a bare time, or a message, goes on with the number above it; a name in the line stands for the number.
        Open(line, LogLine.IsMessage(line.Rest) || (line.Rest.Length == 0 && line.Way is null) ? _caller : line.Rest);
    }

    private void TakeWords(LogLine line)
    {
        if (line is { Way: not null, Rest.Length: 0 } && (_open is null || (_kindFirst && _open.At.Length > 0)))
        {
            Close();
            _kindFirst = true;
            _open = new PendingEntry(line.Text, "");
        }

        if (_open is not null && (line.Tells || (line.Rest.Length <= LongestLabel && _open.Caller.Length > 0)))
        {
            _open.Add(line, null);
        }
        else if (!IsHead(line.Text))
        {
            _making.AddUnread(line.Text);
        }
    }

    // The words of a message belong to the sender and time above them; days and numbers in them are not those of the message.
    private void TakeMessage(string text)
    {
        if (IsHead(text))
        {
            return;
        }

        if (_open is null or { IsCall: true } && text is ['\u3010', ..])
        {
            Close();
            _open = new PendingEntry(text, _caller);
        }

        if (_open is { IsCall: false } message)
        {
            message.Say(text);
        }
        else
        {
            _making.AddUnread(text);
        }
    }

    private bool IsHead(string text) => text.Split([' ', '\t', ',', '|', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Count(cell => _with.Words.Head(cell) is not null) >= 2;

    private void Open(LogLine line, string caller)
    {
        _open = new PendingEntry(line.Text, caller);
        _open.Add(line, null, At(line));
        if (LogLine.IsMessage(line.Rest))
        {
            _open.Say(line.Body);
        }
    }

    // Under a heading with a day, a time without one is of that day.
    private string At(LogLine line) => line.Time is not { } time ? ""
        : _day.Length > 0 && DiaryTime.Of(time.At).Hour is not null
            && _with.Readers.When($"2001-01-01 {line.Text[time.Start..time.End]}", _with.Now, Tense.Past) is [{ Value: var of }, ..]
            && of.StartsWith("2001-01-01T", StringComparison.Ordinal) ? _day + of[10..]
        : time.At;

    private void Close()
    {
        if (_open is { } open)
        {
            open.Into(_making);
        }

        _open = null;
    }
}
