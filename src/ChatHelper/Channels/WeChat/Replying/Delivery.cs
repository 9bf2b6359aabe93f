using ChatHelper.Channels.WeChat.Callbacks;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>One message and the connection that waits for its answer. Either the answer goes out on it, or it is too late for that:
/// never both.</summary>
/// <param name="earlier">Work of the same person that goes on, begun before this: it is waited for, never itself.</param>
internal sealed class Delivery(WeChatMessage message, Task? earlier = null)
{
    private const int Open = 0, Answered = 1, Late = 2;
    private int _state;

    public WeChatMessage Message => message;

    public Task Earlier { get; } = earlier ?? Task.CompletedTask;

    /// <summary>They had been told to ask for it when they wrote this.</summary>
    public bool CameBehind { get; } = earlier is { IsCompleted: false };

    /// <summary>The connection is not there any more.</summary>
    public bool IsLate => Volatile.Read(ref _state) == Late;

    /// <returns>False: too late.</returns>
    public bool TryAnswer() => Interlocked.CompareExchange(ref _state, Answered, Open) != Late;

    /// <returns>False: the answer is on its way.</returns>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, Late, Open) == Open;
}
