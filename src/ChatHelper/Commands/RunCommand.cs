using System.Net.Sockets;
using ChatHelper.Audit;
using ChatHelper.Backups;
using ChatHelper.Channels.Telegram;
using ChatHelper.Channels.Web;
using ChatHelper.Channels.WeChat;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Desk;
using ChatHelper.Desk.Cases;
using ChatHelper.Limits;
using ChatHelper.Pages;
using ChatHelper.Retention;
using ChatHelper.Storage;
using ChatHelper.Vault;
using ChatHelper.Watch;

namespace ChatHelper.Commands;

/// <summary>Serves: the only wiring of the worker.</summary>
internal static class RunCommand
{
    private const int MostConnections = 10_000;
    private const int FewestThreads = 4;

    public static async Task<int> Run(CancellationToken stop)
    {
        Func<string, string?> variable = Environment.GetEnvironmentVariable;
        var settings = Settings.Read(variable);
        var vault = VaultOptions.Read(variable, settings.DataFolder);
        var backups = BackupOptions.Read(variable, vault);
        ProcessMemory.Close();
        KeepThreads();
        var named = OperatorOptions.Read(variable);
        var telegram = TelegramOptions.Read(variable);
        var wechat = WeChatOptions.Read(variable);
        var limits = LimitOptions.Read(variable);
        var audit = AuditOptions.Read(variable);
        var watch = WatchOptions.Read(variable);
        var pack = PackLoading.Load(settings.DialogsFolder, settings.PackName);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "ChatHelper" });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddLogFloor();
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxConcurrentConnections = MostConnections);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new Engine(
            pack, settings.DataFolder, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>(), settings.Office, vault, limits));
        builder.Services.AddHostedService(services => services.GetRequiredService<Engine>().DueClock);
        builder.Services.AddSingleton(audit);
        builder.Services.AddHostedService<AuditKeeping>();
        builder.Services.AddWatch(watch);
        builder.Services.AddHostedService<Purge>();
        builder.Services.AddSingleton(new PublicAddress(settings.PublicUrl));
        builder.Services.AddBackups(backups);
        builder.Services.AddWebChat();
        builder.Services.AddDesk();
        if (telegram is not null)
        {
            builder.Services.AddTelegram(telegram);
        }

        if (wechat is not null)
        {
            builder.Services.AddWeChat(wechat, settings.PublicUrl);
        }

        var app = builder.Build();
        var engine = app.Services.GetRequiredService<Engine>();
        engine.Surroundings.Operator = named;
        engine.Surroundings.BackupDays = backups.Folder is null ? null : backups.Days;
        engine.Surroundings.PagesAt(settings.PublicUrl, settings.Here);
        EndWhenTheDiskFails(app);
        await VersionCheck.Check(engine);
        await app.Services.GetRequiredService<Announcing>().MakeWhole();
        app.MapHealth();
        app.MapMetrics(published: settings.PublicUrl is not null);
        app.MapWebChat();
        app.MapDesk();
        app.MapTelegramWebhook();
        app.MapWeChat();
        await Listen(app, settings.Url, stop);
        await Hello.Say(app, settings.Url, telegram is not null, wechat is not null, vault.Warning, backups.Words);
        await app.WaitForShutdownAsync(stop);

        // The host ends in peace when a part of it broke down; whoever restarts it must see the difference.
        return app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(part => part.ExecuteTask is { IsFaulted: true }) ? 1 : Environment.ExitCode;
    }

    // The pool begins with a thread a processor and adds one when none was free for half a second. On a small machine two names being
    // looked up, or two files read from a slow disk, would hold them all, and WeChat waits for five seconds.
    private static void KeepThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, FewestThreads), ports);
    }

    // Whoever restarts the worker finds out whether the disk is well again.
    private static void EndWhenTheDiskFails(WebApplication app) => app.Services.GetRequiredService<Engine>().Writer.OnBroken = word =>
    {
        DiskLog.Failed(app.Services.GetRequiredService<ILogger<Writer>>(), word);
        Environment.ExitCode = DiskFault.ExitCode;
        app.Lifetime.StopApplication();
    };

    private static async Task Listen(WebApplication app, string url, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new StartFault($"CHATHELPER_URL is '{url}'; nothing can listen there: {fault.Message.TrimEnd('.')}. It must be an address of this machine with a free port.", fault);
        }
    }
}
