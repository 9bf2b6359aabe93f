using System.Text.RegularExpressions;

namespace ChatHelper.Core.Lines.Tone;

/// <summary>Phrases of one kind. What <paramref name="Spare"/> finds is fine and is taken out before looking.</summary>
internal sealed record ToneRule(ToneKind Kind, Regex Find, Regex Spare, string? Say)
{
    /// <summary>The first phrase found; null when there is none. A pattern that takes too long finds nothing, its bad example included.</summary>
    public string? In(string text)
    {
        try
        {
            return Find.IsMatch(text) && Find.Match(Spare.Replace(text, " ")) is { Success: true } found ? found.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The text without what the rule finds.</summary>
    public string Without(string text) => In(text) is { Length: > 1 } words ? Without(text.Replace(words, " ", StringComparison.Ordinal)) : text;
}

/// <summary>A word of the trade, and plain words of which one must stand beside it.</summary>
internal sealed record Jargon(string Word, IReadOnlyList<string> Plain);

/// <summary>A text that a rule lets pass, and why.</summary>
internal sealed record ToneException(string Line, string Rule, string File, int At);

/// <summary>How much one message may hold; 0: no limit.</summary>
internal sealed record ToneLimits(int Characters = 0, int Sentences = 0, int Questions = 0, int Numbers = 0);

/// <summary>What a text does that it should not.</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Rule">Name of the rule, as an exception names it.</param>
/// <param name="Message">What was found, and what to write instead where the rule says so.</param>
internal sealed record ToneFault(string Code, string Rule, string Message);
