namespace ChatHelper.Core.Crisis;

/// <summary>What <see cref="Lexicon"/> found in one message.</summary>
/// <param name="Tier">The gravest thing said.</param>
/// <param name="AgeCue">Something tells that the person is under 18. A caller that knows so already sets it, too.</param>
public sealed record Sign(Tier Tier, bool AgeCue)
{
    /// <summary>The act has begun (something swallowed, a wound): the ambulance goes first. Only with <see cref="Tier.R3"/>.</summary>
    public bool UnderWay { get; init; }
}
