using ChatHelper.Pages;

namespace ChatHelper.Channels.Web;

/// <summary>The web chat: one page, its words and its routes.</summary>
internal static class WebChat
{
    /// <summary>Option: where the quick exit leads.</summary>
    public const string ExitOption = "WEB_EXIT_URL";

    public static IServiceCollection AddWebChat(this IServiceCollection services) => services
        .AddPages()
        .AddSingleton(all => new WebPage(all.GetRequiredService<Engine>().Pack.Lines, all.GetRequiredService<IConfiguration>()[ExitOption]))
        .AddSingleton<IStartupFilter, FaultPages>()
        .AddSingleton<WebStreams>()
        .AddSingleton<WebPersons>()
        .AddSingleton<WebReplies>()
        .AddSingleton<WebDoor>()
        .AddSingleton<EventsRoute>()
        .AddSingleton<SayRoute>()
        .AddSingleton<RecoveryRoute>();

    public static void MapWebChat(this WebApplication app)
    {
        var page = app.Services.GetRequiredService<WebPage>();
        var languages = app.Services.GetRequiredService<Engine>().Pack.Languages;
        var (events, say, recovery) = (app.Services.GetRequiredService<EventsRoute>(), app.Services.GetRequiredService<SayRoute>(), app.Services.GetRequiredService<RecoveryRoute>());
        app.Services.GetRequiredService<Engine>().Turns.OnReady += app.Services.GetRequiredService<WebStreams>().Ready;

        app.MapGet("/", (HttpRequest request) => Results.Text(page.In(languages.OfPage(request)), "text/html; charset=utf-8"));
        app.MapFiles("/page/", "look.css", "page.css", "page.js", "talk.js", "post.js", "stream.js", "exit.js", "more.js", "paper.js", "qr.js", "witness.css", "witness.js", "papers.css", "papers.js");

        app.MapContactsTool();
        app.MapWitnessPage();
        app.MapPaperPage();

        var chat = app.MapGroup("/chat").AddEndpointFilter<Faults>();
        chat.MapGet("/events", (Delegate)events.Get);
        var posts = chat.MapGroup("").AddEndpointFilter<SameOrigin>().AddEndpointFilter(app.Services.GetRequiredService<WebDoor>());
        posts.MapPost("/open", RecoveryRoute.Open);
        posts.MapPost("/say", (Delegate)say.Say);
        posts.MapPost("/file", (Delegate)say.File);
        posts.MapPost("/qr", (Delegate)QrRoute.Draw);
        posts.MapPost("/lock", (Delegate)recovery.Lock);
        posts.MapPost("/recover", (Delegate)recovery.Recover);
        posts.MapPost("/forget", RecoveryRoute.Forget);
        posts.MapPost("/ack", async (HttpContext context, WebPersons persons) =>
        {
            var form = await context.Request.ReadFromJsonAsync(WebJson.Plain.SayForm, context.RequestAborted);
            if (WebPersons.Of(context.Request) is { } address)
            {
                await persons.Acknowledge(address, form?.Seen);
            }

            return Results.NoContent();
        });
    }
}
