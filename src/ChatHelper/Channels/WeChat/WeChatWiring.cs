using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.WeChat.Api;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Channels.WeChat.Replying;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;

namespace ChatHelper.Channels.WeChat;

/// <summary>Puts the channel together. Needs the <see cref="Engine"/> among the services.</summary>
internal static class WeChatWiring
{
    // WeChat counts by person and by day (PushQuota); it names no rate for all. Whoever was late together is served within seconds.
    private static readonly Pace s_pace = new() { ChatBurst = 5, PerBot = 100 };

    /// <param name="pages">Address under which people reach our pages; null: documents come as text.</param>
    public static IServiceCollection AddWeChat(this IServiceCollection services, WeChatOptions options, Uri? pages)
    {
        services.AddSingleton(options).AddSingleton(of => new PushRight(options, Of(of).Signals));
        services.AddSingleton(of => new CallbackDoor(options, Of(of).Clock)).AddSingleton<OpenAnswers>().AddSingleton(_ => new PushQuota()).AddSingleton(_ => new LastLanguages());
        services.AddSingleton(of => new LooseReplies(Of(of).Clock));
        services.AddSingleton(of => Of(of).Pack.Channels.Of(WeChatReader.Channel, options.Certified ? "certified" : "personal"));
        services.AddSingleton(of => new WeChatWords(Of(of).Pack));
        services.AddSingleton(of => new AnswerStore(Of(of).Seal));
        services.AddSingleton(of => new Composing(
            of.GetRequiredService<PushRight>(), of.GetRequiredService<ChannelTraits>(), of.GetRequiredService<WeChatWords>(), Of(of).Outbox, of.GetRequiredService<AnswerStore>(),
            Of(of).PaperLinks, pages));
        services.AddSingleton(of => new ApiHttp(options, Of(of).Signals, Of(of).Clock));
        services.AddSingleton(of => new AccessTokens(options, of.GetRequiredService<ApiHttp>(), Of(of).Clock, Of(of).Signals, of.GetRequiredService<ILogger<AccessTokens>>()));
        services.AddSingleton<WeChatApi>();
        services.AddSingleton(of => new WeChatSender(
            of.GetRequiredService<WeChatApi>(), of.GetRequiredService<PushQuota>(), Of(of).Pack.Lines, Of(of).Signals, Of(of).Clock, of.GetRequiredService<ILogger<WeChatSender>>()));
        services.AddSingleton(of => new MediaFetching(
            options, of.GetRequiredService<WeChatApi>(), of.GetRequiredService<ApiHttp>(), Of(of).Files, of.GetRequiredService<ILogger<MediaFetching>>()));
        services.AddSingleton(Waiting);
        services.AddSingleton(of => new TheirWords(of.GetRequiredService<PushRight>(), Of(of), of.GetRequiredService<WeChatWords>(), of.GetRequiredService<LastLanguages>()));
        services.AddSingleton(of => new Gathering(
            Of(of), of.GetRequiredService<Composing>(), of.GetRequiredService<LooseReplies>(), of.GetRequiredService<OpenAnswers>(), of.GetRequiredService<Following>(), of.GetRequiredService<LastLanguages>()));
        services.AddSingleton(of => new MessageTaking(
            options, of.GetRequiredService<PushRight>(), Of(of), of.GetRequiredService<Gathering>(), of.GetRequiredService<AnswerStore>(), of.GetRequiredService<LooseReplies>(),
            of.GetRequiredService<WeChatWords>(), of.GetRequiredService<TheirWords>(), of.GetRequiredService<WaitingUpdates>(), of.GetRequiredService<PushQuota>(),
            of.GetRequiredService<ILogger<MessageTaking>>()));
        services.AddSingleton(of => new Following(options.Certified ? Pump(of) : null, of.GetRequiredService<OpenAnswers>(), of.GetRequiredService<LooseReplies>()));
        services.AddSingleton(of => new Answering(
            options, of.GetRequiredService<MessageTaking>(), of.GetRequiredService<OpenAnswers>(), of.GetRequiredService<Following>(), Of(of).Clock, of.GetRequiredService<ILogger<Answering>>()));
        services.AddSingleton(of => new CallbackRoutes(of.GetRequiredService<CallbackDoor>(), of.GetRequiredService<Answering>(), Of(of).Clock, of.GetRequiredService<ILogger<CallbackRoutes>>()));
        services.AddHostedService<WeChatChannel>();
        return services;
    }

    /// <summary>The address that WeChat posts to; nothing when it is not served.</summary>
    public static void MapWeChat(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<CallbackRoutes>() is { } routes)
        {
            app.MapGet(WeChatOptions.Path, (RequestDelegate)routes.Echo);
            app.MapPost(WeChatOptions.Path, (RequestDelegate)routes.Take);
        }
    }

    private static Engine Of(IServiceProvider of) => of.GetRequiredService<Engine>();

    private static OutboxPump Pump(IServiceProvider of)
    {
        var (engine, sender, composing, words) = (Of(of), of.GetRequiredService<WeChatSender>(), of.GetRequiredService<Composing>(), of.GetRequiredService<WeChatWords>());
        return new OutboxPump(
            WeChatReader.Channel, Send, (address, row) => _ = engine.Turns.Take(address, new WentAway(WeChatReader.Channel, $"gone:{row}")),
            s_pace, engine.Outbox, engine.Writer, engine.Clock, of.GetRequiredService<ILogger<OutboxPump>>(), engine.Meters);

        // What no answer took along is not in words yet: reminders, volunteers.
        async Task<Outcome> Send(OutboxRow row, int part)
        {
            var link = row.Reply.Files.Count == 0 ? null : await engine.Writer.Write(null, session => composing.Link(session, row, engine.Clock.GetUtcNow()));
            var text = string.Join("\n\n", Page.Of(words.Of(row.Reply, link), int.MaxValue).Select(page => page.Text));
            return await sender.Send(row with { Reply = new Reply(text, row.Reply.Class) { Language = row.Reply.Language, Copy = row.Reply.Copy == row.Reply.Text ? text : null } }, part);
        }
    }

    private static WaitingUpdates Waiting(IServiceProvider of)
    {
        var (engine, media) = (Of(of), of.GetRequiredService<MediaFetching>());
        var waiting = new WaitingUpdates(
            WeChatReader.Channel, engine.Waiting, media.Fetch, engine.Turns, engine.Writer, engine.Clock,
            of.GetRequiredService<ILogger<WaitingUpdates>>());
        of.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(waiting.Stop);
        return waiting;
    }
}
