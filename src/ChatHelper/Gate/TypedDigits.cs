namespace ChatHelper.Gate;

/// <summary>Digits that somebody typed, with the spaces and dashes that phones put between them.</summary>
internal static class TypedDigits
{
    public const int OfCode = 16;
    private const int Longest = 60, ShortestPin = 4, LongestPin = 8;

    /// <summary>The digits of a text that is nothing else; empty for any other text.</summary>
    public static string Of(string text)
    {
        if (text.Length > Longest)
        {
            return "";
        }

        var digits = new List<char>(text.Length);
        foreach (var sign in text)
        {
            if (char.IsDigit(sign) && char.GetNumericValue(sign) is var value and >= 0)
            {
                digits.Add((char)('0' + (int)value));
            }
            else if (!char.IsWhiteSpace(sign) && sign is not ('-' or '\u2013' or '\u2014' or '\uFF0D' or '\u00B7'))
            {
                return "";
            }
        }

        return string.Concat(digits);
    }

    public static bool IsCode(string digits) => digits.Length == OfCode;

    /// <summary>Long enough to be meant as a code.</summary>
    public static bool MayBeCode(string digits) => digits.Length > LongestPin;

    public static bool IsPin(string digits) => digits.Length is >= ShortestPin and <= LongestPin;

    /// <summary>As it is read most easily.</summary>
    public static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(four => new string(four)));
}
