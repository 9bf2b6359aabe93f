using ChatHelper.Core.Authorities;
using ChatHelper.Core.Crisis;
using NodaTime;

namespace ChatHelper.Core.Dialogs;

/// <summary>A telephone number or address that texts name as <c>{number.12348}</c>.</summary>
/// <param name="Id">Name after the dot.</param>
/// <param name="Text">What is shown.</param>
/// <param name="ReviewBy">Last day on which its check still holds.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Line">Line in that file.</param>
public sealed record KnownNumber(string Id, string Text, LocalDate ReviewBy, string File, int Line)
{
    /// <summary>How well it is known.</summary>
    public Mark Mark { get; init; } = Mark.B;

    /// <summary>How it must be worded, as <see cref="Checked.Caution"/>; null when it may stand alone. Numbers of danger to life always do.</summary>
    /// <param name="today">Today in the pack's zone.</param>
    public string? Caution(LocalDate today) =>
        File == NumberBook.CrisisFile ? null : new Checked(Mark, ReviewBy, ReviewBy).Caution(today);
}

/// <summary>The numbers of danger to life, as texts name them.</summary>
internal static class NumberBook
{
    public const string CrisisFile = "crisis.yaml";

    public static Dictionary<string, KnownNumber> Of(CrisisPlan crisis) => crisis.Numbers.ToDictionary(
        number => number.Id,
        number => new KnownNumber(number.Id, number.Digits, LocalDate.FromDateOnly(number.ReviewBy), CrisisFile, number.Line),
        StringComparer.Ordinal);
}
