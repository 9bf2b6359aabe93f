namespace ChatHelper.Core.Casework;

/// <summary>An item that the person had us remove: its bytes, name, size and words are gone. What remains shows that there was
/// an entry and when it was removed, so that the chain still holds, and tells nothing of what it was.</summary>
/// <param name="No">Number of this entry within the case.</param>
/// <param name="Of">Number that the removed item had.</param>
/// <param name="At">When it was removed, by our clock, UTC.</param>
public sealed record Withdrawal(int No, int Of, DateTimeOffset At)
{
    /// <summary>Digest of the removed item's fields (<see cref="EvidenceChain.Leaf(EvidenceItem)"/>), lower-case hexadecimal.</summary>
    public string Leaf { get; init; } = "";

    /// <summary>Link that the removed item had.</summary>
    public string LinkOf { get; init; } = "";

    /// <summary>Link of this entry.</summary>
    public string Link { get; init; } = "";
}
