namespace ChatHelper.Core.Crisis;

/// <summary>What a message says about danger to life. The names are those of the content files.</summary>
public enum Tier
{
    /// <summary>No sign.</summary>
    None,

    /// <summary>Everyday words for dying that deserve one kind question.</summary>
    AskOnce,

    /// <summary>Somebody else's threat, repeated by the person.</summary>
    Quoted,

    /// <summary>Passive wish or distress.</summary>
    R1,

    /// <summary>Clear wish to die.</summary>
    R2,

    /// <summary>Imminent: means, place, farewell, or an act that has begun.</summary>
    R3,

    /// <summary>Physical danger from others, now.</summary>
    V1,

    /// <summary>Violence towards others.</summary>
    V2,

    /// <summary>Another person speaks of dying.</summary>
    ThirdR2,

    /// <summary>Another person is in imminent danger.</summary>
    ThirdR3,

    /// <summary>No sign: whoever spoke of dying is about to leave, and is asked once how they are.</summary>
    Leaving,
}
