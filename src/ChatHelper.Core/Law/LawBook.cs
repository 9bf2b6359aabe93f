using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Law;

/// <summary>The law of one pack: its texts, and the points of law that pick an article by the date of the conduct.</summary>
public sealed class LawBook
{
    /// <summary>Line that goes with citations chosen without a date: the law in force today is given.</summary>
    public const string DateUnknownLine = "law.note.date-unknown";

    /// <summary>Line that goes with citations of an old and a new text: the office decides which applies.</summary>
    public const string StraddlesLine = "law.note.straddles";

    /// <summary>Line that closes every text with citations: the wording in force prevails.</summary>
    public const string CurrentTextLine = "law.current-text";

    private readonly Dictionary<string, LegalPoint> _points;

    internal LawBook(IReadOnlyList<Article> articles, IReadOnlyList<LegalPoint> points)
    {
        Articles = articles;
        PointList = points;
        _points = points.ToDictionary(point => point.Id, StringComparer.Ordinal);
    }

    /// <summary>Every article, by file and then as written there.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Names of all points, as written in <c>law/points.yaml</c>.</summary>
    public IEnumerable<string> Points => PointList.Select(point => point.Id);

    /// <summary>Ids of the lines that citations and notes of this law need in every language.</summary>
    public IEnumerable<string> LineIds => PointList
        .SelectMany(point => point.Strands)
        .SelectMany(strand => strand.Citations, (_, citation) => citation.LineId)
        .Concat([DateUnknownLine, StraddlesLine, CurrentTextLine])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    internal IReadOnlyList<LegalPoint> PointList { get; }

    /// <summary>Reads <c>law/*.yaml</c> of a pack. Faults that need no date are reported: CH0401, CH0402, CH0403, CH0405, CH0406.</summary>
    public static LawBook Read(PackSource pack, Diagnostics diagnostics) => LawReader.Read(pack, diagnostics);

    /// <summary>True when the pack has a point of this name.</summary>
    public bool Has(string point) => _points.ContainsKey(point);

    /// <summary>What carries a point for a conduct. Conduct on both sides of a revision cites both texts; without a date
    /// the law in force today is cited; both come with a note. A point nobody wrote has no citations (CH0407 at the start).</summary>
    /// <param name="point">Name of the point.</param>
    /// <param name="conduct">Days of the conduct in Asia/Shanghai; null when unknown.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    public Cited Cite(string point, DateSpan? conduct, LocalDate today)
    {
        if (!_points.TryGetValue(point, out var legal))
        {
            return new Cited([], null);
        }

        var known = legal.OnReportDay ? new DateSpan(today, today) : conduct;
        var days = known ?? new DateSpan(today, today);
        var strands = legal.Strands.Select(strand => strand.During(days)).ToList();
        var note = known is not null ? strands.Any(found => found.Count > 1) ? StraddlesLine : null
            : legal.Strands.Any(strand => strand.DateMatters) ? DateUnknownLine : null;
        return new Cited([.. strands.SelectMany(found => found).Distinct()], note);
    }

    /// <summary>Why a point cites this article in this version.</summary>
    /// <param name="point">Name of the point.</param>
    /// <param name="citation">One of its citations.</param>
    /// <param name="conduct">Days of the conduct in Asia/Shanghai; null when unknown.</param>
    public CitedBecause Because(string point, Citation citation, DateSpan? conduct)
    {
        var legal = _points.GetValueOrDefault(point);
        var strand = legal?.Strands.FirstOrDefault(strand => strand.Citations.Contains(citation));
        return strand is not { DateMatters: true } ? CitedBecause.Standing
            : legal!.OnReportDay ? CitedBecause.ReportDay
            : conduct is null ? CitedBecause.DateUnknown
            : strand.During(conduct).Count > 1 ? CitedBecause.Straddles
            : CitedBecause.Conduct;
    }

    /// <summary>Reports what a date makes wrong: an article past its <c>review_by</c> (CH0404), a point nothing carries today (CH0408).</summary>
    public void Prove(LocalDate today, Diagnostics diagnostics) => LawProof.Prove(this, today, diagnostics);
}
