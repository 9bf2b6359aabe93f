using NodaTime;

namespace ChatHelper.Core.Law;

/// <summary>One article of one text, with the days on which it was in force under this number.</summary>
/// <param name="Id">Id such as <c>psapl_2025.50</c>.</param>
/// <param name="Statute">The text it stands in.</param>
/// <param name="Number">The number in words as it is cited; empty when only the text as a whole is known.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is in force.</param>
/// <param name="Text">The exact text; empty when it was not obtained.</param>
/// <param name="Verified">True when the text was read in a verbatim copy of the official one.</param>
/// <param name="KnownFrom">Where an unverified one is known from: <c>press</c> (reports only) or <c>copy</c> (a reprint); empty when verified.</param>
/// <param name="Source">Where it was read, for the reviewer.</param>
/// <param name="VerifiedOn">Day of that reading.</param>
/// <param name="ReviewBy">Day after which it may not be cited without a new reading.</param>
/// <param name="SuccessorOf">Ids of the articles it replaced.</param>
/// <param name="File">File inside the pack.</param>
/// <param name="Line">Line in the file.</param>
public sealed record Article(
    string Id,
    Statute Statute,
    string Number,
    LocalDate From,
    LocalDate? To,
    string Text,
    bool Verified,
    string KnownFrom,
    string Source,
    LocalDate VerifiedOn,
    LocalDate ReviewBy,
    IReadOnlyList<string> SuccessorOf,
    string File,
    int Line);
