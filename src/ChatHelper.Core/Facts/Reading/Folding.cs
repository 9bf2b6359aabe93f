using ChatHelper.Core.Content;

namespace ChatHelper.Core.Facts.Reading;

/// One character for one character, so that a position in the folded text is the same position in the typed one:
/// full width to half width, capital to small, and the pack's pairs of script variants.
internal sealed class Folding(Script script)
{
    public const int LongestText = 4096;

    public char[] Fold(string text)
    {
        var folded = new char[Math.Min(text.Length, LongestText)];
        for (var at = 0; at < folded.Length; at++)
        {
            folded[at] = Fold(text[at]);
        }

        return folded;
    }

    private char Fold(char sign)
    {
        if (sign < '\u0080')
        {
            return char.IsAsciiLetterUpper(sign) ? (char)(sign | 0x20) : sign is '\t' ? ' ' : sign;
        }

        return sign switch
        {
            >= '\uFF01' and <= '\uFF5E' => Fold((char)(sign - 0xFEE0)),
            '\u3000' or '\u00A0' => ' ',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            '\u301C' or '\u223C' => '~',
            _ => script.Standard(sign),
        };
    }
}
