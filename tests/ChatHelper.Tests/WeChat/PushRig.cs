using ChatHelper.Channels.Terminal;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Api;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Outbox;
using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Watch;
using ChatHelper.Watch;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.WeChat;

/// <summary>What talks to the API, against the fake, on a clock that moves when told to.</summary>
internal sealed class PushRig : IAsyncDisposable
{
    public const string OpenId = "oFAKE_openid_of_one_person_0001";
    public static readonly Address At = new("wechat", OpenId);
    private int _rows;

    private PushRig(FakeWeChat fake, VirtualClock clock, TimeSpan patience)
    {
        (Fake, Clock) = (fake, clock);
        Options = WeChatOptions.Read(fake.Settings.GetValueOrDefault)!;
        Signals = new Signals(clock.GetUtcNow());
        Http = new ApiHttp(Options, Signals, clock) { Patience = patience };
        Tokens = new AccessTokens(Options, Http, clock, Signals, Log.CreateLogger<AccessTokens>());
        Api = new WeChatApi(Http, Tokens);
        Sender = new WeChatSender(Api, Quota, Pack.Value.Lines, Signals, clock, Log.CreateLogger<WeChatSender>());
    }

    public static Lazy<Pack> Pack { get; } = new(Sound);

    public FakeWeChat Fake { get; }

    public VirtualClock Clock { get; }

    public Lines Log { get; } = new();

    public WeChatOptions Options { get; }

    public Signals Signals { get; }

    public ApiHttp Http { get; }

    public AccessTokens Tokens { get; }

    public WeChatApi Api { get; }

    public PushQuota Quota { get; } = new(most: 100);

    public WeChatSender Sender { get; private set; }

    public static async Task<PushRig> Started(FakeWeChatOptions? options = null, TimeSpan? patience = null)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 11, 18, 12, 30, 0, TimeSpan.Zero));
        return new PushRig(await FakeWeChat.StartAsync((options ?? new FakeWeChatOptions()) with { Clock = clock }), clock, patience ?? TimeSpan.FromSeconds(10));
    }

    /// <summary>The person speaks, and both sides know it.</summary>
    public void Speak(string openId = OpenId)
    {
        Fake.Hear(Fake.Say.Text(openId, "你好"));
        Quota.Spoke(At with { Id = openId }, Clock.GetUtcNow());
    }

    public void Press(string openId = OpenId)
    {
        Fake.Hear(Fake.Say.Click(openId, "help"));
        Quota.Touched(At with { Id = openId }, Clock.GetUtcNow());
    }

    public OutboxRow Row(string text, ReplyClass kind = ReplyClass.Advice, string openId = OpenId) => new(++_rows, 1, At with { Id = openId }, new Reply(text, kind), 1);

    public Task<Outcome> Push(string text = "先别转钱。", ReplyClass kind = ReplyClass.Advice, int part = 0) => Sender.Send(Row(text, kind), part);

    /// <summary>As after a restart: who may be written to is known to the platform alone.</summary>
    public void Forget() => Sender = new WeChatSender(Api, new PushQuota(100), Pack.Value.Lines, Signals, Clock, Log.CreateLogger<WeChatSender>());

    public int Tokened => Fake.Ledger.Count("/cgi-bin/stable_token");

    public int Sent => Fake.Ledger.Count(Send);

    public const string Send = "/cgi-bin/message/custom/send";

    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        Http.Dispose();
        await Fake.DisposeAsync();
        Assert.DoesNotContain(Log.All, line => IsTelling(line));
    }

    /// <summary>Whether a line holds something that nobody may read in it.</summary>
    public bool IsTelling(string line) =>
        Fake.Tokens.All.Concat([Options.Secret, Options.Token, .. Options.AesKeys, OpenId, "先别转钱", "access_token="]).Any(secret => line.Contains(secret, StringComparison.Ordinal));

    private static Pack Sound()
    {
        var diagnostics = new Diagnostics();
        var files = PackFolder.Read(Path.Combine(Checkout.Root, "tests", "broken-packs", "sound"), diagnostics).Files.ToDictionary(StringComparer.Ordinal);
        files["lines/zh-Hans.doubt.yaml"] = "outbox.doubtful: （可能重复）\n";
        return PackReader.Read(new PackSource("sound", files), diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics.Found));
    }
}
