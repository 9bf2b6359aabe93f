using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>Reads signs of danger to life in a message, before anything else does. Recall comes first: a sign too many costs one
/// kind question. Patterns, idioms and cues are content (<c>crisis.yaml</c>); see <see cref="CrisisReader"/>.</summary>
public sealed class Lexicon
{
    private const string Masked = ",";
    private readonly Folding _folding;
    private readonly IReadOnlyList<Pass> _passes;
    private readonly HeardPattern? _underWay;
    private readonly HeardPattern? _age;
    private readonly HeardPattern? _otherAge;

    internal Lexicon(Folding folding, IReadOnlyList<Pass> passes, HeardPattern? underWay, HeardPattern? age, HeardPattern? otherAge) =>
        (_folding, _passes, _underWay, _age, _otherAge) = (folding, passes, underWay, age, otherAge);

    /// <summary>The gravest sign in a text of any length and content (2,000 characters of it are read, from both ends).
    /// Never throws; safe for many threads.</summary>
    public Sign Detect(string text)
    {
        var folded = _folding.Fold(text);
        var young = Young(folded);
        var found = Tier.None;
        var left = folded;
        foreach (var pass in _passes)
        {
            // A search that takes too long counts as a sign: one kind question too many costs less than one too few.
            if (pass.Pattern.In(left, late: !pass.Masks))
            {
                found = Gravity.Graver(pass.Tier, found);
                left = pass.Masks ? pass.Pattern.Replaced(left, Masked) : left;
            }
        }

        return new Sign(found, young) { UnderWay = found == Tier.R3 && _underWay?.In(left) == true };
    }

    internal string Fold(string text) => _folding.Fold(text);

    private bool Young(string folded) => _age?.In(folded) == true
        && (_otherAge is null || _age.In(_otherAge.Replaced(folded, Masked)));
}

/// <summary>One reading of the text. A masking pass hides what it matched from the passes after it.</summary>
internal sealed record Pass(Tier Tier, bool Masks, HeardPattern Pattern);
