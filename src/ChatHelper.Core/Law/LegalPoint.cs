using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Law;

/// <summary>A point of law by the name letters and statements use, whatever number carries it on a given day.</summary>
/// <param name="Id">Name such as <c>disturbing-peace</c>.</param>
/// <param name="OnReportDay">True for a duty of the receiving office: the law of the day of the report counts, not that of the conduct.</param>
/// <param name="Strands">What carries it, side by side.</param>
/// <param name="File">File inside the pack.</param>
/// <param name="Line">Line in the file.</param>
internal sealed record LegalPoint(string Id, bool OnReportDay, IReadOnlyList<Strand> Strands, string File, int Line);

/// <summary>Articles that follow each other in time, the next taking over where the one before ends.</summary>
internal sealed record Strand(IReadOnlyList<Citation> Citations, bool GapDeclared, bool OverlapDeclared, int Line)
{
    // A text that replaced another, or was replaced, is the wrong one for some days; the others have stood for years.
    internal bool DateMatters =>
        Citations.Any(one => one.Article.To is not null || one.Statute.SuccessorOf is not null);

    internal IReadOnlyList<Citation> During(DateSpan days) =>
        [.. Citations.Where(one => days.Meets(one.Article.From, one.Article.To))];

    internal bool Holds(LocalDate day) => During(new DateSpan(day, day)).Count > 0;
}
