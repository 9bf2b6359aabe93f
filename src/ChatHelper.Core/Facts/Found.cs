namespace ChatHelper.Core.Facts;

/// <summary>How sure a normalised value is.</summary>
public enum Precision
{
    /// <summary>Said outright.</summary>
    Exact,

    /// <summary>Said with a word such as "about", "more than" or "less than".</summary>
    About,

    /// <summary>A span: the truth lies between two ends, both included.</summary>
    Range,

    /// <summary>Two readings are possible; the person must choose.</summary>
    Ask,
}

/// <summary>Which way a date without a year or week points.</summary>
public enum Tense
{
    /// <summary>Nothing known: the words around the date decide; where they do not, both readings are kept.</summary>
    Unsure,

    /// <summary>Something that happened: the most recent such day, not after now.</summary>
    Past,

    /// <summary>Something still to come: the next such day, not before now.</summary>
    Deadline,
}

/// <summary>One value found in a text.</summary>
/// <remarks>
/// Normalised values, the same everywhere they are stored. Days and times are the person's local ones; weeks run Monday to Sunday.
/// <code>
/// 2026-11-11                                a day
/// 2026-11-11T21:00                          a minute of a day
/// 2026-11-11T21:00~21:59                    a span of time within a day
/// T23:00~23:59, T23:00                      a time on a day that was not told
/// 2026-11-17 AM | PM | evening | night      a part of a day
/// 2026-10-11~2026-10-20                     a range of days
/// 23000                                     yuan, or a count, or days
/// 2.5                                       yuan and fen
/// 5000+   &lt;10000   20~30                    more than, less than, between
/// 7/day   7~8/day   daily                   counts by the day; daily when no number was told
/// 19900001234                               a mobile number
/// 0551-00001111                             a landline number with its area code
/// 10698888123456   95013                    gateway and short numbers
/// +85200001111                              a foreign number
/// 95013*                                    a number of which only the beginning was told
/// HIDDEN                                    a caller who hid the number
/// a|b                                       either-or: all options, likeliest first; precision Ask
/// </code>
/// </remarks>
/// <param name="Raw">The words as typed.</param>
/// <param name="Value">The normalised value, in one of the forms above.</param>
/// <param name="Precision">How sure the value is. "more than" and "less than" are <see cref="Precision.About"/>.</param>
/// <param name="Start">Where <paramref name="Raw"/> begins in the text, in UTF-16 units.</param>
/// <param name="Length">Length of <paramref name="Raw"/>.</param>
/// <param name="Options">The candidate values when the precision is <see cref="Precision.Ask"/>; else empty.</param>
public sealed record Found(string Raw, string Value, Precision Precision, int Start, int Length, IReadOnlyList<string> Options)
{
    /// <summary>Position behind the last character.</summary>
    public int End => Start + Length;
}
