namespace ChatHelper.Outbox;

/// <summary>How fast a channel may be sent to (contracts.md §2.3). Zero: no limit.</summary>
internal sealed record Pace
{
    /// <summary>Nothing is held back.</summary>
    public static Pace Unlimited { get; } = new() { PerChat = 0, PerGroup = 0, PerBot = 0 };

    /// <summary>Messages a second to one chat, with <see cref="ChatBurst"/> at once.</summary>
    public double PerChat { get; init; } = 1;

    public int ChatBurst { get; init; } = 3;

    /// <summary>Messages a second to one group.</summary>
    public double PerGroup { get; init; } = 18 / 60.0;

    /// <summary>Messages a second to all.</summary>
    public double PerBot { get; init; } = 25;

    /// <summary>Calls under way at once.</summary>
    public int InFlight { get; init; } = 256;
}
