using System.Collections.Frozen;

namespace ChatHelper.Core.Crisis;

/// <summary>What a person may tell during a crisis beyond signs: yes, no, somebody's name, a step taken. A pressed choice is heard
/// as the cue it stands for.</summary>
internal sealed class Hearing(Lexicon lexicon, IReadOnlyList<Cue> cues, IReadOnlyDictionary<string, string> choices)
{
    public const string Affirms = "affirms";
    public const string Denies = "denies";
    public const string OwnThought = "own-thought";
    public const string Safe = "safe";
    public const string WantsOn = "wants-on";

    /// <summary>Cues that the rules themselves know; a plan must teach all of them.</summary>
    public static readonly IReadOnlyList<string> Known = [Affirms, Denies, OwnThought, Safe, WantsOn];

    public IReadOnlySet<string> Hear(string text)
    {
        if (choices.TryGetValue(text, out var chosen))
        {
            return FrozenSet.Create(chosen);
        }

        var folded = lexicon.Fold(text);
        return cues.Where(cue => cue.Pattern.In(folded)).Select(cue => cue.Name).ToHashSet(StringComparer.Ordinal);
    }
}
