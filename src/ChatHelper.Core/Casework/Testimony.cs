using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Casework;

/// <summary>What a person who was called told, in their own words, through a link of their own. Part of the case only after
/// both, they and the person it is about, have agreed.</summary>
/// <param name="No">Number within the case.</param>
/// <param name="GivenAt">When they told it, UTC.</param>
public sealed record Testimony(int No, DateTimeOffset GivenAt)
{
    /// <summary>How they stand to the person, in their words; empty when not told.</summary>
    public string Relation { get; init; } = "";

    /// <summary>When it happened, canonical form; empty when not told.</summary>
    public string At { get; init; } = "";

    /// <summary>How exact <see cref="At"/> is.</summary>
    public Precision Precision { get; init; }

    /// <summary>When it happened, in their words; empty when not told.</summary>
    public string AtTold { get; init; } = "";

    /// <summary>Number that called, canonical; empty when not told.</summary>
    public string Caller { get; init; } = "";

    /// <summary>What was said, in their words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Number of the evidence item with their picture; null without one.</summary>
    public int? Evidence { get; init; }

    /// <summary>Number of the diary entry made of it; null while there is none.</summary>
    public int? Diary { get; init; }
}
