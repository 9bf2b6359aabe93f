using ChatHelper.Core.Content;

namespace ChatHelper.Core.Lines.Tone;

/// <summary>A kind of rule that is made of phrases. The phrases stand in the pack, by language.</summary>
/// <param name="Name">Its key in the file.</param>
/// <param name="Code">What is reported.</param>
/// <param name="Says">What the text does, for the report.</param>
/// <param name="Letters">Whether it holds in letters too.</param>
/// <param name="Quotes">Whether words in quotation marks, which are somebody else's, count too.</param>
/// <param name="CrisisOnly">Whether it holds only where a life may be in danger.</param>
internal sealed record ToneKind(string Name, string Code, string Says, bool Letters, bool Quotes = false, bool CrisisOnly = false)
{
    public const string Jargon = "jargon";
    public const string Abbreviation = "abbreviation";

    public static readonly ToneKind Capitals = new("capitals", Codes.Capitals, "shouts", Letters: true, Quotes: true);

    public static IReadOnlyList<ToneKind> All { get; } =
    [
        new("blame", Codes.Blame, "blames", Letters: true),
        new("promise", Codes.Promise, "promises", Letters: true),
        new("fear", Codes.Fear, "frightens", Letters: true),
        new("feeling", Codes.OrderedFeeling, "orders a feeling", Letters: false),
        new("claim", Codes.HarmfulClaim, "claims or advises what is false or does harm", Letters: true),
        new("official", Codes.OfficialOfWhom, "does not say whose", Letters: false),
        new("exclamation", Codes.ExclamationMark, "exclaims", Letters: true, Quotes: true),
        Capitals,
        new("crisis", Codes.NotInCrisis, "has no place in a crisis", Letters: false, CrisisOnly: true),
    ];

    public bool HoldsIn(Speaking speaking) => speaking switch
    {
        Speaking.Letter => Letters,
        Speaking.Crisis => true,
        _ => !CrisisOnly,
    };
}
