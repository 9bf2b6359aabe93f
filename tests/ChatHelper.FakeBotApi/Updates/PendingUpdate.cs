using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes.Updates;

/// <summary>An update that waits for the bot.</summary>
internal sealed class PendingUpdate
{
    public required int Id { get; init; }

    /// <summary>Updates of one queue go out one after another: the chat for messages, the user for callbacks.</summary>
    public required long QueueId { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public required byte[] Json { get; init; }
    public required UpdateEntry Entry { get; init; }

    /// <summary>How often it comes again after it was confirmed.</summary>
    public int Copies { get; set; }
    public LinkedListNode<PendingUpdate>? Node { get; set; }
}

/// <summary>What getUpdates ended with.</summary>
internal enum PollEnd { Updates, OtherPoller, WebhookSet }
