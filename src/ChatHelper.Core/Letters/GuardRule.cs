using System.Text.RegularExpressions;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Letters;

/// <summary>Words that a letter may say only when something known carries them, or never.</summary>
/// <param name="Name">Its name, for the author and the log.</param>
/// <param name="Says">The words, as patterns.</param>
/// <param name="If">What carries them; null: nothing ever does.</param>
/// <param name="Beside">Words that, in the same sentence, make it no claim ("please keep the recordings").</param>
/// <param name="In">Ids of the letters it holds for, those of a family by their beginning; empty: all.</param>
/// <param name="NotIn">Ids of letters it does not hold for.</param>
/// <param name="Line">Line in its file.</param>
internal sealed record GuardRule(
    string Name,
    IReadOnlyList<Regex> Says,
    Condition? If,
    IReadOnlyList<Regex> Beside,
    IReadOnlyList<string> In,
    IReadOnlyList<string> NotIn,
    int Line)
{
    public bool IsFor(string letter) =>
        (In.Count == 0 || In.Any(id => Covers(id, letter))) && !NotIn.Any(id => Covers(id, letter));

    public bool Finds(string words) => Says.Any(pattern => pattern.IsMatch(words));

    public bool Claims(string sentence) => Finds(sentence) && !Beside.Any(pattern => pattern.IsMatch(sentence));

    // D12 covers D12a and D12a-brief, D1 does not cover D12.
    private static bool Covers(string id, string letter) =>
        letter.StartsWith(id, StringComparison.Ordinal) && (letter.Length == id.Length || !char.IsAsciiDigit(letter[id.Length]));
}

/// <summary>A sentence that a letter may not say.</summary>
/// <param name="Code">CH0310 for a claim that nothing carries, CH0311 for words that are never said.</param>
/// <param name="Letter">Id of the letter.</param>
/// <param name="Rule">Name of the rule in <c>letters/guard.yaml</c>.</param>
/// <param name="Sentence">The template's own words; what a person said is left out of it.</param>
public sealed record Breach(string Code, string Letter, string Rule, string Sentence);
