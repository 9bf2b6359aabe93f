using System.Globalization;
using System.Runtime.InteropServices;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>A time found in a line.</summary>
/// <param name="At">Canonical value; empty for one that cannot be.</param>
/// <param name="Seconds">Seconds of the minute, as far as told: only to tell two lines apart.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogTime(string At, Precision Precision, int Seconds, int Start, int End)
{
    public bool Impossible => At.Length == 0;
}

/// <summary>Times as telephones write them in figures. Words (today, Wednesday, afternoon) are left to the readers.</summary>
internal static class LogTimes
{
    private const int FirstYear = 2000;

    /// <summary>The first time in figures; null when there is none.</summary>
    public static LogTime? Find(string text, LocalDateTime now)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1])))
            {
                var time = Read(text, at, now);
                if (time is not null)
                {
                    return time;
                }
            }
        }

        return null;
    }

    private static LogTime? Read(string text, int start, LocalDateTime now)
    {
        var at = start;
        var first = Figures(text, ref at);
        switch (first.Length)
        {
            case 14 when first[0] == '2':
                return Made(start, at, first[..4], first[4..6], first[6..8], first[8..10], first[10..12], first[12..], now);
            case 8 when first[0] == '2' && Clock(text, at, out var end) is { } clock:
                return Made(start, end, first[..4], first[4..6], first[6..], clock.Hour, clock.Minute, clock.Second, now);
            case 4 when Next(text, ref at, out var sign) is { Length: 1 or 2 } month && Next(text, ref at, out var other) is { Length: 1 or 2 } day && other == sign:
                return Clock(text, at, out var last) is { } told
                    ? Made(start, last, first, month, day, told.Hour, told.Minute, told.Second, now)
                    : Followed(text, at) ? null : Made(start, at, first, month, day, "", "", "", now);
            case 1 or 2 when Next(text, ref at, out _) is { Length: 1 or 2 } day && Clock(text, at, out var stop) is { } time:
                return Recent(text, start, stop, first, day, time, now);
            default:
                return null;
        }
    }

    // Without a year it is the last such day.
    private static LogTime? Recent(string text, int start, int end, string month, string day, (string Hour, string Minute, string Second) clock, LocalDateTime now)
    {
        var made = Made(start, end, $"{now.Year}", month, day, clock.Hour, clock.Minute, clock.Second, now);
        return made is { Impossible: true }
            ? Made(start, end, $"{now.Year - 1}", month, day, clock.Hour, clock.Minute, clock.Second, now)
            : made;
    }

    private static LogTime Made(int start, int end, string year, string month, string day, string hour, string minute, string second, LocalDateTime now)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        var possible = y >= FirstYear && m is >= 1 and <= 12 && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
            && new LocalDate(y, m, d) <= now.Date && (hour.Length == 0 || (Number(hour) < 24 && Number(minute) < 60));
        return new LogTime(
            !possible ? "" : hour.Length == 0 ? $"{y:0000}-{m:00}-{d:00}" : $"{y:0000}-{m:00}-{d:00}T{Number(hour):00}:{Number(minute):00}",
            Precision.Exact, Number(second), start, end);
    }

    // "T15:20:33", " 15:20", " 152033"
    private static (string Hour, string Minute, string Second)? Clock(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && text[end] is ' ' or 'T' or '\t' or ',')
        {
            end++;
        }

        var hour = Figures(text, ref end);
        if (hour.Length == 6 && at < end - 6)
        {
            return (hour[..2], hour[2..4], hour[4..]);
        }

        if (hour.Length is not (1 or 2) || end >= text.Length || text[end] != ':')
        {
            return null;
        }

        end++;
        var minute = Figures(text, ref end);
        if (minute.Length != 2)
        {
            return null;
        }

        var second = "";
        if (end + 2 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]))
        {
            second = text.Substring(end + 1, 2);
            end += 3;
        }

        // "3:20 PM" is for the readers.
        return After(text, end) is 'a' or 'A' or 'p' or 'P' ? null : (hour, minute, second);
    }

    private static char After(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at + 1 < text.Length && text[at + 1] is 'm' or 'M' or '.' ? text[at] : '\0';
    }

    // A word such as "afternoon" behind the day tells the hour: not for here.
    private static bool Followed(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length && text[at] > '\u2FFF' && text.AsSpan(at).IndexOf(':') >= 0;
    }

    private static string? Next(string text, ref int at, out char sign)
    {
        sign = at < text.Length ? text[at] : '\0';
        if (sign is not ('-' or '/' or '.'))
        {
            return null;
        }

        at++;
        return Figures(text, ref at);
    }

    private static string Figures(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static int Number(string figures) => int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
