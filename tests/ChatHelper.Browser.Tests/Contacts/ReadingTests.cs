using System.Text;
using Microsoft.Playwright;

namespace ChatHelper.Browser.Tests.Contacts;

/// <summary>Files as phones and programs of many makers write them, and what is none of that.</summary>
public sealed class ReadingTests
{
    [BrowserFact]
    public async Task Every_makers_file_is_read_and_comes_back_the_same_when_it_is_written()
    {
        await using var page = await ContactsPage.Open();
        var rows = (await File.ReadAllLinesAsync(ContactsPage.Expected)).Skip(1).ToList();
        List<string> found = [];
        foreach (var name in rows.Select(row => row.Split('\t')[0]))
        {
            await page.Choose(ContactsPage.File(name));
            found.Add(await Row(page, name));
        }

        Assert.Equal(rows, found);
        Assert.Equal(ContactsPage.Files.Order(StringComparer.Ordinal), rows.Select(row => row.Split('\t')[0]).Order(StringComparer.Ordinal));
        Assert.True(rows.Count >= 60);
    }

    [BrowserFact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        await using var page = await ContactsPage.Open();
        var path = Path.Combine(Directory.CreateTempSubdirectory("large-").FullName, "large.vcf");
        await using (var file = File.Create(path))
        {
            file.SetLength(200L << 20); // a hole: it takes no room on disk
        }

        await page.Choose(path);

        Assert.Equal(await page.Word("refused.too-large"), await page.Said());
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [BrowserFact]
    public async Task Millions_of_folds_and_of_empty_cards_end_in_a_word()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose("folds.vcf", Encoding.ASCII.GetBytes($"BEGIN:VCARD\nFN:x\nNOTE:{new StringBuilder().Insert(0, "\n y", 4_000_000)}\nTEL:19900000001\nEND:VCARD\n"));
        Assert.Equal("1 0 0 0", await page.Numbers());

        await page.Choose("cards.vcf", Encoding.ASCII.GetBytes(new StringBuilder().Insert(0, "BEGIN:VCARD\nEND:VCARD\n", 200_000).ToString()));
        Assert.Equal(await page.Word("refused.too-many"), await page.Said());
        Assert.Equal("", await page.Numbers());

        await page.Choose("lines.vcf", Encoding.ASCII.GetBytes($"BEGIN:VCARD\n{new StringBuilder().Insert(0, "TEL:1\n", 500_000)}END:VCARD\n"));
        Assert.Equal("0 0 0 1", await page.Numbers());
    }

    [BrowserFact]
    public async Task Reading_can_be_stopped_and_begun_anew()
    {
        await using var page = await ContactsPage.Open();
        var large = new StringBuilder("BEGIN:VCARD\nFN:x\nTEL:1\nEND:VCARD\n").Insert(0, "BEGIN:VCARD\nFN:y\nTEL:2\nNOTE:something long enough to take a while\nEND:VCARD\n", 90_000).ToString();
        await page.Page.SetInputFilesAsync("#now-file", new FilePayload { Name = "long.vcf", MimeType = "text/vcard", Buffer = Encoding.ASCII.GetBytes(large) });
        await page.Page.Locator("[data-slot=now] .stop").ClickAsync();
        await page.Page.GetByText(await page.Word("refused.stopped")).WaitForAsync();

        await page.Choose(ContactsPage.File("ios-16.vcf"));
        Assert.Equal("2 0 0 0", await page.Numbers());
    }

    [BrowserFact]
    public async Task Names_never_become_part_of_the_page()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose(ContactsPage.File("markup-names.vcf"));

        Assert.Contains(await page.List("没有号码"), entry => entry.Contains("<img src=x", StringComparison.Ordinal));
        Assert.Equal(0, await page.Page.Locator("main img, main script, main b").CountAsync());
        Assert.Equal(await page.Word("title"), await page.Page.TitleAsync());
    }

    [BrowserFact]
    public async Task Formulas_are_put_out_of_work_and_said_so()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose(ContactsPage.File("formulas.csv"));
        var (_, bytes) = await page.Saved("#save-plain");
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Contains("FN:'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("NOTE:'@SUM", text, StringComparison.Ordinal);
        Assert.Contains("TEL:+86 199 0000 0272", text, StringComparison.Ordinal);
        Assert.Contains("FN:-戚三-", text, StringComparison.Ordinal);
        Assert.True(await page.Page.GetByText("3 个联系人里有像表格公式的字").IsVisibleAsync());
    }

    private static async Task<string> Row(ContactsPage page, string name)
    {
        var numbers = (await page.Numbers()).Split(' ');
        if (numbers is not [var total, var withoutPhone, var duplicates, var unreadable])
        {
            var said = await page.Said();
            var why = (await page.Page.EvaluateAsync<string>(
                "said => Object.entries(JSON.parse(document.getElementById('words').textContent)).find(([, text]) => text === said)?.[0] ?? said", said)).Replace("refused.", "", StringComparison.Ordinal);
            return string.Join('\t', name, "", "0", "0", "", "", why);
        }

        var lines = (await page.List("读不懂")).Select(entry => entry.Split(' ')[1]).ToList();
        Assert.Equal((name, unreadable), (name, $"{lines.Count}"));
        Assert.True(await page.Page.GetByText("每一个都一样").IsVisibleAsync(), $"{name} does not come back as it was");
        var charset = await page.Page.Locator("[data-slot=now] .result").InnerTextAsync();
        var named = new[] { "gb18030", "utf-16le", "utf-16be" }.FirstOrDefault(one => charset.Contains($"{one} 编码", StringComparison.Ordinal)) ?? "";
        return string.Join('\t', name, total, withoutPhone, duplicates, string.Join(',', lines), named, "");
    }
}
