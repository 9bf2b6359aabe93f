namespace ChatHelper.Core.Exports;

/// <summary>One part of a copy of everything held about a person.</summary>
/// <param name="Day">The person's day on which they asked, <c>2026-11-22</c>.</param>
/// <param name="No">Number of the part, from 1; the first holds what is not a file.</param>
/// <param name="Of">Number of parts.</param>
/// <param name="Files">Ids of the kept files in it.</param>
public sealed record ExportPart(string Day, int No, int Of, IReadOnlyList<string> Files);
