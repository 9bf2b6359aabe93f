using ChatHelper.Channels.Waiting;
using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Outbox;
using ChatHelper.Storage;

namespace ChatHelper.Channels.Telegram;

/// <summary>Puts the channel together. Needs the <see cref="Engine"/> among the services.</summary>
internal static class TelegramWiring
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(of => new TelegramClients(options, of.GetRequiredService<Engine>().Signals, of.GetRequiredService<Engine>().Clock));
        services.AddSingleton(of => new TelegramWords(of.GetRequiredService<Engine>().Pack.Lines));
        services.AddSingleton(of => new TelegramSender(of.GetRequiredService<TelegramClients>().Sending, of.GetRequiredService<TelegramWords>(), of.GetRequiredService<Engine>().Papers, of.GetRequiredService<Engine>().Gate.Protects));
        services.AddSingleton(Clearing);
        services.AddSingleton(Pump);
        services.AddSingleton(Waiting);
        services.AddSingleton(Taking);
        services.AddSingleton<TelegramWebhook>();
        if (options.VolunteerGroup is not null)
        {
            services.AddSingleton<VolunteerGroup>();
        }

        services.AddHostedService(of => new TelegramChannel(
            options, of.GetRequiredService<TelegramClients>(), of.GetRequiredService<TelegramWords>(), of.GetRequiredService<UpdateTaking>(),
            of.GetRequiredService<OutboxPump>(), of.GetRequiredService<WaitingUpdates>(), of.GetRequiredService<TelegramClearing>(), of.GetService<VolunteerGroup>(), of.GetRequiredService<Engine>().Clock,
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
        var engine = of.GetRequiredService<Engine>();
        var clearing = of.GetRequiredService<TelegramClearing>();
        var pump = new OutboxPump(
            UpdateReader.Channel,
            of.GetRequiredService<TelegramSender>().Send,
            (address, row) => _ = engine.Turns.Take(address, new WentAway(UpdateReader.Channel, $"gone:{row}")),
            of.GetRequiredService<TelegramOptions>().Pace,
            engine.Outbox,
            engine.Writer,
            engine.Clock,
            of.GetRequiredService<ILogger<OutboxPump>>(),
            engine.Meters,
            Sent);
        engine.Turns.OnReady += pump.Ready;
        return pump;

        void Sent(Session session, OutboxRow row, IReadOnlyList<long> numbers)
        {
            var now = engine.Clock.GetUtcNow();
            if (engine.Conversations.IdOf(session, row.Address) == row.Person)
            {
                foreach (var number in numbers)
                {
                    MessageStore.Add(session, row.Person, new ChannelMessage(number, now));
                }
            }
            else
            {
                engine.Erasures.Leave(session, row.Address, numbers, now); // they were erased meanwhile, or have moved
                clearing.Wake();
            }
        }
    }

    private static TelegramClearing Clearing(IServiceProvider of)
    {
        var engine = of.GetRequiredService<Engine>();
        var clearing = new TelegramClearing(
            of.GetRequiredService<TelegramClients>().Sending, engine.Erasures, engine.Writer, of.GetRequiredService<TelegramOptions>().VolunteerGroup,
            engine.Clock, of.GetRequiredService<ILogger<TelegramClearing>>());
        var erase = engine.Turns.OnErased;
        engine.Turns.OnErased = async person =>
        {
            await erase(person);
            clearing.Wake();
        };
        engine.Turns.OnMoved = clearing.Wake;
        return clearing;
    }

    private static UpdateTaking Taking(IServiceProvider of)
    {
        var engine = of.GetRequiredService<Engine>();
        var presses = new PressAnswering(of.GetRequiredService<TelegramClients>().Sending);
        var toggles = new Toggling(presses);
        return new UpdateTaking(
            new UpdateReader(engine.Pack.Commands, of.GetRequiredService<TelegramOptions>().VolunteerGroup, toggles.Now), engine.Turns, new Doorway(engine),
            of.GetRequiredService<WaitingUpdates>(), toggles, presses, of.GetService<VolunteerGroup>(), engine, of.GetRequiredService<ILogger<UpdateTaking>>());
    }

    private static WaitingUpdates Waiting(IServiceProvider of)
    {
        var engine = of.GetRequiredService<Engine>();
        var waiting = new WaitingUpdates(
            UpdateReader.Channel, engine.Waiting, new FileFetching(of.GetRequiredService<TelegramClients>().Sending, engine.Files).Fetch,
            engine.Turns, engine.Writer, engine.Clock, of.GetRequiredService<ILogger<WaitingUpdates>>());
        of.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(waiting.Stop);
        return waiting;
    }
}
