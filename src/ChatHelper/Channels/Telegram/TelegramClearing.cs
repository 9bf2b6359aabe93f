using System.Globalization;
using ChatHelper.Erasure;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatHelper.Channels.Telegram;

/// <summary>Takes back what Telegram still shows of erased persons: messages of their chat that are young enough, and the topics of
/// their cases in the volunteers' group. No turn waits for it; what is left over at a start is taken up.</summary>
internal sealed class TelegramClearing(ITelegramBotClient bot, ErasureStore erasures, Writer writer, long? group, TimeProvider clock, ILogger log) : IDisposable
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Dictionary<long, (int Failures, long At, TimeSpan Wait)> _failed = [];
    private readonly SemaphoreSlim _asked = new(0);

    /// <summary>Something is to be cleared.</summary>
    public void Wake() => _asked.Release();

    public void Dispose() => _asked.Dispose();

    /// <summary>Clears until it is stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
                var woken = _asked.WaitAsync(wait.Token);
                var due = Task.Delay(await Round(stop) ? Patience : Timeout.InfiniteTimeSpan, clock, wait.Token);
                await Task.WhenAny(woken, due);
                await wait.CancelAsync();
                stop.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    /// <returns>Whether something must be tried again.</returns>
    private async Task<bool> Round(CancellationToken stop)
    {
        try
        {
            var left = await writer.Write(null, erasures.ToClear);
            foreach (var one in left.Where(one => !_failed.TryGetValue(one.Person, out var failed) || clock.GetElapsedTime(failed.At) >= failed.Wait))
            {
                await Try(one, stop);
            }

            return _failed.Count > 0;
        }
        catch (StorageFault fault)
        {
            TelegramLog.Clearing(log, TelegramOutcome.Words(fault));
            return true;
        }
    }

    private async Task Try(Clearing one, CancellationToken stop)
    {
        try
        {
            var kept = clock.GetUtcNow() - one.At >= MessageStore.Kept ? one.Messages.Count + one.Topics.Count : await Clear(one, stop);
            if (kept > 0)
            {
                TelegramLog.Kept(log, kept);
            }

            await writer.Write(null, session =>
            {
                erasures.Cleared(session, one);
                return true;
            });
            _failed.Remove(one.Person);
        }
        catch (RequestException fault)
        {
            var failures = _failed.GetValueOrDefault(one.Person).Failures + 1;
            var wait = TelegramOutcome.Of(fault) is Outcome.RetryAfter slow ? slow.Wait : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 1 << Math.Min(failures, 9)));
            _failed[one.Person] = (failures, clock.GetTimestamp(), wait);
            TelegramLog.Clearing(log, TelegramOutcome.Words(fault));
        }
    }

    /// <returns>How many stay.</returns>
    private async Task<int> Clear(Clearing one, CancellationToken stop)
    {
        var kept = 0;
        if (one.Address.Channel == UpdateReader.Channel)
        {
            var chat = long.Parse(one.Address.Id, CultureInfo.InvariantCulture);
            foreach (var messages in one.Messages.Select(number => (int)number).Chunk(AtOnce))
            {
                kept += await Delete(chat, messages, stop);
            }
        }

        foreach (var topic in one.Topics)
        {
            kept += await Taken(() => bot.DeleteForumTopic(group ?? 0, topic, stop)) ? 0 : 1;
        }

        return kept;
    }

    // One message that has grown too old makes Telegram refuse all that stand beside it.
    private async Task<int> Delete(ChatId chat, int[] messages, CancellationToken stop)
    {
        if (await Taken(() => bot.DeleteMessages(chat, messages, stop)))
        {
            return 0;
        }

        var half = messages.Length / 2;
        return half == 0 ? 1 : await Delete(chat, messages[..half], stop) + await Delete(chat, messages[half..], stop);
    }

    private static async Task<bool> Taken(Func<Task> call)
    {
        CrashPoint.Here("clearing-asked");
        try
        {
            await call();
            return true;
        }
        catch (RequestException fault) when (TelegramOutcome.Of(fault) is Outcome.Refused or Outcome.Gone)
        {
            return false;
        }
    }
}
