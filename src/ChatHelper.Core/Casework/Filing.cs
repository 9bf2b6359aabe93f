using NodaTime;

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

    /// <summary>Day of the last answer, canonical; empty when none came.</summary>
    public string AnsweredOn { get; init; } = "";

    /// <summary>What the answer was, in the person's words; empty when none.</summary>
    public string Answer { get; init; } = "";
}
