using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatHelper.Tests.Storage;

namespace ChatHelper.Tests.Start;

/// <summary>Whatever is set up wrongly ends the start at once, with words that the operator can act on.</summary>
public sealed class StartFaultTests : IDisposable
{
    private readonly RealProgram _program = new();

    [Theory]
    [InlineData("TELEGRAM_TOKEN", "abc", "TELEGRAM_TOKEN=***", "a token is")]
    [InlineData("WECHAT_APPID", "gh_10f6c3c3ac5a", "WECHAT_APPID=gh_10f6c3c3ac5a", "an AppID is")]
    [InlineData("CHATHELPER_PACK", "atlantis", "CHATHELPER_PACK is 'atlantis'", "must be")]
    [InlineData("CHATHELPER_DIALOGS", "nowhere", "CHATHELPER_PACK is 'china'", "CHATHELPER_DIALOGS")]
    [InlineData("CHATHELPER_URL", "nonsense", "CHATHELPER_URL is 'nonsense'", "must be")]
    [InlineData("CHATHELPER_URL", "ftp://127.0.0.1:8080", "CHATHELPER_URL is 'ftp:", "must be")]
    [InlineData("CHATHELPER_URL", "https://127.0.0.1:8443", "CHATHELPER_URL is 'https:", "must be")]
    [InlineData("CHATHELPER_URL", "http://127.0.0.1:8080/chat", "CHATHELPER_URL is 'http:", "must be")]
    [InlineData("CHATHELPER_URL", "http://127.0.0.1:99999", "CHATHELPER_URL is 'http:", "must be")]
    [InlineData("CHATHELPER_URL", "http://192.0.2.1:8080", "CHATHELPER_URL is 'http:", "must be")]
    [InlineData("CHATHELPER_DATA", "/proc/no-such-folder", "CHATHELPER_DATA is '/proc/no-such-folder'", "must be")]
    public async Task A_wrong_value_is_one_line_with_setting_value_and_rule(string name, string value, string setting, string rule)
    {
        var (code, errors) = await _program.Run((name, value));

        Refused(code, errors, setting, rule);
        Assert.DoesNotContain('\n', errors);
    }

    [Fact]
    public async Task WeChat_in_clear_is_refused_outside_development()
    {
        var (code, errors) = await _program.Run(("WECHAT_APPID", "wxb11529c136998cb6"), ("WECHAT_TOKEN", "pamtest"), ("WECHAT_MODE", "plain"));

        Refused(code, errors, "WECHAT_MODE=plain", "WECHAT_DEV=1");
        Assert.DoesNotContain('\n', errors);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused()
    {
        var file = Path.Combine(_program.Folder, "file");
        await File.WriteAllTextAsync(file, "x");
        var (code, errors) = await _program.Run(("CHATHELPER_DATA", file));

        Refused(code, errors, $"CHATHELPER_DATA is '{file}'", "must be a folder");
        Assert.DoesNotContain('\n', errors);
    }

    [MountFact]
    public async Task A_data_folder_that_is_read_only_is_refused()
    {
        using var disk = new SmallDisk("1m,ro");
        var (code, errors) = await _program.Run(("CHATHELPER_DATA", disk.Folder));

        Refused(code, errors, $"CHATHELPER_DATA is '{disk.Folder}'", "may write");
        Assert.DoesNotContain('\n', errors);
    }

    [MountFact]
    public async Task A_disk_without_room_for_a_database_is_refused()
    {
        using var disk = new SmallDisk("64k");
        var (code, errors) = await _program.Run(("CHATHELPER_DATA", disk.Folder));

        Refused(code, errors, disk.Folder, "space");
        Assert.DoesNotContain('\n', errors);
    }

    [Fact]
    public async Task A_broken_database_is_refused_and_left_as_it_is()
    {
        var data = Directory.CreateDirectory(Path.Combine(_program.Folder, "data")).FullName;
        var database = Path.Combine(data, "chathelper.db");
        await File.WriteAllTextAsync(database, new string('x', 8192));
        var (code, errors) = await _program.Run();

        Refused(code, errors, database, "damaged");
        Assert.DoesNotContain('\n', errors);
        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(database));
    }

    [Fact]
    public async Task A_key_file_of_the_wrong_length_is_refused()
    {
        var keys = Directory.CreateDirectory(Path.Combine(_program.Folder, "data", "keys")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(keys, "master.key"), new byte[7]);
        var (code, errors) = await _program.Run();

        Refused(code, errors, "master.key", "7 bytes");
        Assert.DoesNotContain('\n', errors);
    }

    [Fact]
    public async Task A_pack_that_is_no_yaml_is_refused_with_code_file_and_line()
    {
        var pack = Directory.CreateDirectory(Path.Combine(_program.Folder, "dialogs", "torn")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pack, "pack.yaml"), "pack: torn\n  languages: [zh-Hans\n");
        var (code, errors) = await _program.Run(("CHATHELPER_DIALOGS", Path.GetDirectoryName(pack)!), ("CHATHELPER_PACK", "torn"));

        Refused(code, errors, "CHATHELPER_PACK is 'torn'", "must be without faults");
        Assert.Matches(@"pack\.yaml[:(]\d+.*CH0001|CH0001.*pack\.yaml", errors);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        var (code, errors) = await _program.Run(("CHATHELPER_URL", url));

        Refused(code, errors, $"CHATHELPER_URL is '{url}'", "free port");
        Assert.DoesNotContain('\n', errors);
    }

    [Fact]
    public async Task A_data_folder_that_another_worker_uses_is_refused()
    {
        var first = _program.Start();
        while (await first.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Web chat:", StringComparison.Ordinal))
        {
        }

        var (code, errors) = await _program.Run();

        Refused(code, errors, "CHATHELPER_DATA is '", "no other program uses");
        Assert.False(first.HasExited);
    }

    [Fact]
    public async Task A_talk_that_reads_from_elsewhere_names_the_way_for_that()
    {
        var (code, _, errors) = await _program.Do(["talk"]);

        Refused(code, errors, "talk is for a terminal", "talk --json");
        Assert.DoesNotContain('\n', errors.Trim());
    }

    public void Dispose() => _program.Dispose();

    private static void Refused(int code, string errors, string setting, string rule)
    {
        Assert.NotEqual(0, code);
        Assert.Contains(setting, errors);
        Assert.Contains(rule, errors);
        Assert.DoesNotContain("   at ", errors);
        Assert.DoesNotContain("Exception", errors);
    }
}
