using ChatHelper.Channels.Waiting;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatHelper.Channels.Telegram;

/// <summary>Serves Telegram from the start of the host to its end.</summary>
internal sealed class TelegramChannel(
    TelegramOptions options, TelegramClients clients, TelegramWords words, UpdateTaking taking, OutboxPump pump,
    WaitingUpdates waiting, TelegramClearing clearing, VolunteerGroup? volunteers, TimeProvider clock, ILogger<TelegramChannel> log) : BackgroundService
{
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await waiting.Open();
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await pump.Close(Ending);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await Introduced(stoppingToken))
        {
            return;
        }

        await Task.WhenAll(
            options.Webhook ? Task.CompletedTask : new TelegramPolling(clients.Polling, taking, clock, log).Run(stoppingToken),
            Menus(stoppingToken),
            clearing.Run(stoppingToken),
            volunteers?.Run(stoppingToken) ?? Task.CompletedTask);
    }

    // Until the Bot API has told who we are and how updates come, nothing else can be done.
    private async Task<bool> Introduced(CancellationToken stop)
    {
        var open = false;
        for (var failures = 0; !stop.IsCancellationRequested; failures++)
        {
            try
            {
                if (!open)
                {
                    await pump.Open(); // once: a second time would take what is being sent for left over
                    open = true;
                }

                if (options.Webhook)
                {
                    await clients.Sending.SetWebhook(
                        new Uri(options.PublicUrl!, options.WebhookPath).ToString(), maxConnections: 100, allowedUpdates: TelegramPolling.Kinds,
                        dropPendingUpdates: false, secretToken: options.WebhookHeader, cancellationToken: stop);
                }

                TelegramLog.Serving(log, options.ToString(), options.Webhook ? "webhook" : "long poll");
                return true;
            }
            catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
            {
                TelegramLog.Unauthorised(log);
                return false;
            }
            catch (Exception fault) when (fault is RequestException or StorageFault)
            {
                if (failures == 0)
                {
                    TelegramLog.Unreachable(log, TelegramOutcome.Words(fault));
                }

                await Task.Delay(Patience, clock, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }

        return false;
    }

    private async Task Menus(CancellationToken stop)
    {
        try
        {
            // Telegram knows languages by two letters: the first of the pack that has them gets them.
            foreach (var (index, language) in words.Languages.DistinctBy(language => language.Split('-')[0]).Index())
            {
                if (words.Menu(language) is { Count: > 0 } menu)
                {
                    await clients.Sending.SetMyCommands(
                        menu.Select(entry => new BotCommand(entry.Command, entry.Text)), languageCode: index == 0 ? null : language.Split('-')[0], cancellationToken: stop);
                }
            }
        }
        catch (Exception fault) when (fault is RequestException or OperationCanceledException)
        {
            TelegramLog.Menu(log, TelegramOutcome.Words(fault));
        }
    }
}
