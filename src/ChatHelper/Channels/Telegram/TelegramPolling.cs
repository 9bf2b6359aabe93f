using ChatHelper.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatHelper.Channels.Telegram;

/// <summary>The long poll. The offset, which confirms, moves only when everything before it is on disk.</summary>
internal sealed class TelegramPolling(ITelegramBotClient bot, UpdateTaking taking, TimeProvider clock, ILogger log)
{
    /// <summary>Kinds of updates that we take; always named, because leaving them out keeps what was set before.</summary>
    public static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private const int AtOnce = 100;
    private const int Seconds = 50;
    private static readonly TimeSpan Conflict = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Disk = TimeSpan.FromSeconds(1);
    private readonly HashSet<int> _done = [];
    private int? _offset;
    private int _failures;

    /// <summary>Polls until it is stopped or the token is refused.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var updates = await Updates(stop);
                Recovered();
                await Task.WhenAll(updates.GroupBy(Whose).Select(InOrder));
                if (updates.Length > 0)
                {
                    _offset = updates.Max(update => update.Id) + 1;
                    _done.Clear();
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (StorageFault fault)
            {
                TelegramLog.Storage(log, fault.Message);
                await Wait(Disk, stop);
            }
            catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
            {
                TelegramLog.Unauthorised(log);
                return;
            }
            catch (ApiRequestException refused) when (refused.ErrorCode == 409)
            {
                await Conflicted(refused, stop);
            }
            catch (RequestException failure)
            {
                await Failed(failure, stop);
            }
        }
    }

    private async Task InOrder(IEnumerable<Update> ofOne)
    {
        foreach (var update in ofOne.Where(update => !IsDone(update.Id)))
        {
            await taking.Take(update);
            lock (_done)
            {
                _done.Add(update.Id);
            }
        }
    }

    // When one of them is not on disk all come again: what is done counts once.
    private bool IsDone(int update)
    {
        lock (_done)
        {
            return _done.Contains(update);
        }
    }

    // In a private talk the chat's number is the person's, so texts and presses stand in one row.
    private static long Whose(Update update) =>
        update.Message?.Chat?.Id ?? update.CallbackQuery?.From?.Id ?? update.MyChatMember?.Chat?.Id ?? 0;

    // Read together as a rule. When one of them has a shape that nobody foresaw, each is read by itself.
    private async Task<Update[]> Updates(CancellationToken stop)
    {
        try
        {
            return await bot.GetUpdates(_offset, AtOnce, Seconds, Kinds, stop);
        }
        catch (RequestException unread) when (unread is not ApiRequestException && unread.HttpStatusCode == System.Net.HttpStatusCode.OK)
        {
            var raw = await bot.SendRequest(new RawUpdates { Offset = _offset, Limit = AtOnce, Timeout = 0, AllowedUpdates = Kinds }, stop);
            Update[] read = [.. (await Task.WhenAll(raw.Select(Read))).OfType<Update>()];
            if (raw.Length > 0 && read.Length == 0)
            {
                throw; // nothing can be confirmed: not at once again
            }

            return read;
        }
    }

    private async Task<Update?> Read(System.Text.Json.JsonElement raw)
    {
        try
        {
            return RawUpdates.Read(raw);
        }
        catch (Exception fault) when (RawUpdates.IsUnforeseen(fault))
        {
            await taking.PassOver(raw, fault);
            return RawUpdates.IdOf(raw) is { } id ? new Update { Id = id } : null;
        }
    }

    private async Task Conflicted(ApiRequestException refused, CancellationToken stop)
    {
        if (refused.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase))
        {
            await Try(() => bot.DeleteWebhook(dropPendingUpdates: false, stop));
            return;
        }

        TelegramLog.Conflict(log);
        await Wait(Conflict, stop);
    }

    private async Task Failed(RequestException failure, CancellationToken stop)
    {
        if (_failures++ == 0)
        {
            TelegramLog.Unreachable(log, TelegramOutcome.Words(failure));
        }

        var wait = failure is ApiRequestException { Parameters.RetryAfter: { } asked }
            ? TimeSpan.FromSeconds(asked) : TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Min(_failures - 1, 5)));
        await Wait(wait, stop);
    }

    private void Recovered()
    {
        if (_failures > 0)
        {
            _failures = 0;
            TelegramLog.Reached(log);
        }
    }

    private async Task Try(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RequestException)
        {
            await Wait(Conflict, CancellationToken.None);
        }
    }

    private async Task Wait(TimeSpan wait, CancellationToken stop)
    {
        try
        {
            await Task.Delay(wait, clock, stop);
        }
        catch (OperationCanceledException)
        {
            // The loop ends by itself.
        }
    }
}
