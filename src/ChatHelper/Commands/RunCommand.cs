using ChatHelper.Channels.Telegram;
using ChatHelper.Channels.Web;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Desk;
using ChatHelper.Retention;

namespace ChatHelper.Commands;

/// <summary>Serves: the only wiring of the worker.</summary>
internal static class RunCommand
{
    public static async Task<int> Run(CancellationToken stop)
    {
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        var telegram = TelegramOptions.Read(Environment.GetEnvironmentVariable);
        var pack = PackLoading.Load(settings.DialogsFolder, settings.PackName);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "ChatHelper" });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseUrls(settings.Url);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new Engine(
            pack, settings.DataFolder, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Engine>().DueClock);
        builder.Services.AddHostedService<Purge>();
        builder.Services.AddWebChat();
        builder.Services.AddDesk();
        if (telegram is not null)
        {
            builder.Services.AddTelegram(telegram);
        }

        var app = builder.Build();
        await VersionCheck.Check(app.Services.GetRequiredService<Engine>());
        app.MapHealth();
        app.MapWebChat();
        app.MapDesk();
        app.MapTelegramWebhook();
        await app.StartAsync(stop);
        await Hello.Say(app, settings.Url, telegram is not null);
        await app.WaitForShutdownAsync(stop);
        return Environment.ExitCode;
    }
}
