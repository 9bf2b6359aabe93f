namespace ChatHelper.Core.Letters;

/// <summary>A letter with the trace of how it came about.</summary>
/// <param name="Letter">As it is handed out.</param>
/// <param name="Variant">The text that was used.</param>
/// <param name="Trace">Its words and where they came from.</param>
/// <param name="Asked">Facts that decided what is written, whether or not they stand in it.</param>
/// <param name="Sources">What it cites.</param>
internal sealed record LetterDraft(
    Letter Letter, LetterVariant Variant, TracedText Trace, IReadOnlySet<string> Asked, LetterSources Sources);
