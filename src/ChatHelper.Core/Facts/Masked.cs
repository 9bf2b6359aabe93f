using System.Globalization;
using System.Text;

namespace ChatHelper.Core.Facts;

/// <summary>Numbers as they may be shown back: enough to recognise, too little to use.</summary>
public static class Masked
{
    private const int ShortestNumber = 11, LongestNumber = 20, MostSeparators = 2;

    /// <summary>A phone value of <see cref="Found"/> with its middle hidden: <c>199****1234</c> for a mobile, gateway or
    /// foreign number, <c>0551-******11</c> for a landline. Short numbers, beginnings and <c>HIDDEN</c> name no person and stay.</summary>
    public static string Phone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var dash = phone.IndexOf('-', StringComparison.Ordinal);
        if (phone.StartsWith('0') && dash is 3 or 4 && phone.Length > dash + 3)
        {
            return string.Concat(phone.AsSpan(0, dash + 1), new string('*', phone.Length - dash - 3), phone.AsSpan(phone.Length - 2));
        }

        return phone.Length > 8 && phone.All(sign => char.IsAsciiDigit(sign) || sign is '+') ? Middle(phone) : phone;
    }

    /// <summary>The text with every phone number, identity number (18 digits, or 17 and X) and bank number (13 to 19 digits)
    /// masked, spaces and hyphens between digits included. Everything else is left as it stands. Never throws.</summary>
    public static string All(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (end, digits) = Run(text, at);
            if (digits.Length == 0)
            {
                masked.Append(text[at++]);
                continue;
            }

            masked.Append(Personal(digits) ? Shown(digits) : text.AsSpan(at, end - at));
            at = end;
        }

        return masked.ToString();
    }

    internal static string Shown(string digits) => AreaLength(digits) is var area and > 0
        ? Phone($"{digits[..area]}-{digits[area..]}")
        : Middle(digits);

    private static string Middle(string digits) =>
        string.Concat(digits.AsSpan(0, 3), "****", digits.AsSpan(digits.Length - 4));

    internal static bool Personal(string digits) => AreaLength(digits) > 0 || digits.Length >= ShortestNumber;

    internal static int AreaLength(string digits) => digits is ['0', var second, ..] && digits.Length is 10 or 11 or 12
        ? second is '1' or '2' ? 3 : 4
        : 0;

    // Digit groups held together by a space, a hyphen or the like. A run ends with the group that completes a number, so
    // that two numbers written side by side are masked apart.
    internal static (int End, string Digits) Run(string text, int start)
    {
        var digits = new StringBuilder();
        var end = start;
        for (var at = start; at < text.Length && at - end <= MostSeparators; at++)
        {
            if (Digit(text[at]) is { } digit)
            {
                digits.Append(digit);
                end = at + 1;
            }
            else if (digits.Length == 0 || !Separates(text[at]) || Complete(digits.ToString()))
            {
                break;
            }
        }

        if (digits.Length == 17 && end < text.Length && text[end] is 'X' or 'x')
        {
            digits.Append(text[end++]);
        }

        return (end, digits.ToString());
    }

    private static bool Complete(string digits) => digits.Length >= LongestNumber
        || (digits.Length == ShortestNumber && digits[0] == '1' && digits[1] >= '3')
        || (digits.Length >= ShortestNumber && AreaLength(digits) > 0);

    private static bool Separates(char sign) => sign is ' ' or '-' or '.' or '_' or '\u00A0' or '\u3000' or '\u00B7' or '(' or ')'
        || char.GetUnicodeCategory(sign) == UnicodeCategory.Format; // signs of no width

    private static char? Digit(char sign) => sign switch
    {
        >= '0' and <= '9' => sign,
        >= '\uFF10' and <= '\uFF19' => (char)(sign - '\uFF10' + '0'),
        _ => null,
    };
}
