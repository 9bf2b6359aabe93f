namespace ChatHelper.Core.Law;

/// <summary>How binding a text is; people must be able to tell these apart.</summary>
public enum StatuteKind
{
    /// <summary>A law of the National People's Congress or its Standing Committee.</summary>
    Statute,

    /// <summary>A regulation of the State Council.</summary>
    Regulation,

    /// <summary>A rule of a ministry, such as the police procedure.</summary>
    DepartmentalRule,

    /// <summary>A rule or notice of the financial regulator for the institutions it supervises.</summary>
    SupervisoryRule,

    /// <summary>An interpretation of the highest court or procuratorate.</summary>
    JudicialInterpretation,

    /// <summary>A recommended national standard (GB/T): nobody must follow it.</summary>
    RecommendedStandard,

    /// <summary>A guideline of an association for its members.</summary>
    SelfRegulation,
}

/// <summary>One text of one law: a revised law with new article numbers is a statute of its own.</summary>
/// <param name="Id">Id such as <c>psapl_2025</c>.</param>
/// <param name="Name">Official name, without brackets.</param>
/// <param name="Short">Name as people say it, for chat.</param>
/// <param name="Edition">Which text of the law, or the number of a standard; empty when there is only one.</param>
/// <param name="Kind">How binding it is.</param>
/// <param name="SuccessorOf">Id of the text it replaced; null for none.</param>
public sealed record Statute(string Id, string Name, string Short, string Edition, StatuteKind Kind, string? SuccessorOf);
