using ChatHelper.Channels.WeChat;
using ChatHelper.Storage;

namespace ChatHelper.Tests.WeChat;

public sealed class WeChatOptionsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal)
    {
        ["WECHAT_APPID"] = "wxb11529c136998cb6", ["WECHAT_SECRET"] = Secret, ["WECHAT_TOKEN"] = "pamtest", ["WECHAT_AES_KEY"] = Callbacks.Key,
    };

    [Fact]
    public void Without_an_AppID_there_is_no_WeChat()
    {
        _set.Remove("WECHAT_APPID");
        Assert.Null(Read());
    }

    [Fact]
    public void What_is_not_set_is_safe()
    {
        var options = Read()!;

        Assert.Equal((WeChatMode.Safe, false, "https://api.weixin.qq.com/", TimeSpan.FromSeconds(3.5), "/wechat"), (options.Mode, options.Certified, $"{options.Api}", options.Deadline, WeChatOptions.Path));
        Assert.Equal([Callbacks.Key], options.AesKeys);
        Assert.Equal(["api.weixin.qq.com"], options.MediaHosts);
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        _set["WECHAT_AES_KEY_OLD"] = Callbacks.OldKey;
        _set["WECHAT_MODE"] = "compatible";
        _set["WECHAT_ACCOUNT"] = "certified";
        _set["WECHAT_API_URL"] = "http://127.0.0.1:5001";
        var options = Read()!;

        Assert.Equal((WeChatMode.Compatible, true, "http://127.0.0.1:5001/"), (options.Mode, options.Certified, $"{options.Api}"));
        Assert.Equal([Callbacks.Key, Callbacks.OldKey], options.AesKeys);
        Assert.Equal(["127.0.0.1"], options.MediaHosts);
        _set["WECHAT_MEDIA_HOSTS"] = "api.weixin.qq.com, mmbiz.qpic.cn";
        Assert.Equal(["api.weixin.qq.com", "mmbiz.qpic.cn"], Read()!.MediaHosts);
    }

    [Fact]
    public void A_personal_account_needs_no_secret_and_plain_mode_no_key()
    {
        _set.Remove("WECHAT_SECRET");
        _set.Remove("WECHAT_AES_KEY");
        _set["WECHAT_MODE"] = "plain";
        _set["WECHAT_DEV"] = "1";

        Assert.Equal((WeChatMode.Plain, "", 0), (Read()!.Mode, Read()!.Secret, Read()!.AesKeys.Count));
    }

    [Theory]
    [InlineData("WECHAT_APPID", "gh_10f6c3c3ac5a", "WECHAT_APPID=gh_10f6c3c3ac5a: ")]
    [InlineData("WECHAT_SECRET", "short", "WECHAT_SECRET=***: ")]
    [InlineData("WECHAT_TOKEN", "", "WECHAT_TOKEN is not set: ")]
    [InlineData("WECHAT_TOKEN", "ab", "WECHAT_TOKEN=***: ")]
    [InlineData("WECHAT_TOKEN", "with space", "WECHAT_TOKEN=***: ")]
    [InlineData("WECHAT_AES_KEY", "", "WECHAT_AES_KEY is not set: ")]
    [InlineData("WECHAT_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF", "WECHAT_AES_KEY=***: ")]
    [InlineData("WECHAT_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF=", "WECHAT_AES_KEY=***: ")]
    [InlineData("WECHAT_AES_KEY_OLD", "old", "WECHAT_AES_KEY_OLD=***: ")]
    [InlineData("WECHAT_MODE", "plain", "WECHAT_MODE=plain: ")]
    [InlineData("WECHAT_MODE", "aes", "WECHAT_MODE=aes: ")]
    [InlineData("WECHAT_DEV", "yes", "WECHAT_DEV=yes: ")]
    [InlineData("WECHAT_ACCOUNT", "big", "WECHAT_ACCOUNT=big: ")]
    [InlineData("WECHAT_API_URL", "http://example.org", "WECHAT_API_URL=http://example.org: ")]
    [InlineData("WECHAT_API_URL", "https://a:b@example.org", "WECHAT_API_URL=***: ")]
    [InlineData("WECHAT_API_URL", "https://example.org/api", "WECHAT_API_URL=https://example.org/api: ")]
    [InlineData("WECHAT_MEDIA_HOSTS", "https://example.org", "WECHAT_MEDIA_HOSTS=https://example.org: ")]
    [InlineData("WECHAT_MEDIA_HOSTS", "a,,b", "WECHAT_MEDIA_HOSTS=a,,b: ")]
    public void A_wrong_value_is_one_line_with_setting_value_and_rule(string name, string value, string starts)
    {
        _set[name] = value;
        var fault = Assert.Throws<StartFault>(Read);

        Assert.StartsWith(starts, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.True(value.Length == 0 || starts.Contains(value, StringComparison.Ordinal) || !fault.Message.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_certified_account_needs_its_secret()
    {
        _set.Remove("WECHAT_SECRET");
        _set["WECHAT_ACCOUNT"] = "certified";
        Assert.StartsWith("WECHAT_SECRET is not set: ", Assert.Throws<StartFault>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_is_shown()
    {
        _set["WECHAT_AES_KEY_OLD"] = Callbacks.OldKey;
        var shown = $"{Read()}";

        Assert.Contains("wxb11529c136998cb6", shown);
        Assert.All([Secret, "pamtest", Callbacks.Key, Callbacks.OldKey], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    private WeChatOptions? Read() => WeChatOptions.Read(name => _set.GetValueOrDefault(name));
}
