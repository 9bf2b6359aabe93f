using System.Globalization;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Reading;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>What reading a list needs: the pack's words and readers, and the person's wall clock.</summary>
internal sealed record LogReading(DiaryWords Words, Readers Readers, LocalDateTime Now)
{
    private readonly Dictionary<string, string?> _wholes = new(StringComparer.Ordinal);

    /// <summary>The number that a text is from end to end; null when it is none. The same numbers come again and again.</summary>
    public string? Whole(string text)
    {
        if (!_wholes.TryGetValue(text, out var number))
        {
            number = text.Length <= 30 && char.IsAsciiDigit(text[^1]) && Readers.Phones(text) is [var whole] && whole.Length == text.Length ? whole.Value : null;
            if (_wholes.Count < ReadLog.Most)
            {
                _wholes.Add(text, number);
            }
        }

        return number;
    }
}

/// <summary>One line of a list, taken apart.</summary>
/// <param name="Text">The line, cleaned.</param>
/// <param name="Time">The time in it; null when there is none.</param>
/// <param name="Phones">Numbers, canonical.</param>
/// <param name="Way">What kind of call or message; null when the line does not say.</param>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="Times">For how many calls the line stands; at least 1.</param>
/// <param name="Rest">The words that are none of these.</param>
/// <param name="Body">What stands behind time and number, untouched.</param>
/// <param name="Leads">The line begins with one of these, not with words.</param>
internal sealed record LogLine(string Text, LogTime? Time, IReadOnlyList<string> Phones, LogWord? Way, int? Seconds, int Times, string Rest, string Body, bool Leads)
{
    private const int Longest = 1000, LongestDay = 12, ShortestWhole = 11, MostTimes = 200;
    private const char Taken = '\uFF1B';

    /// <summary>The line has figures or words of a list.</summary>
    public bool Tells => Time is not null || Phones.Count > 0 || Way is not null || Seconds is not null;

    public static LogLine Read(string raw, LogReading with)
    {
        var text = Cleaning.Clean(raw.Length > Longest ? raw[..Longest] : raw);
        var left = text.ToCharArray();
        var time = LogTimes.Find(text, with.Now);
        Take(left, time?.Start ?? 0, time?.End ?? 0);
        var phones = TakePhones(left, with);
        if (time is null && Spoken(text, left, with) is { } spoken)
        {
            time = spoken;
            Take(left, spoken.Start, spoken.End);
        }

        var body = Behind(text, Array.LastIndexOf(left, Taken) + 1, with.Words);
        var (way, seconds, times) = TakeWords(left, with.Words, phones);
        var rest = new string([.. left.Where(sign => sign != Taken)]).Trim();
        return new LogLine(text, time, phones, way, seconds, times, Bare(rest), Bare(body), left.FirstOrDefault(sign => sign is not ' ') == Taken || char.IsAsciiDigit(left.FirstOrDefault()));
    }

    /// <summary>Whether words are a message and not a place or a name: long, or punctuated.</summary>
    public static bool IsMessage(string words) => words.Length >= 12
        || words.Any(sign => sign is '\u3010' or '\uFF0C' or '\u3002' or '\uFF01' or '\uFF1F' or '!' or '?');

    /// <summary>Seconds of a length such as <c>00:01:20</c> or in words; null when it is none.</summary>
    public static int? Length(string cell, DiaryWords words) => TakeWords((cell.Length > Longest ? cell[..Longest] : cell).ToCharArray(), words, []).Seconds;

    // Words for the kind of message may still stand before the message.
    private static string Behind(string text, int start, DiaryWords words)
    {
        var body = text[start..].TrimStart();
        while (body.Length > 0 && words.At(body, 0) is var (length, word) && word <= LogWord.Ignored && length < body.Length && body[length] is ' ' or ':' or '\uFF1A')
        {
            body = body[(length + 1)..].TrimStart();
        }

        return body;
    }

    private static List<string> TakePhones(char[] left, LogReading with)
    {
        List<string> phones = [];
        var text = new string(left);
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            // A whole number between spaces: what follows ("11" of a month) is none of its digits.
            end = text.IndexOf(' ', at) is >= 0 and var space ? space : text.Length;
            if (end - at >= ShortestWhole && with.Whole(text[at..end]) is { } whole)
            {
                phones.Add(whole);
                Take(left, at, end);
            }
        }

        if (phones.Count > 0 && !text.AsSpan().ContainsAny('-', '+'))
        {
            return phones;
        }

        foreach (var found in with.Readers.Phones(new string(left)))
        {
            phones.Add(found.Value);
            Take(left, found.Start, found.End);
        }

