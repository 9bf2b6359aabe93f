using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Conversations;

namespace ChatHelper.Channels.WeChat.Replying;

/// <summary>Answers deliveries in time. All deliveries of a message share one answer and get the same bytes; its work is done once and
/// goes on when it takes longer than WeChat waits.</summary>
internal sealed class Answering(WeChatOptions options, MessageTaking taking, OpenAnswers open, Following following, TimeProvider clock, ILogger<Answering> log) : IDisposable
{
    private const int Most = 10_000; // the last ones of each person stand in the database
    private const int Early = 4; // the part of the deadline after which an answer seems to be late
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _wording = new(1);
    private readonly Dictionary<string, Task<string>> _answers = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long At)> _order = new();

    /// <summary>Messages whose answer is remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock)
            {
                return _answers.Count;
            }
        }
    }

    /// <param name="isSealed">It came sealed, and the answer must be sealed too.</param>
    public async Task<byte[]> Answer(WeChatMessage message, bool isSealed) => await Worded(message) is not { Length: > 0 } text ? ReplyXml.Success
        : ReplyXml.Text(message, text) is var xml && isSealed ? ReplyXml.Sealed(message, xml, options) : xml;

    // Words take half the room of what is sent, and the same words make the same bytes.
    private Task<string> Worded(WeChatMessage message)
    {
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && (clock.GetElapsedTime(oldest.At) > Kept || _order.Count > Most))
            {
                _answers.Remove(oldest.Key);
                _order.Dequeue();
            }

            if (!_answers.TryGetValue(message.Key, out var answer))
            {
                _order.Enqueue((message.Key, clock.GetTimestamp()));
                _answers[message.Key] = answer = Task.Run(() => Made(message));
            }

            return answer;
        }
    }

    public void Dispose() => _wording.Dispose();

    private async Task<string> Made(WeChatMessage message)
    {
        var from = WeChatReader.At(message.FromUser);
        var delivery = new Delivery(message, open.Begin(from));
        var (work, began) = (taking.Take(delivery), clock.GetTimestamp());
        await Task.WhenAny(work, Task.Delay(options.Deadline / Early, clock));
        if (!work.IsCompleted)
        {
            var later = Later(message);
            var left = options.Deadline - clock.GetElapsedTime(began);
            await Task.WhenAny(work, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock));
            if (!work.IsCompleted && delivery.TryGiveUp())
            {
                WeChatLog.Late(log, message.Type);
                open.GoesOn(from, Finished(from, work));
                return later.IsCompletedSuccessfully ? await later : taking.Otherwise;
            }
        }

        _ = Finished(from, work);
        return await work;
    }

    // Worded before it is needed, one after the other: at the deadline of many there is no time for it, and theirs is not taken from others.
    private async Task<string> Later(WeChatMessage message)
    {
        await _wording.WaitAsync();
        try
        {
            return taking.Later(message);
        }
        finally
        {
            _wording.Release();
        }
    }

    private async Task Finished(Address from, Task<string> work)
    {
        await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        following.Send(from, open.End(from));
    }
}
