using ChatHelper.Channels.Terminal;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Commands;
using ChatHelper.Fakes.WeChat;

namespace ChatHelper.Tests.WeChat;

public sealed class SelfcheckTests : IAsyncLifetime, IDisposable
{
    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 11, 18, 12, 30, 0, TimeSpan.Zero));
    private readonly StringWriter _output = new();
    private readonly Dictionary<string, string?> _more = new(StringComparer.Ordinal);
    private FakeWeChat _fake = null!;
    private CallbackServer? _server;

    public Task InitializeAsync() => Begin(new FakeWeChatOptions());

    public async Task DisposeAsync()
    {
        Assert.DoesNotContain(_fake.Tokens.All.Concat([_fake.Options.Secret, _fake.Options.Token, _fake.Options.AesKey]), secret => _output.ToString().Contains(secret, StringComparison.Ordinal));
        await _server!.DisposeAsync();
        await _fake.DisposeAsync();
    }

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task A_sound_account_is_right_in_every_point_and_menu_is_made_when_asked()
    {
        Assert.Equal(0, await Run(menu: true));
        Assert.DoesNotContain("not ok", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok      Menu: created", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"enter {_more["PUBLIC_URL"]}wechat at WeChat", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("应急卡", _fake.Menu, StringComparison.Ordinal);
        Assert.Empty(_fake.Ledger.Seen);
        Assert.Equal(0, await Run());
    }

    [Fact]
    public async Task Without_a_menu_it_is_said_how_to_make_one() => await Fails("not ok  Menu: there is none; create it with --menu");

    [Fact]
    public async Task A_clock_that_is_wrong_is_told()
    {
        _fake.Advance(TimeSpan.FromSeconds(42));
        await Fails("not ok  Clock: -42 s from WeChat's");
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_is_named()
    {
        _fake.AllowsAddress = false;
        await Fails("not ok  Access token: the address of this machine is not on the account's IP white list (40164, 127.0.0.1)");
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_it()
    {
        _more["WECHAT_SECRET"] = new string('0', 32);
        await Fails("not ok  Access token: WECHAT_SECRET is not that of the account (40125)");
    }

    [Fact]
    public async Task Rights_that_a_certified_account_lacks_are_told()
    {
        _fake.Certified = false;
        await Fails("not ok  Messages by ourselves: the account has no right to this; only certified accounts have it (48001)");
    }

    [Fact]
    public async Task A_personal_account_needs_none_of_them()
    {
        _fake.Certified = false;
        _more["WECHAT_ACCOUNT"] = "personal";
        Assert.Equal(0, await Run());
        _more["WECHAT_SECRET"] = null;
        Assert.Equal(0, await Run());
        Assert.Contains("-       API: without WECHAT_SECRET nothing is called", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_another_token_or_none_at_all_is_told()
    {
        _more["WECHAT_TOKEN"] = "another1";
        await Fails("not ok  Own server: answers 403");
        await _server!.DisposeAsync();
        await Fails("not ok  Own server: cannot be reached");
        _more["PUBLIC_URL"] = null;
        await Fails("not ok  Address: PUBLIC_URL is not set");
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_one_line()
    {
        _more["WECHAT_AES_KEY"] = "short";
        await Fails("not ok  Settings: WECHAT_AES_KEY=***");
        _more["WECHAT_APPID"] = null;
        await Fails("not ok  Settings: WECHAT_APPID is not set");
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_is_told()
    {
        await _fake.DisposeAsync();
        await Fails("not ok  Access token: WeChat is busy, or cannot be reached");
    }

    private async Task Begin(FakeWeChatOptions options)
    {
        _fake = await FakeWeChat.StartAsync(options with { Clock = _clock });
        _server = await CallbackServer.Started(_fake, _clock, said => Task.FromResult(ReplyXml.Success));
        _more["PUBLIC_URL"] = $"{_server.Address}";
    }

    private async Task Fails(string line)
    {
        _output.GetStringBuilder().Clear();
        Assert.Equal(1, await Run());
        Assert.Contains(line, _output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> Run(bool menu = false) => WeChatSelfcheckCommand.Run(
        name => _more.TryGetValue(name, out var value) ? value : _fake.Settings.GetValueOrDefault(name), menu, _output, _clock);
}
