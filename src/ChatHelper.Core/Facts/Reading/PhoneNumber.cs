namespace ChatHelper.Core.Facts.Reading;

/// The shapes of phone numbers of mainland China and their normalised form.
internal static class PhoneNumber
{
    public const string Hidden = "HIDDEN";

    public const int LongestShort = 8;

    private const int LongestGateway = 20, MostGroups = 6;

    /// The number that begins at a group, of as many groups as fit.
    public static (string Value, int Last)? Longest(IReadOnlyList<(int Start, int End, string Digits)> groups, int first)
    {
        (string, int)? longest = null;
        var digits = "";
        for (var last = first; last < groups.Count && last < first + MostGroups && digits.Length <= LongestGateway; last++)
        {
            if (last > first && (IsMobile(groups[last].Digits) || groups[last].Digits[0] == '+'))
            {
                break;
            }

            digits += groups[last].Digits;
            longest = Shape(digits) is { } value ? (value, last) : longest;
            if (longest is not null && (IsMobile(digits) || digits.Length > LongestGateway))
            {
                break;
            }
        }

        return longest;
    }

    /// A bank card or identity number: nobody calls from it.
    public static bool IsCard(IReadOnlyList<(int Start, int End, string Digits)> groups) =>
        groups[0].Digits[0] is not ('0' or '1' or '+') && groups.Sum(group => group.Digits.Length) is >= 15 and <= 19
        && !groups.Any(group => IsMobile(group.Digits)) && !groups[0].Digits.StartsWith("95", StringComparison.Ordinal)
        && !groups[0].Digits.StartsWith("96", StringComparison.Ordinal)
        && !groups[0].Digits.StartsWith("86", StringComparison.Ordinal);

    private static string? Shape(string digits) => Foreign(Home(digits)) ?? Home(digits) switch
    {
        var mobile when IsMobile(mobile) => mobile,
        ['0', '1' or '2', ..] far and { Length: 11 } => $"{far[..3]}-{far[3..]}",
        ['0', >= '3' and <= '9', ..] far and { Length: 11 or 12 } => $"{far[..4]}-{far[4..]}",
        ['1', '0', '6', ..] gateway and { Length: >= 7 and <= LongestGateway } => gateway,
        ['9', '5' or '6', ..] service and { Length: >= 5 and <= LongestGateway } => service,
        ['4' or '8', '0', '0', ..] free and { Length: 10 } => free,
        ['1', '0', '0', _, _] carrier => carrier,
        ['1', '2', '1' or '3', _, _] hotline => hotline,
        _ => null,
    };

    private static string Home(string digits) =>
        digits.StartsWith("+86", StringComparison.Ordinal) ? Rest(digits, 3)
        : digits.StartsWith("0086", StringComparison.Ordinal) ? Rest(digits, 4)
        : digits.StartsWith("86", StringComparison.Ordinal) && digits.Length == 13 ? digits[2..]
        : digits.StartsWith("01", StringComparison.Ordinal) && IsMobile(digits[1..]) ? digits[1..]
        : digits;

    // Abroad the leading zero of the area code is dropped.
    private static string Rest(string digits, int prefix) => digits[prefix..] is { Length: 10 or 11 } rest
        && rest[0] is >= '1' and <= '9' && !IsMobile(rest) && rest is not ['1', '0', ..] and not ['4' or '8', '0', '0', ..] ? "0" + rest
        : digits[prefix..] is ['1', '0', .. { Length: 8 }] capital ? "0" + capital : digits[prefix..];

    private static string? Foreign(string digits) => digits switch
    {
        ['+', ..] and { Length: >= 8 and <= 17 } => digits,
        ['0', '0', >= '1' and <= '9', ..] and { Length: >= 10 and <= 18 } => "+" + digits[2..],
        _ => null,
    };

    private static bool IsMobile(string digits) => digits is ['1', >= '3' and <= '9', ..] and { Length: 11 };
}
