using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Core.Reminders;

/// <summary>Lines of iCalendar files (RFC 5545).</summary>
internal static class CalendarText
{
    private const int Longest = 75;

    public static IReadOnlyList<string> Head { get; } =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reminder//Reminder//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];

    /// <summary>An id that tells nothing of what it was made from; the same seed gives the same one.</summary>
    public static string Uid(string seed) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..32]}@reminder.invalid";

    /// <summary>The text as a value; controls, which no value may hold, are left out.</summary>
    public static string Escape(string text) => string.Concat(
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").ReplaceLineEndings("\\n").Where(sign => sign == '\t' || !char.IsControl(sign)));

    /// <summary>75 octets a line without the break, never inside a character; a continuation starts with a space.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