        return phones;
    }

    // Days and hours in words: what stands in the line first, and only near its beginning or in a short line.
    private static LogTime? Spoken(string text, char[] left, LogReading with)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && text.Length > LongestDay)
        {
            return null;
        }

        // "Nov 18, 2026 3:20 PM": the comma there parts nothing.
        var spoken = new string(left).Replace(Taken, ' ').Replace(", 2", "  2", StringComparison.Ordinal);
        return with.Readers.When(spoken, with.Now, Tense.Past) is [var found, ..]
            ? new LogTime(Future(found.Value, with.Now) || Halved(spoken, found.Start, with.Words) ? "" : found.Value, found.Precision, 0, found.Start, found.End)
            : null;
    }

    // Figures right before what was read belong to a day that cannot be.
    private static bool Halved(string text, int start, DiaryWords words) => text[..start].TrimEnd() is [.., var figure, > '\u2FFF'] before
        && char.IsAsciiDigit(figure) && words.At(before, before.Length - 1) is not (_, LogWord.Hours or LogWord.Minutes or LogWord.Seconds or LogWord.Ignored or LogWord.Times);

    private static bool Future(string value, LocalDateTime now) => DateSpan.Read(value) is { } span && span.From > now.Date;

    private static (LogWord? Way, int? Seconds, int Times) TakeWords(char[] left, DiaryWords words, List<string> phones)
    {
        var text = new string(left);
        (LogWord? way, int? seconds, var times) = (null, null, 1);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at = Figure(text, left, at, words, ref seconds, ref times) - 1;
            }
            else if (text[at] != Taken && words.At(text, at) is var (length, word))
            {
                if (word == LogWord.Hidden)
                {
                    phones.Add("HIDDEN");
                }
                else if (word <= LogWord.Sms)
                {
                    way = Stronger(way, word);
                }
                else if (word != LogWord.Ignored)
                {
                    continue; // units and "times" mean something behind a figure alone
                }

                Take(left, at, at + length);
                at += length - 1;
            }
        }

        return (way, seconds, times);
    }

    // A figure with its unit is a length; in brackets, or before "times", it counts; alone it is left where it is.
    private static int Figure(string text, char[] left, int start, DiaryWords words, ref int? seconds, ref int times)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (Clock(text, start) is var (length, whole))
        {
            seconds = length;
            Take(left, start, whole);
            return whole;
        }

        if (end - start > 6 || !int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return end;
        }

        var unit = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (unit < text.Length && words.At(text, unit) is var (size, word) && word is LogWord.Hours or LogWord.Minutes or LogWord.Seconds)
        {
            seconds = (seconds ?? 0) + (number * (word == LogWord.Hours ? 3600 : word == LogWord.Minutes ? 60 : 1));
            Take(left, start, unit + size);
            return unit + size;
        }

        var counted = unit < text.Length && words.At(text, unit) is (_, LogWord.Times);
        var bracketed = start > 0 && text[start - 1] is '(' or '\uFF08' && end < text.Length && text[end] is ')' or '\uFF09';
        if ((counted || bracketed) && number is >= 1 and <= MostTimes)
        {
            times = number;
            Take(left, bracketed ? start - 1 : start, bracketed ? end + 1 : unit + 1);
        }

        return end;
    }

    // "01:20", "00:01:20"
    private static (int Length, int End)? Clock(string text, int start)
    {
        var parts = new List<int>();
        var at = start;
        while (at < text.Length && parts.Count < 3)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at - from is not (1 or 2))
            {
                break;
            }

            parts.Add(int.Parse(text.AsSpan(from, at - from), CultureInfo.InvariantCulture));
            if (at >= text.Length || text[at] != ':')
            {
                break;
            }

            at++;
        }

        return parts.Count < 2 || parts.Skip(1).Any(part => part > 59) ? null : (parts.Aggregate(0, (sum, part) => (sum * 60) + part), at);
    }

    // "Missed call", "incoming call", "call made": the more telling word counts.
    private static LogWord Stronger(LogWord? one, LogWord other) =>
        one is null or LogWord.Call or LogWord.Sms || other == LogWord.Missed ? other : one.Value;

    private static void Take(char[] left, int start, int end) => left.AsSpan(start, Math.Min(end, left.Length) - start).Fill(Taken);

    private static string Bare(string rest) => rest.Trim(' ', '-', ',', '.', ':', ';', '|', '/', '+', '(', ')', '\uFF1A', '\uFF0C', '\uFF08', '\uFF09', '\u00B7', '\u3001');
}
