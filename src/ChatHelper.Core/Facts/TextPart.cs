using System.Text;

namespace ChatHelper.Core.Facts;

/// <summary>What stands behind a masked piece of a text.</summary>
public enum Hidden
{
    /// <summary>Nothing is masked.</summary>
    Nothing,

    /// <summary>A telephone number: mobile, landline or with a country code.</summary>
    Phone,

    /// <summary>An identity number: 18 digits, or 17 and X.</summary>
    Identity,

    /// <summary>A number as long as that of a bank card or an account.</summary>
    Card,

    /// <summary>An address of electronic mail.</summary>
    Mail,

    /// <summary>Seven digits or more in a row that are none of these.</summary>
    Digits,
}

/// <summary>A piece of a text, for readers who may not see everything at once.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Shown">The same where nothing is hidden, else enough to recognise and too little to use.</param>
/// <param name="Kind">What is hidden.</param>
public sealed record TextPart(string Text, string Shown, Hidden Kind)
{
    private const int ShortestRow = 7;
    private const int Mobile = 11, Identity = 18, ShortestCard = 13;

    /// <summary>Cuts a text into what may be shown and what is masked: the numbers of <see cref="Masked.All"/>, any other row of
    /// seven digits or more, and mail addresses. The texts of all pieces together are the text again. Never throws.</summary>
    public static IReadOnlyList<TextPart> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TextPart> parts = [];
        var from = 0;
        foreach (var (start, end) in Mails(text))
        {
            Numbers(text[from..start], parts);
            parts.Add(new TextPart(text[start..end], $"{text[start]}***{text[text.IndexOfAny(At, start)..end]}", Hidden.Mail));
            from = end;
        }

        Numbers(text[from..], parts);
        return parts;
    }

    private static readonly char[] At = ['@', '\uFF20'];

    private static void Numbers(string text, List<TextPart> parts)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var (end, digits) = Masked.Run(text, at);
            var kind = KindOf(digits, end - at);
            if (kind == Hidden.Nothing)
            {
                end = Math.Max(end, at + 1);
                plain.Append(text, at, end - at);
            }
            else
            {
                Plain(plain, parts);
                parts.Add(new TextPart(text[at..end], Masked.Personal(digits) ? Masked.Shown(digits) : $"{digits[0]}****{digits[^2..]}", kind));
            }

            at = end;
        }

        Plain(plain, parts);
    }

    private static void Plain(StringBuilder plain, List<TextPart> parts)
    {
        if (plain.Length > 0)
        {
            parts.Add(new TextPart($"{plain}", $"{plain}", Hidden.Nothing));
            plain.Clear();
        }
    }

    private static Hidden KindOf(string digits, int length) =>
        Masked.AreaLength(digits) > 0 || IsMobile(digits) ? Hidden.Phone
        : digits.Length == Identity ? Hidden.Identity
        : digits.Length >= ShortestCard ? Hidden.Card
        : Masked.Personal(digits) || (digits.Length >= ShortestRow && digits.Length == length) ? Hidden.Digits
        : Hidden.Nothing;

    private static bool IsMobile(string digits) => digits.Length >= Mobile && digits[^Mobile] == '1' && digits[^(Mobile - 1)] >= '3'
        && digits[..^Mobile] is "" or "86" or "086" or "0086";

    private static IEnumerable<(int Start, int End)> Mails(string text)
    {
        var from = 0;
        for (var at = text.IndexOfAny(At); at >= 0; at = at + 1 < text.Length ? text.IndexOfAny(At, at + 1) : -1)
        {
            var (start, end) = (at, at + 1);
            while (start > from && OfMail(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length && OfMail(text[end]))
            {
                end++;
            }

            if (start < at && text.AsSpan(at + 1, end - at - 1).Trim('.').Contains('.'))
            {
                yield return (start, end);
                (from, at) = (end, end - 1);
            }
        }
    }

    private static bool OfMail(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-' or '+' or '%';
}
