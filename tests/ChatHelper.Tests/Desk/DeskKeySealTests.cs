using System.Xml.Linq;
using ChatHelper.Tests.Web;
using Microsoft.AspNetCore.DataProtection;

namespace ChatHelper.Tests.Desk;

public sealed class DeskKeySealTests
{
    [Fact]
    public async Task The_keys_of_cookies_lie_closed_and_open_again()
    {
        await using var site = await Site.Start();
        var protector = site.Get<IDataProtectionProvider>().CreateProtector("test");
        Assert.Equal("said", protector.Unprotect(protector.Protect("said")));

        var key = XDocument.Load(Assert.Single(Directory.GetFiles(Path.Combine(site.Engine.DataFolder, "keys", "desk"), "key-*.xml")));
        Assert.DoesNotContain(key.Descendants(), part => part.Name.LocalName is "masterKey" or "value");
        Assert.Single(key.Descendants("sealed"));
    }
}
