using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ChatHelper.Channels.Telegram;
using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Fakes;
using ChatHelper.Fakes.Record;
using ChatHelper.Limits;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Path = System.IO.Path;

namespace ChatHelper.Tests.Telegram;

/// <summary>The worker's Telegram channel in this process, with a real database in a temporary folder, against the fake Bot API.</summary>
internal sealed class BotRig : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-").FullName;
    private readonly bool _webhook;
    private readonly Pace _pace;
    private readonly LimitOptions _limits;
    private readonly int _port = FreePort();
    private WebApplication? _app;

    private readonly TimeProvider _clock;
    private readonly Pack _pack;

    private BotRig(FakeBotApi fake, bool webhook, Pace pace, LimitOptions limits, TimeProvider clock, Pack? pack) =>
        (Fake, _webhook, _pace, _limits, _clock, _pack) = (fake, webhook, pace, limits, clock, pack ?? Sound());

    public const long Group = -1001;

    public FakeBotApi Fake { get; }

    public Engine Engine { get; private set; } = null!;

    public CapturedLog Log { get; } = new();

    public TelegramOptions Options { get; private set; } = null!;

    public string Url => $"http://127.0.0.1:{_port}";

    public IServiceProvider Services => _app!.Services;

    public static async Task<BotRig> Started(bool webhook = false, Pace? pace = null, Action<FakeBotApi>? before = null, LimitOptions? limits = null, TimeProvider? clock = null, Pack? pack = null)
    {
        clock ??= TimeProvider.System;
        var rig = new BotRig(await FakeBotApi.StartAsync(new FakeBotApiOptions { WaitScale = 0.01, Clock = clock }), webhook, pace ?? Pace.Unlimited, limits ?? LimitOptions.None, clock, pack);
        before?.Invoke(rig.Fake);
        await rig.Start();
        return rig;
    }

    public async Task Start()
    {
        var variables = new Dictionary<string, string?>
        {
            ["TELEGRAM_TOKEN"] = Fake.Token,
            ["TELEGRAM_API_URL"] = Fake.BaseUrl,
            ["PUBLIC_URL"] = Url,
            ["TELEGRAM_WEBHOOK"] = _webhook ? "1" : "0",
            ["TELEGRAM_VOLUNTEER_GROUP"] = $"{Group}",
        };
        Options = TelegramOptions.Read(variables.GetValueOrDefault)! with { Pace = _pace };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(Log);
        builder.WebHost.UseUrls(Url);
        builder.Services.AddSingleton(services => new Engine(_pack, _folder, _clock, services.GetRequiredService<ILoggerFactory>(), limits: _limits));
        builder.Services.AddTelegram(Options);
        _app = builder.Build();
        _app.MapTelegramWebhook();
        Engine = _app.Services.GetRequiredService<Engine>();
        await _app.StartAsync();
    }

    public async Task Stop()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>The next message to a chat whose text holds these words; the past counts.</summary>
    public Task<LedgerEntry> Sent(long chat, string words) => Fake.Ledger.WaitAsync(
        entry => entry.Kind == LedgerKind.Sent && entry.ChatId == chat && entry.Text?.Contains(words, StringComparison.Ordinal) == true, Patience);

    public Task<LedgerEntry> Edited(long chat, string words) => Fake.Ledger.WaitAsync(
        entry => entry.Kind == LedgerKind.Edited && entry.ChatId == chat && Regex.Unescape($"{entry.Text}{entry.ReplyMarkup}").Contains(words, StringComparison.Ordinal), Patience);

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public async Task<T> Read<T>(Func<Session, T> read) => await Engine.Writer.Write(null, read);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await Stop();
        }

        await Fake.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Pack Sound()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ChatHelper.sln")))
        {
            root = root.Parent!;
        }

        var diagnostics = new Diagnostics();
        var files = PackFolder.Read(Path.Combine(root.FullName, "tests", "broken-packs", "sound"), diagnostics).Files.ToDictionary(StringComparer.Ordinal);
        files["lines/zh-Hans.telegram.yaml"] = """
            outbox.doubtful: （可能重复）
            telegram.done: 完成
            telegram.copy: 复制
            telegram.command.start: 开始
            telegram.command.human: 找真人
            telegram.topic: 有人等着
            telegram.masked: 号码已遮住
            telegram.volunteer: 志愿者
            volunteer.came: "{name} 来了"
            volunteer.said: "{name}：{text}"
            volunteer.left: 志愿者离开了
            stale: 这是之前的问题
            file.kept: 收到了 {name}
            file.refused-kind: 这种文件收不了
            file.refused-size: 文件太大
            file.refused-contact: 不用发别人的名片
            """;
        var real = PackFolder.Read(Path.Combine(root.FullName, "dialogs", "china"), diagnostics).Files;
        foreach (var name in (string[])["commands.gate.yaml", "lines/zh-Hans.gate.yaml"])
        {
            files[name] = real[name];
        }

        files["letters/D01.yaml"] = "needs: [nickname]\nfile: yes\n";
        var pack = PackReader.Read(new PackSource("sound", files), diagnostics);
        return pack ?? throw new InvalidOperationException(string.Join('\n', diagnostics.Found));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal sealed class CapturedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
