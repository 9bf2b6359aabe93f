using ChatHelper.Channels.Waiting;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatHelper.Channels.Telegram;

/// <summary>Fetches a file that a person sent and keeps it, before the turn that hears of it.</summary>
internal sealed class FileFetching(ITelegramBotClient bot, FileStore files)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="person">Whose it is to be.</param>
    /// <param name="stop">The program ends: that is no refusal, the file is fetched after the next start.</param>
    /// <exception cref="Storage.StorageFault">The disk cannot take it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<GivenFile> Fetch(SentFile sent, long person, CancellationToken stop)
    {
        if (sent.Size > FileStore.Largest)
        {
            return FileStore.TooLarge(sent.Name, sent.Size);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        try
        {
            var file = await bot.GetFile(sent.FileId, limit.Token);
            return await files.Keep(person, sent.Name, to => bot.DownloadFile(file, to, limit.Token), limit.Token);
        }
        catch (ApiRequestException refused) when (refused.Message.Contains("too big", StringComparison.OrdinalIgnoreCase))
        {
            return FileStore.TooLarge(sent.Name, sent.Size);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return new GivenFile("", sent.Name, "refused-fetch", sent.Size, ""); // the person is asked to send it again
        }
    }
}
