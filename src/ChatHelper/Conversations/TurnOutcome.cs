using ChatHelper.Core.Turns;
using ChatHelper.Gate;

namespace ChatHelper.Conversations;

/// <summary>What a committed turn has changed.</summary>
/// <param name="Taken">What the channel is told.</param>
/// <param name="Person">As they stand now; null: they are not known any more, or not yet.</param>
/// <param name="Address">Where they are reached.</param>
internal sealed record TurnOutcome(Taken Taken, Person? Person, Address Address)
{
    /// <summary>Files that are to be deleted.</summary>
    public IReadOnlyList<string> Discarded { get; init; } = [];

    /// <summary>A person whose erasing has begun.</summary>
    public long? Erased { get; init; }

    /// <summary>The talk was over before this word; the key under which it ends. Nothing else was done.</summary>
    public string? Over { get; init; }

    /// <summary>What was taken for the first time.</summary>
    public Incoming? Incoming { get; init; }

    /// <summary>Nothing was stored: this must be hashed first.</summary>
    public PinTry? Needs { get; init; }

    /// <summary>What the gate made of it; null: it had nothing to do with it.</summary>
    public GatePass? Pass { get; init; }

    /// <summary>A case that has come to this address; null: none.</summary>
    public Moved? Moved { get; init; }
}
