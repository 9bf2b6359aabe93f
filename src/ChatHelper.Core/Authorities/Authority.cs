namespace ChatHelper.Core.Authorities;

/// <summary>A body that takes reports or gives help. Its name is the line <c>authority.ID</c>; what it can and cannot do, and
/// what to bring, the lines <c>authority.ID.can</c>, <c>.cannot</c> and <c>.bring</c>.</summary>
/// <param name="Id">Name in conditions, routes and filings, such as <c>police</c> or <c>12378</c>.</param>
/// <param name="Channel">Code of the channel it belongs to (<c>C02</c>).</param>
/// <param name="Checked">How well what is told of it is known.</param>
public sealed record Authority(string Id, string Channel, Checked Checked)
{
    /// <summary>Names of its numbers and addresses, as texts name them.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Choice ids of <c>lender-type</c> whose matters it takes; empty when the lender does not matter.</summary>
    public IReadOnlyList<string> Lenders { get; init; } = [];

    /// <summary>Choice ids of <c>what-they-did</c> that it takes; empty when the conduct does not matter.</summary>
    public IReadOnlyList<string> Conduct { get; init; } = [];

    /// <summary>Choice ids of <c>lender-type</c> for which it is the wrong place; why is the line <c>authority.ID.not-for</c>.</summary>
    public IReadOnlyList<string> NotFor { get; init; } = [];

    /// <summary>Authorities to go to first.</summary>
    public IReadOnlyList<Prerequisite> NeedsFirst { get; init; } = [];

    /// <summary>Most characters of its form; 0 when not known.</summary>
    public int Longest { get; init; }

    /// <summary>Attachments it wants, each the line <c>attachment.NAME</c>.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Its hours are known and stand in the line <c>authority.ID.hours</c>; else they differ by place.</summary>
    public bool HoursKnown { get; init; }

    /// <summary>Letters that fit.</summary>
    public IReadOnlyList<string> Letters { get; init; } = [];

    /// <summary>Time limits.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>File it stands in.</summary>
    public string File { get; init; } = "authorities.yaml";

    /// <summary>Line in that file.</summary>
    public int Line { get; init; }
}

/// <summary>Another authority that comes first.</summary>
/// <param name="Authority">Its id.</param>
/// <param name="ByLaw">True: the law asks for it. False: it is merely sensible, and said to be so.</param>
public sealed record Prerequisite(string Authority, bool ByLaw);
