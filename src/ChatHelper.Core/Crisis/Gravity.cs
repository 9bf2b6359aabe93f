namespace ChatHelper.Core.Crisis;

internal static class Gravity
{
    // In one message the danger that kills soonest is answered first.
    private static readonly Tier[] InAMessage =
        [Tier.None, Tier.Leaving, Tier.AskOnce, Tier.Quoted, Tier.V2, Tier.R1, Tier.ThirdR2, Tier.R2, Tier.V1, Tier.ThirdR3, Tier.R3];

    // Over a crisis the person's own wish to die outlasts a door that is quiet again.
    private static readonly Tier[] InACrisis =
        [Tier.None, Tier.Leaving, Tier.AskOnce, Tier.Quoted, Tier.V2, Tier.R1, Tier.ThirdR2, Tier.V1, Tier.ThirdR3, Tier.R2, Tier.R3];

    public static Tier Graver(Tier one, Tier other) => Graver(InAMessage, one, other);

    public static Tier Lasting(Tier one, Tier other) => Graver(InACrisis, one, other);

    private static Tier Graver(Tier[] order, Tier one, Tier other) =>
        Array.IndexOf(order, one) >= Array.IndexOf(order, other) ? one : other;
}
