using ChatHelper.Channels.Terminal;
using ChatHelper.Desk;
using ChatHelper.Tests.Papers;
using ChatHelper.Vault;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Desk;

public sealed class DeskKeyFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("desk-keys-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Elsewhere => Path.Combine(_folder, "elsewhere");

    private string Former => Path.Combine(Data, "keys", "desk");

    [Fact]
    public void The_keys_of_cookies_lie_beside_the_keys_of_persons()
    {
        With(Elsewhere, protector => protector.Protect("said"));

        Assert.Single(Directory.GetFiles(Path.Combine(Elsewhere, "desk"), "key-*.xml"));
        Assert.False(Directory.Exists(Path.Combine(Data, "keys")));
    }

    [Fact]
    public void Those_in_the_data_folder_are_moved_once_and_what_they_closed_opens()
    {
        var closed = With(null, protector => protector.Protect("said"));
        var key = Path.GetFileName(Assert.Single(Directory.GetFiles(Former)));
        Directory.CreateDirectory(Elsewhere);
        foreach (var file in Directory.GetFiles(Path.Combine(Data, "keys")))
        {
            File.Move(file, Path.Combine(Elsewhere, Path.GetFileName(file)));
        }

        for (var start = 0; start < 2; start++)
        {
            Assert.Equal("said", With(Elsewhere, protector => protector.Unprotect(closed)));
            Assert.Equal([key], Directory.GetFiles(Path.Combine(Elsewhere, "desk")).Select(Path.GetFileName));
            Assert.False(Directory.Exists(Former));
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(Elsewhere, "desk")));
        }
    }

    [Fact]
    public void A_move_that_was_cut_off_is_ended_by_the_next_start()
    {
        var closed = With(null, protector => protector.Protect("said"));
        var key = Assert.Single(Directory.GetFiles(Former));
        Directory.CreateDirectory(Path.Combine(Elsewhere, "desk"));
        File.WriteAllText(Path.Combine(Elsewhere, "desk", Path.GetFileName(key)), File.ReadAllText(key)[..20]);
        foreach (var file in Directory.GetFiles(Path.Combine(Data, "keys")))
        {
            File.Move(file, Path.Combine(Elsewhere, Path.GetFileName(file)));
        }

        Assert.Equal("said", With(Elsewhere, protector => protector.Unprotect(closed)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string With(string? keys, Func<IDataProtector, string> work)
    {
        var vault = VaultOptions.Read(name => name == "CHATHELPER_KEYS" ? keys : null, Data);
        using var engine = new Engine(Samples.China.Value, Data, new VirtualClock(new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero)), NullLoggerFactory.Instance, keys: vault);
        using var services = new ServiceCollection().AddLogging().AddSingleton(engine).AddDesk().BuildServiceProvider();
        return work(services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test"));
    }
}
