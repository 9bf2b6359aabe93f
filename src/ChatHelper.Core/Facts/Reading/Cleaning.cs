using System.Globalization;
using System.Text;

namespace ChatHelper.Core.Facts.Reading;

/// Takes out what nobody typed on purpose: control signs, zero-width and direction signs, halves of broken characters.
internal static class Cleaning
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (char.IsSurrogate(sign))
            {
                if (at + 1 < text.Length && char.IsSurrogatePair(sign, text[at + 1]))
                {
                    clean.Append(sign).Append(text[++at]);
                }
            }
            else if (sign is '\n' || (sign is '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                clean.Append('\n');
            }
            else if (sign is '\t' || char.GetUnicodeCategory(sign) == UnicodeCategory.SpaceSeparator)
            {
                Space(clean);
            }
            else if (!Unseen(sign))
            {
                clean.Append(Narrow(sign));
            }
        }

        return clean.ToString().Trim();
    }

    private static void Space(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
        {
            clean.Append(' ');
        }
    }

    private static bool Unseen(char sign) =>
        char.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    // Full-width letters, digits and signs become half-width; the comma, colon, question mark and their like are ordinary
    // Chinese punctuation and stay.
    private static char Narrow(char sign) =>
        sign is >= '\uFF01' and <= '\uFF5E' and not ('\uFF01' or '\uFF08' or '\uFF09' or '\uFF0C' or '\uFF1A' or '\uFF1B' or '\uFF1F')
            ? (char)(sign - 0xFEE0)
            : sign;
}
