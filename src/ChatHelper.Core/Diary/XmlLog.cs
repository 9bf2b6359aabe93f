using System.Globalization;
using System.Xml;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Reading;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>Reads the files of the program "SMS Backup &amp; Restore": <c>smses</c> with <c>sms</c> and <c>mms</c>, <c>calls</c> with
/// <c>call</c>; times are milliseconds since 1970. A document type ends the reading: nothing in it is expanded or fetched.</summary>
internal sealed class XmlLog
{
    private const int MostCharacters = 40 << 20;
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private readonly Dictionary<string, string?> _numbers = new(StringComparer.Ordinal);
    private readonly LogMaking _making = new("imported");
    private readonly LogReading _with;
    private readonly DateTimeZone _zone;
    private DiaryEntry? _mms;

    private XmlLog(LogReading with, DateTimeZone zone) => (_with, _zone) = (with, zone);

    /// <summary>Reads a file; null when its root is another.</summary>
    public static ReadLog? Read(Stream bytes, LogReading with, DateTimeZone zone)
    {
        // Real files hold halves of characters as entities; the readers clean them away.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CloseInput = false,
        };
        var log = new XmlLog(with, zone);
        using var reader = XmlReader.Create(bytes, settings);
        try
        {
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("smses" or "calls" or "allsms"))
            {
                return null;
            }

            while (reader.Read())
            {
                log.Take(reader);
            }
        }
        catch (Exception broken) when (broken is XmlException or ArgumentException)
        {
            if (log._making.Nothing && log._mms is null && reader.Depth == 0)
            {
                return null;
            }

            log._making.Broken = true;
        }

        log.CloseMms();
        return log._making.Done();
    }

    private void Take(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return;
        }

        switch (reader.LocalName)
        {
            case "sms":
                CloseMms();
                Add(reader, "address", "sms", reader["type"] != "1", reader["body"] ?? "", null);
                break;
            case "call":
                CloseMms();
                Add(reader, "number", "call", reader["type"] == "2", "", Seconds(reader));
                break;
            case "mms":
                CloseMms();
                _mms = reader["msg_box"] == "1" ? Entry(reader, "address", "sms", "", null) : null;
                if (reader["msg_box"] != "1")
                {
                    _making.AddOutgoing();
                }

                break;
            case "part" when _mms is not null && reader["ct"] == "text/plain":
                _mms = _mms with { Words = Clean(reader["text"] ?? "") };
                break;
        }
    }

    private void Add(XmlReader reader, string number, string means, bool outgoing, string words, int? seconds)
    {
        if (outgoing)
        {
            _making.AddOutgoing();
        }
        else if (Entry(reader, number, means, words, seconds) is { } entry)
        {
            _making.Add(entry, $"{entry.Caller} {reader["date"]} {means} {words}");
        }
    }

    private void CloseMms()
    {
        if (_mms is { } mms)
        {
            _making.Add(mms, $"{mms.Caller} {mms.At} mms {mms.Words}");
        }

        _mms = null;
    }

    private DiaryEntry? Entry(XmlReader reader, string number, string means, string words, int? seconds)
    {
        var caller = Caller(reader[number] ?? "", reader["presentation"] ?? "1");
        if (caller is null || Time(reader["date"]) is not { } at)
        {
            _making.AddUnread($"{reader.LocalName} {number}={Clean(reader[number] ?? "")} date={Clean(reader["date"] ?? "")}");
            return null;
        }

        if (reader["contact_name"] is { Length: > 0 } name && name is not ("(Unknown)" or "null"))
        {
            _making.AddKnown(caller);
        }

        return new DiaryEntry(0, at, means, "") { Caller = caller, Words = Clean(words), Seconds = seconds };
    }

    private string? Time(string? milliseconds)
    {
        if (!long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var told) || told > 4_102_444_800_000)
        {
            return null;
        }

        var instant = Instant.FromUnixTimeMilliseconds(told);
        var local = instant.InZone(_zone).LocalDateTime;
        return instant < Earliest || local.Date > _with.Now.Date ? null : $"{local.Date:uuuu-MM-dd}T{local.Hour:00}:{local.Minute:00}";
    }

    // Of a call that was not taken the length is none.
    private static int? Seconds(XmlReader call) => call["type"] is "3" or "5" or "6" ? 0
        : int.TryParse(call["duration"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private string? Caller(string told, string presentation)
    {
        if (presentation is "2" or "3" || told is "" or "-1" or "-2" or "null")
        {
            return PhoneNumber.Hidden;
        }

        if (!_numbers.TryGetValue(told, out var number))
        {
            number = _with.Readers.Phones(told) is [{ Value: var value }] ? value : null;
            if (_numbers.Count < ReadLog.Most)
            {
                _numbers.Add(told, number);
            }
        }

        return number;
    }

    private static string Clean(string words) => Cleaning.Clean(words.Length > 1000 ? words[..1000] : words);
}
