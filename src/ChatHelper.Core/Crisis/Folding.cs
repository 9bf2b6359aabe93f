using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>Brings a message to the one spelling the patterns are written in: lower case, half width, simplified script,
/// clauses parted by a comma, words by one space, and characters pulled apart to dodge a filter joined again.</summary>
internal sealed class Folding(FrozenDictionary<char, char> script)
{
    private const int Longest = HeardPattern.LongestText;
    private const char Clause = ',';
    private const char Gap = ' ';
    private const char Nothing = '\0';

    public string Fold(string text)
    {
        var folded = new StringBuilder(Math.Min(text.Length, Longest) + 1);
        if (text.Length <= Longest)
        {
            Append(folded, text);
        }
        else
        {
            // People end with what weighs most: a long outpouring keeps its beginning and its end.
            Append(folded, text.AsSpan(0, Longest / 2));
            Put(folded, Clause);
            Append(folded, text.AsSpan(text.Length - Longest / 2));
        }

        Join(folded);
        return folded.ToString();
    }

    private void Append(StringBuilder folded, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (One(character) is not Nothing and var one)
            {
                Put(folded, one);
            }
        }
    }

    private static void Put(StringBuilder folded, char one)
    {
        var last = folded.Length == 0 ? Clause : folded[^1];
        if (one is Clause or Gap && last is Clause or Gap)
        {
            if (folded.Length > 0 && one == Clause)
            {
                folded[^1] = Clause;
            }

            return;
        }

        folded.Append(one);
    }

    private char One(char character)
    {
        if (character is >= '\uFF01' and <= '\uFF5E')
        {
            character = (char)(character - 0xFEE0);
        }

        if (char.IsAsciiLetterOrDigit(character))
        {
            return char.ToLowerInvariant(character);
        }

        if (script.TryGetValue(character, out var simple))
        {
            return simple;
        }

        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.Surrogate or UnicodeCategory.OtherSymbol => character,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter => char.ToLowerInvariant(character),
            UnicodeCategory.SpaceSeparator or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
                or UnicodeCategory.MathSymbol => Gap,
            UnicodeCategory.Control when char.IsWhiteSpace(character) => character is '\t' ? Gap : Clause,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Clause,
            UnicodeCategory.OtherPunctuation => character switch
            {
                '\'' or '"' => Nothing,
                '*' or '/' or '\\' or '.' or '#' or '\u00B7' => Gap,
                _ => Clause,
            },
            UnicodeCategory.OtherNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ModifierSymbol => character,
            _ => Nothing,
        };
    }

    // A gap beside a lone character was put there to pull a word apart; between longer words it parts them.
    private static void Join(StringBuilder folded)
    {
        var (write, word) = (0, 0);
        for (var read = 0; read < folded.Length; read++)
        {
            var one = folded[read];
            if (one == Gap && write > 0 && Ideograph(folded[write - 1]) && read + 1 < folded.Length
                && Ideograph(folded[read + 1]) && (word == 1 || Alone(folded, read + 1)))
            {
                word = 0;
                continue;
            }

            word = one is Gap or Clause ? 0 : word + 1;
            folded[write++] = one;
        }

        folded.Length = write;
    }

    private static bool Alone(StringBuilder folded, int at) =>
        at + 1 == folded.Length || folded[at + 1] is Gap or Clause;

    private static bool Ideograph(char character) => character is >= '\u3400' and <= '\u9FFF';
}
