namespace ChatHelper.Core.Faq;

/// <summary>What a search for the question behind a message came to.</summary>
/// <param name="Answer">The one question it is; null when there is none, or more than one.</param>
/// <param name="Near">Questions it may be, nearest first, at most three; empty beside an answer.</param>
public sealed record FaqFinding(FaqEntry? Answer, IReadOnlyList<FaqEntry> Near)
{
    /// <summary>Nothing is like it.</summary>
    public static FaqFinding Nothing { get; } = new(null, []);
}
