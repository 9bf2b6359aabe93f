using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Audit;

/// <summary>Entries of the desk as the person may read them: who by role and pseudonym, what as <c>DEED CASE</c>, for a shown
/// field as <c>revealed CASE FIELD why</c>.</summary>
internal static class Looks
{
    private const int Field = 2, Reason = 3;

    public static IReadOnlyList<Look> Of(IEnumerable<AuditEntry> entries) => [.. entries.Select(Of)];

    private static Look Of(AuditEntry entry)
    {
        var (who, what) = (entry.Who.Split(' ', 2), entry.What.Split(' ', Reason + 1));
        return new Look(Instant.FromUnixTimeMilliseconds(entry.At), who[0], who.Length > 1 ? who[1] : "", what[0])
        {
            Field = what.Length > Field ? what[Field] : "",
            Reason = what.Length > Reason ? what[Reason] : "",
        };
    }
}
