using System.Globalization;
using System.Text;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Reminders;

/// <summary>The words that a reminder shows to whoever holds the telephone: the person's own, or the pack's neutral ones.</summary>
internal static class Cover
{
    private const int Longest = 30;

    public static string Neutral(Talk talk) => talk.Line($"{ReminderFacts.CoverFact}.none");

    /// <summary>The person's words in one short line of plain characters; null when nothing is left of them, or when they
    /// tell what a bystander should not read.</summary>
    public static string? Own(Talk talk, string words)
    {
        var plain = new StringBuilder();
        foreach (var rune in words.Length > 4096 ? words[..4096].EnumerateRunes() : words.EnumerateRunes())
        {
            if (plain.Length >= Longest)
            {
                break;
            }

            // Line breaks and tabs become spaces; what cannot be seen could turn the line around.
            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ => rune == Rune.ReplacementChar ? "" : rune.ToString(),
            });
        }

        var own = plain.ToString().Trim();
        var bare = string.Concat(own.Where(char.IsLetterOrDigit));
        return own.Length == 0 || Avoided(talk).Any(word => bare.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null : own;
    }

    private static string[] Avoided(Talk talk) => talk.Line("reminder.avoid").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
