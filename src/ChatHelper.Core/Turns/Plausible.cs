using System.Globalization;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>What can hardly be meant: a day to come where one that has been is asked for, a day before there were such lenders,
/// money and counts beyond reason. It is said back and asked again, never kept and never put right in silence.</summary>
internal static class Plausible
{
    private const int FirstYear = 2000, YearsAhead = 5;
    private const decimal MostMoney = 100_000_000, MostTimes = 100_000;

    /// <summary>Id of the line that says what is doubtful; null when nothing is.</summary>
    public static string? Doubt(FactDeclaration declared, Fact fact, LocalDate today) => (declared.Kind, fact.IsKnown) switch
    {
        ("when", true) when DateSpan.Read(fact.Value) is { } span =>
            span.From.Year < FirstYear ? "doubt.long-ago"
            : (declared.Past && span.From > today) || span.To.Year > today.Year + YearsAhead ? "doubt.future"
            : null,
        ("amount", true) when Largest(fact) > MostMoney => "doubt.amount",
        ("count", true) when Largest(fact) > MostTimes => "doubt.count",
        _ => null,
    };

    // "5000+", "<10000", "20~30", "7/day": the largest number in it.
    private static decimal Largest(Fact fact) => fact.Value.Split(['|', '~', '+', '<', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => decimal.TryParse(part, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number
            : part.Length > 28 && part.All(char.IsAsciiDigit) ? decimal.MaxValue : 0)
        .DefaultIfEmpty().Max();
}
