namespace ChatHelper.Core.Law;

/// <summary>A reference to an article, or to a clause of it, as a letter or a statement makes it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Clause">Paragraph and item in words; empty for the whole article.</param>
public sealed record Citation(Article Article, string Clause)
{
    /// <summary>The text it stands in.</summary>
    public Statute Statute => Article.Statute;

    /// <summary>How binding it is.</summary>
    public StatuteKind Kind => Article.Statute.Kind;

    /// <summary>False when the wording is known at second hand only and must be said so.</summary>
    public bool Verified => Article.Verified;

    /// <summary>Id of the line that words this citation: <c>law.citation</c>, then the kind unless it is a statute
    /// (<c>.standard</c>, <c>.self-regulation</c>, <c>.supervisory-rule</c>, …), then <c>.press</c> or <c>.copy</c> when unverified.</summary>
    public string LineId => "law.citation" + KindPart + (Verified ? "" : "." + Article.KnownFrom);

    private string KindPart => Kind switch
    {
        StatuteKind.Statute => "",
        StatuteKind.Regulation => ".regulation",
        StatuteKind.DepartmentalRule => ".departmental-rule",
        StatuteKind.SupervisoryRule => ".supervisory-rule",
        StatuteKind.JudicialInterpretation => ".judicial-interpretation",
        StatuteKind.RecommendedStandard => ".standard",
        _ => ".self-regulation",
    };

    /// <summary>The citation in words. The pattern may use <c>{statute}</c>, <c>{edition}</c> and <c>{article}</c>.</summary>
    /// <param name="line">Text of a line by its id, in the reader's language.</param>
    /// <param name="brief">True for chat: the short name of the statute instead of the official one.</param>
    public string Text(Func<string, string> line, bool brief = false) => line(LineId)
        .Replace("{statute}", brief ? Statute.Short : Statute.Name, StringComparison.Ordinal)
        .Replace("{edition}", Statute.Edition, StringComparison.Ordinal)
        .Replace("{article}", Article.Number + Clause, StringComparison.Ordinal);
}

/// <summary>Why an article is cited in this version.</summary>
public enum CitedBecause
{
    /// <summary>It has stood unchanged; no day matters.</summary>
    Standing,

    /// <summary>It was in force on the days of the conduct.</summary>
    Conduct,

    /// <summary>The conduct lies on both sides of a revision; the old and the new text are cited.</summary>
    Straddles,

    /// <summary>The days of the conduct are unknown; the text of today is cited.</summary>
    DateUnknown,

    /// <summary>A duty of the office that receives the report: the text of today counts.</summary>
    ReportDay,
}

/// <summary>What carries a legal point for one conduct.</summary>
/// <param name="Citations">In the order of the pack, each once; empty when nothing was in force then.</param>
/// <param name="NoteLineId">Id of a line that must go with them (date unknown, conduct on both sides of a revision); null for none.</param>
public sealed record Cited(IReadOnlyList<Citation> Citations, string? NoteLineId);
