using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Casework;

/// <summary>One call, message, post or visit.</summary>
/// <param name="No">Number within the case.</param>
/// <param name="At">When, in the canonical form of <see cref="Found"/> (Asia/Shanghai); empty when not known.</param>
/// <param name="Means">Choice id of the fact <c>how-contacted</c>; empty when not known.</param>
/// <param name="Whom">Choice id of the fact <c>contacts-hit</c>, or <c>me</c>; empty when not known.</param>
public sealed record DiaryEntry(int No, string At, string Means, string Whom)
{
    /// <summary>How exact <see cref="At"/> is.</summary>
    public Precision Precision { get; init; }

    /// <summary>Who got it, in the person's words ("my sister"); empty when not told.</summary>
    public string WhomNamed { get; init; } = "";

    /// <summary>Caller's number in canonical form, an account, or <c>HIDDEN</c>; empty when not known.</summary>
    public string Caller { get; init; } = "";

    /// <summary>What was said or written, in their words; empty when not told.</summary>
    public string Words { get; init; } = "";

    /// <summary>The person knows it only from another's telling.</summary>
    public bool Hearsay { get; init; }

    /// <summary>Seconds of a call; null when not known, 0 when it was not answered.</summary>
    public int? Seconds { get; init; }

    /// <summary>What the person did then; empty when not told.</summary>
    public string Response { get; init; } = "";

    /// <summary>Numbers of the evidence items that show it.</summary>
    public IReadOnlyList<int> Evidence { get; init; } = [];

    /// <summary>Where it comes from: <c>typed</c>, <c>pasted</c>, <c>imported</c> or <c>witness</c>.</summary>
    public string Source { get; init; } = "typed";
}
