namespace ChatHelper.Core.Facts;

/// <summary>What a pack says of one fact (<c>facts.yaml</c>). Its label is the line <c>fact.NAME</c>.</summary>
/// <param name="Name">Such as <c>first-incident</c>.</param>
/// <param name="Kind">Canonical form of its value: one, many, list, text, when, amount, phone, count, file.</param>
/// <param name="Choices">Choice ids it may hold; empty for other kinds.</param>
/// <param name="OnCard">Shown on the confirm card.</param>
/// <param name="PassedOn">Part of the summary that a volunteer gets.</param>
/// <param name="File">File it is declared in.</param>
/// <param name="Line">Line in that file.</param>
public sealed record FactDeclaration(
    string Name, string Kind, IReadOnlyList<string> Choices, bool OnCard, bool PassedOn, string File, int Line)
{
    /// <summary>The words that answer it are about it alone: no other fact is heard in them (an hour, a phrase to be shown).</summary>
    public bool Alone { get; init; }

    /// <summary>Dialog that takes it up when it is heard in free words; null: it is only kept.</summary>
    public string? Starts { get; init; }

    /// <summary>Outlives the time for which a talk is kept: what a reminder needs in order to come.</summary>
    public bool Kept { get; init; }

    /// <summary>Money, names, places, health or files: kept only with a consent of its own.</summary>
    public bool Sensitive { get; init; }

    /// <summary>A day still to come (when repaying begins): a date without a year points forward.</summary>
    public bool Ahead { get; init; }

    /// <summary>A day that has been: one still to come is asked about, not kept.</summary>
    public bool Past { get; init; }

    /// <summary>The fact that holds the day on which this number of days was told, so that it can grow with the days; null: it does not.</summary>
    public string? ToldOn { get; init; }

    /// <summary>Kinds that gather: a new value is added to the earlier ones instead of replacing them.</summary>
    public bool Gathers => Kind is "many" or "list" or "phone" or "file";

    /// <summary>Whether a fact stored under another version of the pack can stand here: a silence always, a pick only while
    /// each of its choices exists.</summary>
    public bool CanHold(Fact fact) => !fact.IsKnown || Choices.Count == 0 || Kind is not ("one" or "many") || fact.Entries.All(Choices.Contains);
}
