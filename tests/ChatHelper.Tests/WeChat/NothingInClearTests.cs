using System.Text;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Tests.Telegram;
using Path = System.IO.Path;

namespace ChatHelper.Tests.WeChat;

/// <summary>Who speaks with us on WeChat is for nobody who has the file (contracts.md W15).</summary>
public sealed class NothingInClearTests
{
    private const string Anna = "oFAKE_openid_of_anna_0000000001";

    [Fact]
    public async Task No_file_holds_an_OpenID_whatever_the_person_does()
    {
        await using var rig = await WeChatRig.Started(certified: true);
        await rig.Fake.Deliver(rig.Fake.Say.Subscribe(Anna));
        await rig.Fake.Deliver(rig.Fake.Say.Click(Anna, "help"));
        await rig.Say(Anna, "1");
        rig.Fake.Faults.Add(new ApiFault("/cgi-bin/media/get") { Delay = TimeSpan.FromSeconds(2) });
        var picture = rig.Fake.Deliver(rig.Fake.Say.Image(Anna, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        await BotRig.Until(() => rig.Read(session => (long)session.Scalar("SELECT count(*) FROM telegram_waiting")!).Result == 1);
        var behind = rig.Fake.Deliver(rig.Fake.Say.Click(Anna, "pause"));
        await BotRig.Until(() => rig.Read(session => (long)session.Scalar("SELECT count(*) FROM telegram_waiting")!).Result == 2);
        Told(rig);
        await picture;
        await behind;
        await rig.Fake.Deliver(rig.Fake.Say.Unsubscribe(Anna));
        Told(rig);
        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains(Anna, StringComparison.Ordinal));
    }

    private static void Told(WeChatRig rig) => Assert.All(Directory.GetFiles(Path.GetDirectoryName(rig.Engine.Database.Path)!, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)), path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Anna)) < 0, Path.GetFileName(path));
    });
}
