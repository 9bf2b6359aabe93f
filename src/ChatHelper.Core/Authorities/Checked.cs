using ChatHelper.Core.Content;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Authorities;

/// <summary>How well something said of an authority is known.</summary>
public enum Mark
{
    /// <summary>Read in a verbatim copy of the official text.</summary>
    A,

    /// <summary>Reported by the press or an official page: good for the fact.</summary>
    B,

    /// <summary>Said by a poor page only.</summary>
    C,

    /// <summary>No source found.</summary>
    U,
}

/// <summary>How something is known, since when, and until when that may be relied on.</summary>
/// <param name="Mark">How well it is known.</param>
/// <param name="VerifiedOn">Day of the last check.</param>
/// <param name="ReviewBy">Last day on which that check holds.</param>
public sealed record Checked(Mark Mark, LocalDate VerifiedOn, LocalDate ReviewBy)
{
    /// <summary>How it must be worded: <c>past-review</c> or <c>unchecked</c>, the end of the id of a line that says so; null when
    /// it may be told as it stands.</summary>
    /// <param name="today">Today in the pack's zone.</param>
    public string? Caution(LocalDate today) => ReviewBy < today ? "past-review" : Mark is Mark.C or Mark.U ? "unchecked" : null;

    /// <summary>Reads <c>mark</c>, <c>verified_on</c> and <c>review_by</c>; what is missing or no day is reported (CH0802).</summary>
    internal static Checked Read(Node node)
    {
        if (Enum.TryParse<Mark>(node.Text("mark"), out var mark) && Day(node, "verified_on") is { } on && Day(node, "review_by") is { } by)
        {
            return new Checked(mark, on, by);
        }

        node.Report(Codes.NotChecked, "'mark' (A, B, C or U), 'verified_on' and 'review_by' (days) must stand here");
        return new Checked(Mark.U, LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
    }

    private static LocalDate? Day(Node node, string key) =>
        LocalDatePattern.Iso.Parse(node.Text(key) ?? "") is { Success: true } day ? day.Value : null;
}
