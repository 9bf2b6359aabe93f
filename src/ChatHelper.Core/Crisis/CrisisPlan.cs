using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>All that <c>crisis.yaml</c> says.</summary>
/// <param name="Lexicon">How a crisis is heard.</param>
/// <param name="Rules">What is said then.</param>
/// <param name="Numbers">The numbers that lines name as <c>{number.110}</c>.</param>
/// <param name="LineIds">Every line id the rules may say or offer, for the lines checker.</param>
public sealed record CrisisPlan(
    Lexicon Lexicon, CareRules Rules, IReadOnlyList<CrisisNumber> Numbers, IReadOnlyCollection<string> LineIds);

/// <summary>A number that helps, and until when the check of it holds.</summary>
/// <param name="Id">Name in a placeholder: <c>110</c> in <c>{number.110}</c>.</param>
/// <param name="Digits">What to dial.</param>
/// <param name="VerifiedOn">Day of the last check.</param>
/// <param name="ReviewBy">Last day on which the check still holds.</param>
/// <param name="Line">Line in <c>crisis.yaml</c>, from 1.</param>
public sealed record CrisisNumber(string Id, string Digits, DateOnly VerifiedOn, DateOnly ReviewBy, int Line);

/// <summary>How long a tier holds the dialog.</summary>
internal enum Lasts
{
    Passing,
    UntilAnswered,
    UntilSafe,
    UntilClear,
}

/// <summary>Lines and choices said in one turn.</summary>
internal sealed record Saying(IReadOnlyList<string> Lines, IReadOnlyList<string> Choices)
{
    public static readonly Saying Nothing = new([], []);
}

/// <summary>What a tier says: first words, one step a turn after that, then words that keep company.</summary>
internal sealed record Response(
    Tier Tier, Lasts Lasts, bool Asks, bool Pages, Saying Open, Saying? UnderWay,
    IReadOnlyList<Saying> Steps, IReadOnlyList<string> Stay, Saying Ends);

/// <summary>The answer to something heard during a crisis, before the next step or instead of it.</summary>
internal sealed record Reply(
    string Cue, IReadOnlyList<Tier> For, Saying Says, IReadOnlyList<string> Hushes, bool GoesOn, bool Again, bool Pages, bool Calm);

internal sealed record Cue(string Name, HeardPattern Pattern);

/// <summary>The words for both states of the desk, for going on, and for the young.</summary>
internal sealed record Frame(
    string OnDuty, string OffDuty, Saying BeforeGoingOn, Saying AskToResume, Saying Back, Saying Young,
    IReadOnlyDictionary<string, string> ForTheYoung)
{
    /// <summary>Stands in a list of lines for the word about who is at the desk.</summary>
    public const string Duty = "duty";

    /// <summary>Stands among what was said once a young age was noticed, so that it is not forgotten with the message.</summary>
    public const string YoungNoticed = "young";
}
