using System.Text.RegularExpressions;

namespace ChatHelper.Core.Crisis;

/// <summary>Reads signs of danger to life in a message, before anything else does. Recall comes first: a sign too many costs one
/// kind question. Patterns, idioms and cues are content (<c>crisis.yaml</c>); see <see cref="CrisisReader"/>.</summary>
public sealed class Lexicon
{
    private const string Masked = ",";
    private readonly Folding _folding;
    private readonly IReadOnlyList<Pass> _passes;
    private readonly Regex? _underWay;
    private readonly Regex? _age;
    private readonly Regex? _otherAge;

    internal Lexicon(Folding folding, IReadOnlyList<Pass> passes, Regex? underWay, Regex? age, Regex? otherAge) =>
        (_folding, _passes, _underWay, _age, _otherAge) = (folding, passes, underWay, age, otherAge);

    /// <summary>The gravest sign in a text of any length and content (4,096 characters of it are read, from both ends).
    /// Never throws; safe for many threads.</summary>
    public Sign Detect(string text)
    {
        var folded = _folding.Fold(text);
        var young = Young(folded);
        var found = Tier.None;
        var left = folded;
        foreach (var pass in _passes)
        {
            if (pass.Pattern.IsMatch(left))
            {
                found = Gravity.Graver(pass.Tier, found);
                left = pass.Masks ? pass.Pattern.Replace(left, Masked) : left;
            }
        }

        return new Sign(found, young) { UnderWay = found == Tier.R3 && _underWay?.IsMatch(left) == true };
    }

    internal string Fold(string text) => _folding.Fold(text);

    private bool Young(string folded) => _age?.IsMatch(folded) == true
        && (_otherAge is null || _age.IsMatch(_otherAge.Replace(folded, Masked)));
}

/// <summary>One reading of the text. A masking pass hides what it matched from the passes after it.</summary>
internal sealed record Pass(Tier Tier, bool Masks, Regex Pattern);
