using ChatHelper.Core.Turns;

namespace ChatHelper.Gate;

/// <summary>What the gate makes of an Incoming. A value: nothing is written before <see cref="Gatekeeper.Store"/>.</summary>
/// <param name="Turn">The turn: of the gate itself, or of the decider, with the replies that may be seen now.</param>
internal sealed record GatePass(Turn Turn)
{
    /// <summary>A number that must be hashed first; then it is asked again. Nothing else counts.</summary>
    public PinTry? Needs { get; init; }

    /// <summary>The state from now on; null: as it was.</summary>
    public GateState? State { get; init; }

    /// <summary>Replies that wait until the talk is unlocked.</summary>
    public IReadOnlyList<Reply> Held { get; init; } = [];

    /// <summary>What waited may be seen.</summary>
    public bool Opens { get; init; }

    /// <summary>True: a word of theirs came in, the talk stays open. False: it is locked. Null: nothing changes.</summary>
    public bool? Awake { get; init; }

    /// <summary>What arrived was not passed on: nothing of it is kept.</summary>
    public bool Stops { get; init; }

    /// <summary>What they sent should not stay on a screen.</summary>
    public bool Hides { get; init; }

    /// <summary>A code that counts from now on, as keyed hash; an earlier one opens nothing any more.</summary>
    public byte[]? NewCode { get; init; }

    /// <summary>The code they had is used up.</summary>
    public bool UsesCode { get; init; }

    /// <summary>Whose case comes to this address.</summary>
    public long? Fetches { get; init; }

    /// <summary>A file that was not passed on: its bytes go at once.</summary>
    public IEnumerable<string> Discards(Incoming incoming) => Stops && incoming is Gave { File.Id: { Length: > 0 } id } ? [id] : [];

    /// <summary>For the audit; empty: nothing.</summary>
    public string Noted { get; init; } = "";
}
