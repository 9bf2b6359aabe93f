using ChatHelper.Channels.Terminal;
using ChatHelper.Channels.Web;
using ChatHelper.Commands;
using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Desk;
using ChatHelper.Limits;
using ChatHelper.Watch;
using ChatHelper.Pages;
using ChatHelper.Tests.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.Web;

/// <summary>The worker's pages on a loopback port, with a small pack, a clock that can be moved and a folder of its own.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("site-").FullName;
    private readonly WebApplication _app;

    // An operator may ask for more log than there is by itself, as deep as there are names.
    private static readonly KeyValuePair<string, string?>[] Talkative =
    [
        new("Logging:LogLevel:Default", "Trace"), new("Logging:LogLevel:Microsoft.AspNetCore", "Trace"), new("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
    ];

    private Site(Pack pack, string? exit, LimitOptions limits, ILoggerProvider? log, DateTimeOffset? at)
    {
        Clock = new VirtualClock(at ?? new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Configuration.AddInMemoryCollection(Talkative);
            builder.Logging.AddProvider(log);
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("WEB_EXIT_URL", exit)]);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(all => new Engine(pack, _folder, Clock, all.GetRequiredService<ILoggerFactory>(), limits: limits));
        builder.Services.AddSingleton(new PublicAddress(new Uri("https://desk.example")));
        builder.Services.AddWebChat().AddDesk();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000); // the product's own number is tried once
        _app = builder.Build();
        _app.MapHealth();
        _app.MapWebChat();
        _app.MapDesk();
    }

    internal VirtualClock Clock { get; }

    internal Engine Engine => _app.Services.GetRequiredService<Engine>();

    public Uri Url => new(_app.Urls.First());

    /// <param name="exit">Where the quick exit leads.</param>
    /// <param name="china">Serve the real pack instead of a small one.</param>
    public static Task<Site> Start(string? exit = null, bool china = false) => Start(new LimitOptions { DiskUsed = _ => 0 }, exit, china);

    internal static async Task<Site> Start(LimitOptions limits, string? exit = null, bool china = false, ILoggerProvider? log = null, DateTimeOffset? at = null)
    {
        var site = new Site(china ? PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china") : Small(), exit, limits, log, at);
        await site._app.StartAsync();
        return site;
    }

    internal IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    internal T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Pack Small()
    {
        var diagnostics = new Diagnostics();
        var files = new Dictionary<string, string>(
            PackFolder.Read(Path.Combine(Checkout.Root, "tests/broken-packs/sound"), diagnostics).Files, StringComparer.Ordinal);
        var real = PackFolder.Read(Path.Combine(Checkout.Root, "dialogs/china"), diagnostics).Files;
        foreach (var name in (string[])["lines/zh-Hans.web.yaml", "lines/zh-Hans.desk.yaml", "lines/zh-Hans.tool.yaml", "commands.gate.yaml", "lines/zh-Hans.gate.yaml"])
        {
            files[name] = real[name];
        }

        files["letters/D01.yaml"] = "needs: [nickname]\nfile: yes\n";
        var pack = PackReader.Read(new PackSource("small", files), diagnostics);
        Assert.Empty(diagnostics.Found);
        return pack!;
    }
}
