namespace ChatHelper.Core.Witness;

/// <summary>What has become of an invitation. The numbers are stored.</summary>
public enum WitnessState
{
    /// <summary>Nobody has used it.</summary>
    Open = 0,

    /// <summary>Something was told; the person has not decided.</summary>
    Waiting = 1,

    /// <summary>It is part of the case.</summary>
    TakenUp = 2,

    /// <summary>The person did not want it; nothing of it is kept.</summary>
    NotTakenUp = 3,

    /// <summary>The witness took it back; nothing of it is kept.</summary>
    Withdrawn = 4,

    /// <summary>The person took the invitation back before it was used.</summary>
    Revoked = 5,
}
