using System.Globalization;
using System.Text;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>A person's own words on their way into a letter: one line, numbers masked, nothing invisible, without the sign that parts
/// columns, cut to a length.</summary>
internal static class OwnWords
{
    /// <summary>Most characters of a quotation when the template names no other length.</summary>
    public const int Longest = 300;

    private const int LongestRead = 4096;
    private const char Column = '\uFF5C';

    /// <summary>Words that go on in a sentence of ours: what ends a sentence is taken off.</summary>
    public static string Plain(string text, int longest)
    {
        var plain = Cut(Clean(text), longest);
        var end = plain.Length;
        while (end > 0 && EndsSentence(plain[end - 1]))
        {
            end--;
        }

        return end == 0 ? plain : plain[..end];
    }

    /// <summary>A number that an office gave and must recognise: whole, in one line.</summary>
    public static string Given(string text, int longest) => Cut(Tidy(text), longest);

    /// <summary>Words that stand between quotation marks; the stop after them is the sentence's own.</summary>
    public static string Quoted(string text, int longest)
    {
        var quoted = Cut(Clean(text).Replace('\u201C', '\u2018').Replace('\u201D', '\u2019').Trim('"', ' '), longest);
        return quoted.TrimEnd('\u3002', '\uFF0C', '\u3001', '\uFF1B', '.', ',', ';', ' ') is { Length: > 0 } open ? open : quoted;
    }

    private static bool EndsSentence(char sign) =>
        sign is '.' or ',' or ';' or '!' or ' ' || (sign > '\u2FFF' && char.GetUnicodeCategory(sign) == UnicodeCategory.OtherPunctuation);

    private static string Clean(string text) => Masked.All(Tidy(text));

    private static string Tidy(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text.Length > LongestRead ? text[..LongestRead] : text).EnumerateRunes())
        {
            // What is not valid text arrives here as U+FFFD.
            var gap = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (gap && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
            else if (!gap && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                clean.Append(rune.Value == Column ? "/" : rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : $"{text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)]}\u2026";
}
