namespace ChatHelper.Core.Casework;

/// <summary>A complaint or report that the person says they have made. The program never makes one.</summary>
/// <param name="No">Number within the case.</param>
/// <param name="Authority">Id in <c>authorities.yaml</c>.</param>
/// <param name="On">Day it was made, as the canonical form of a date fact; empty when not known.</param>
public sealed record Filing(int No, string Authority, string On)
{
    /// <summary>Receipt or case number as told; empty when none.</summary>
    public string CaseNumber { get; init; } = "";

    /// <summary>Letter it was made with; empty when none of ours.</summary>
    public string Letter { get; init; } = "";

    /// <summary>Where it stands: <c>sent</c>, <c>accepted</c>, <c>answered</c>, <c>refused</c>, <c>closed</c>.</summary>
    public string State { get; init; } = "sent";

    /// <summary>What was asked for, in the person's words; empty when not told.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Day on which they took it up or said that they passed it on, canonical; empty when not known.</summary>
    public string AcceptedOn { get; init; } = "";

    /// <summary>The person holds a receipt on paper or screen.</summary>
    public bool Receipt { get; init; }

    /// <summary>Day on which the refusal reached the person, canonical; empty when none did.</summary>
    public string RefusedOn { get; init; } = "";

    /// <summary>How it was refused: <c>paper</c> or <c>word</c>; empty when it was not.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>What the refusal says: <c>criminal</c> (no criminal case), <c>administrative</c>, <c>unsure</c>; empty when it was not.</summary>
    public string RefusalKind { get; init; } = "";

    /// <summary>True while an answer is still awaited.</summary>
    public bool IsOpen => State is "sent" or "accepted";

    /// <summary>Day of the last answer, canonical; empty when none came.</summary>
    public string AnsweredOn { get; init; } = "";

    /// <summary>What the answer was, in the person's words; empty when none.</summary>
    public string Answer { get; init; } = "";
}
