namespace ChatHelper.Channels.WeChat;

/// <summary>One message and the connection that waits for its answer. Either the answer goes out on it, or it is too late for that:
/// never both.</summary>
internal sealed class Delivery(WeChatMessage message)
{
    private const int Open = 0, Answered = 1, Late = 2;
    private int _state;

    public WeChatMessage Message => message;

    /// <summary>The connection is not there any more.</summary>
    public bool IsLate => Volatile.Read(ref _state) == Late;

    /// <returns>False: too late.</returns>
    public bool TryAnswer() => Interlocked.CompareExchange(ref _state, Answered, Open) != Late;

    /// <returns>False: the answer is on its way.</returns>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, Late, Open) == Open;
}
