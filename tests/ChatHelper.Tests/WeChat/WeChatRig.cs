using ChatHelper.Channels.Web;
using ChatHelper.Channels.WeChat;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Limits;
using ChatHelper.Pages;
using ChatHelper.Storage;
using ChatHelper.Tests.Telegram;
using ChatHelper.Tests.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Path = System.IO.Path;

namespace ChatHelper.Tests.WeChat;

/// <summary>The worker's WeChat channel in this process, with the real pack and a real database in a temporary folder, against the fake platform.</summary>
internal sealed class WeChatRig : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wechat-").FullName;
    private readonly Pack _pack;
    private readonly TimeProvider _clock;
    private readonly double _scale;
    private readonly Uri? _pages;
    private WebApplication? _app;

    private WeChatRig(FakeWeChat fake, Pack pack, TimeProvider clock, double scale, Uri? pages) => (Fake, _pack, _clock, _scale, _pages) = (fake, pack, clock, scale, pages);

    private LimitOptions _limits = LimitOptions.None;

    public FakeWeChat Fake { get; }

    public Engine Engine { get; private set; } = null!;

    public BotRig.CapturedLog Log { get; } = new();

    public IServiceProvider Services => _app!.Services;

    /// <summary>Where the rig itself listens, whatever address its links name.</summary>
    public Uri Url => new(_app!.Urls.First());

    /// <param name="certified">The kind of account; null: personal.</param>
    /// <param name="patience">Of the platform alone; null: as <paramref name="scale"/>.</param>
    /// <param name="scale">Of the platform's five seconds and of our deadline: 1 as it is.</param>
    public static async Task<WeChatRig> Started(bool certified = false, TimeProvider? clock = null, double scale = 1, Uri? pages = null, FakeWeChatOptions? options = null, Pack? pack = null, double? patience = null, LimitOptions? limits = null)
    {
        clock ??= TimeProvider.System;
        var fake = await FakeWeChat.StartAsync((options ?? new FakeWeChatOptions()) with { Certified = certified, Clock = clock, WaitScale = patience ?? scale });
        var rig = new WeChatRig(fake, pack ?? ScenarioTalk.China, clock, scale, pages) { _limits = limits ?? LimitOptions.None };
        await rig.Start();
        return rig;
    }

    public async Task Start()
    {
        var options = WeChatOptions.Read(Fake.Settings.GetValueOrDefault)!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(services => new Engine(_pack, Path.Combine(_folder, "data"), _clock, services.GetRequiredService<ILoggerFactory>(), limits: _limits));
        builder.Services.AddPages().AddSingleton<WebDoor>();
        builder.Services.AddWeChat(options with { Deadline = options.Deadline * _scale }, _pages);
        _app = builder.Build();
        _app.MapWeChat();
        if (_pages is not null)
        {
            _app.MapPaperPage();
        }

        Engine = _app.Services.GetRequiredService<Engine>();
        await _app.StartAsync();
        Fake.Platform.Callback = new Uri(new Uri(_app.Urls.First()), WeChatOptions.Path);
    }

    public async Task Stop()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Says something, and what was seen on the connection; empty: nothing.</summary>
    public async Task<string> Say(string person, string text) => (await Fake.Deliver(Fake.Say.Text(person, text))).Shown ?? "";

    /// <summary>Somebody who has agreed to being kept, so that the talk is about something else.</summary>
    public Task Agree(string person) => Engine.Writer.Write(Channels.WeChat.WeChatReader.At(person), session =>
    {
        var now = _clock.GetUtcNow();
        Engine.Conversations.Add(session, WeChatReader.At(person), Engine.Decider.Agreed(new Moment(NodaTime.Instant.FromDateTimeOffset(now))), now.ToUnixTimeMilliseconds());
        return true;
    });

    public Task<Conversation?> Talk(string person) => Engine.Writer.Write(null, session => Engine.Conversations.Find(session, WeChatReader.At(person))?.Conversation);

    public Task<T> Read<T>(Func<Session, T> read) => Engine.Writer.Write(null, read);

    /// <summary>Nothing is written for so long.</summary>
    public void Stall(TimeSpan time) => _ = Engine.Writer.Write(null, _ =>
    {
        Thread.Sleep(time);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await Stop();
        }

        await Fake.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
