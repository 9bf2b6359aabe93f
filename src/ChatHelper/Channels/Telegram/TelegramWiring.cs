using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using ChatHelper.Outbox;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Telegram;

/// <summary>Puts the channel together. Needs the stores, <see cref="TurnTaker"/>, <see cref="FileStore"/>, <see cref="Decider"/> and a
/// <see cref="TimeProvider"/> among the services.</summary>
internal static class TelegramWiring
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<TelegramClients>();
        services.AddSingleton(of => new TelegramWords(of.GetRequiredService<Decider>().Pack.Lines));
        services.AddSingleton(of => new TelegramSender(of.GetRequiredService<TelegramClients>().Sending, of.GetRequiredService<TelegramWords>()));
        services.AddSingleton(Pump);
        services.AddSingleton(of => new PressAnswering(of.GetRequiredService<TelegramClients>().Sending));
        services.AddSingleton(of => new FileFetching(
            of.GetRequiredService<TelegramClients>().Sending, of.GetRequiredService<FileStore>(), of.GetRequiredService<TurnTaker>()));
        services.AddSingleton(of => new UpdateReader(of.GetRequiredService<Decider>().Pack.Commands, options.VolunteerGroup));
        services.AddSingleton(of => new UpdateTaking(
            of.GetRequiredService<UpdateReader>(), of.GetRequiredService<TurnTaker>(), of.GetRequiredService<PressAnswering>(),
            of.GetRequiredService<FileFetching>(), of.GetService<VolunteerGroup>(), of.GetRequiredService<ILogger<UpdateTaking>>()));
        services.AddSingleton<TelegramWebhook>();
        services.AddHostedService(of => new TelegramChannel(
            options, of.GetRequiredService<TelegramClients>(), of.GetRequiredService<TelegramWords>(), of.GetRequiredService<UpdateTaking>(),
            of.GetRequiredService<OutboxPump>(), of.GetService<VolunteerGroup>(), of.GetRequiredService<TimeProvider>(),
            of.GetRequiredService<ILogger<TelegramChannel>>()));
        return services;
    }

    /// <summary>The address that updates are posted to; nothing when Telegram is not served or is polled.</summary>
    public static void MapTelegramWebhook(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<TelegramOptions>() is { Webhook: true } options)
        {
            app.MapPost(options.WebhookPath, (RequestDelegate)app.ServiceProvider.GetRequiredService<TelegramWebhook>().Take);
        }
    }

    private static OutboxPump Pump(IServiceProvider of)
    {
        var turns = of.GetRequiredService<TurnTaker>();
        var pump = new OutboxPump(
            UpdateReader.Channel,
            of.GetRequiredService<TelegramSender>().Send,
            (address, row) => _ = turns.Take(address, new WentAway(UpdateReader.Channel, $"gone:{row}")),
            of.GetRequiredService<TelegramOptions>().Pace,
            of.GetRequiredService<OutboxStore>(),
            of.GetRequiredService<Writer>(),
            of.GetRequiredService<TimeProvider>(),
            of.GetRequiredService<ILogger<OutboxPump>>());
        turns.OnReady += pump.Ready;
        return pump;
    }
}
