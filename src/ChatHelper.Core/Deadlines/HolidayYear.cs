using ChatHelper.Core.Authorities;
using NodaTime;

namespace ChatHelper.Core.Deadlines;

/// <summary>What is not as the weekday says, in one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rest">Holidays, weekends among them included.</param>
/// <param name="Work">Make-up days: weekends on which offices work.</param>
/// <param name="Provisional">Only the fixed statutory holidays: the arrangement is not announced yet.</param>
/// <param name="Checked">How and when it was checked.</param>
/// <param name="File">File of the pack.</param>
internal sealed record HolidayYear(
    int Year, IReadOnlySet<LocalDate> Rest, IReadOnlySet<LocalDate> Work, bool Provisional, Checked Checked, string File)
{
    /// <summary>Whether an exceptional day is worked; null for a day that is as its weekday says.</summary>
    public bool? Exception(LocalDate day) => Rest.Contains(day) ? false : Work.Contains(day) ? true : null;
}
