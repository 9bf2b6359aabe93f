namespace ChatHelper.Channels.Waiting;

/// <summary>What of one person waits, in order. Touched under the lock of <see cref="WaitingUpdates"/>.</summary>
internal sealed class WaitingLine
{
    public Queue<long> Rows { get; } = new();

    /// <summary>Updates that are on their way to the disk.</summary>
    public int Arriving { get; set; }

    public bool Moving { get; set; }

    public bool Urgent { get; set; }

    public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
