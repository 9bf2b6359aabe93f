using System.Diagnostics;
using System.Text;
using ICSharpCode.SharpZipLib.Zip;

namespace ChatHelper.Browser.Tests.Contacts;

/// <summary>The encrypted archive, opened by programs that share no line with ours.</summary>
public sealed class LockingTests
{
    [BrowserFact]
    public async Task The_archive_opens_with_the_proposed_passphrase_and_with_no_other()
    {
        await using var page = await ContactsPage.Open();
        foreach (var source in (string[])["ios-16.vcf", "outlook-gb2312.vcf", "nested-bomb.vcf"])
        {
            await page.Choose(ContactsPage.File(source));
            var (_, plain) = await page.Saved("#save-plain");
            var passphrase = await page.Page.Locator("#phrase").InputValueAsync();
            var (name, archive) = await page.Saved("#lock button[type=submit]");

            Assert.Matches("^contacts-[0-9-]{10}\\.zip$", name);
            Assert.Matches("^([a-z]{4}-){5}[a-z]{4}$", passphrase);
            var (entry, opened) = Open(archive, passphrase);
            Assert.Equal(256, entry.AESKeySize);
            Assert.Equal(Path.ChangeExtension(name, ".vcf"), entry.Name);
            Assert.Equal(plain, opened);
            Assert.ThrowsAny<Exception>(() => Open(archive, "another-passphrase"));
            Assert.DoesNotContain("VCARD", Encoding.Latin1.GetString(archive), StringComparison.Ordinal);
        }
    }

    [BrowserFact]
    public async Task Each_proposal_is_another_and_a_weak_one_is_refused_with_a_word()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose(ContactsPage.File("ios-16.vcf"));
        HashSet<string> proposed = [];
        for (var i = 0; i < 50; i++)
        {
            proposed.Add(await page.Page.Locator("#phrase").InputValueAsync());
            await page.Page.Locator("#phrase-new").ClickAsync();
        }

        Assert.Equal(50, proposed.Count);
        foreach (var (weak, word) in ((string, string)[])[("short", "phrase.short"), ("密码密码密码密码密码密码", "phrase.signs")])
        {
            await page.Page.Locator("#phrase").FillAsync(weak);
            await page.Page.Locator("#lock button[type=submit]").ClickAsync();
            Assert.Equal(await page.Word(word), await page.Page.Locator("#phrase-fault").InnerTextAsync());
        }
    }

    [SevenZipFact]
    public async Task Seven_zip_opens_it()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose(ContactsPage.File("mac-labels.vcf"));
        var (_, plain) = await page.Saved("#save-plain");
        var passphrase = await page.Page.Locator("#phrase").InputValueAsync();
        var (_, archive) = await page.Saved("#lock button[type=submit]");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, archive);

        using var program = Process.Start(new ProcessStartInfo(SevenZipFactAttribute.Program, ["e", "-so", "-tzip", $"-p{passphrase}", path]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        using var opened = new MemoryStream();
        await program.StandardOutput.BaseStream.CopyToAsync(opened);
        await program.WaitForExitAsync();
        File.Delete(path);

        Assert.Equal(0, program.ExitCode);
        Assert.Equal(plain, opened.ToArray());
    }

    private static (ZipEntry Entry, byte[] Bytes) Open(byte[] archive, string passphrase)
    {
        using var zip = new ZipFile(new MemoryStream(archive)) { Password = passphrase };
        var entry = zip[0];
        using var opened = new MemoryStream();
        using var stream = zip.GetInputStream(entry);
        stream.CopyTo(opened);
        return (entry, opened.ToArray());
    }
}
