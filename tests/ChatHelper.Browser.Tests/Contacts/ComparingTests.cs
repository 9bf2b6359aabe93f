using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace ChatHelper.Browser.Tests.Contacts;

public sealed class ComparingTests(ITestOutputHelper output)
{
    [BrowserFact]
    public async Task Two_backups_show_who_is_missing_new_and_changed_and_the_missing_are_saved_alone()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose("now.vcf", Cards(("甲一", "+86 199 0000 0001"), ("甲二", "199-0000-0002"), ("甲三改名", "19900000003"), ("甲四", "19900000094"), ("甲六", "19900000006")));
        await page.Choose("before.vcf", Cards(("甲一", "19900000001"), ("甲 二", "19900000002"), ("甲 二", "(0086) 19900000002"), ("甲三", "19900000003"), ("甲四", "19900000004"), ("甲五", "19900000005")), "before");

        Assert.Equal("1 1 2 3", await page.Numbers("before"));
        Assert.Contains("甲五", Assert.Single(await page.List("少了谁", "before")), StringComparison.Ordinal);
        Assert.Contains("甲六", Assert.Single(await page.List("新加了谁", "before")), StringComparison.Ordinal);
        Assert.Equal(2, (await page.List("改了什么", "before")).Length);
        var (name, bytes) = await page.Saved("[data-slot=before] .result button");
        Assert.Matches("^missing-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.vcf$", name);
        Assert.Equal(["FN:甲五"], Encoding.UTF8.GetString(bytes).Split("\r\n").Where(line => line.StartsWith("FN", StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task A_clean_file_compared_with_its_source_differs_in_nobody()
    {
        await using var page = await ContactsPage.Open();
        foreach (var source in (string[])["aosp-2.1.vcf", "outlook-gb2312.vcf", "nextcloud-4.0.vcf", "google-old.csv", "duplicates.vcf", "formulas.csv"])
        {
            await page.Choose(ContactsPage.File(source));
            var (_, clean) = await page.Saved("#save-plain");
            await page.Choose("clean.vcf", clean, "before");

            var total = (await page.Numbers()).Split(' ')[0];
            Assert.Equal((source, $"0 0 0 {total}"), (source, await page.Numbers("before")));
            Assert.StartsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n", Encoding.UTF8.GetString(clean), StringComparison.Ordinal);
            Assert.All(Encoding.UTF8.GetString(clean).Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 77));
        }
    }

    [BrowserFact]
    public async Task Ten_thousand_contacts_are_compared()
    {
        await using var page = await ContactsPage.Open();
        await page.Choose("now.vcf", Many(0, 10_000));
        await page.Choose("before.vcf", Many(50, 10_050), "before");
        Assert.Equal("50 50 0 9950", await page.Numbers("before"));

        // The same modules on the page's own thread, which alone can be slowed down to that of a phone.
        var slow = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await slow.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        await slow.SendAsync("Performance.enable");
        var before = await ThreadSeconds(slow);
        var took = await page.Page.EvaluateAsync<JsonElement>("""
            async ([now, before]) => {
              const { open } = await import('/tools/contacts/book.js');
              const { compare } = await import('/tools/contacts/compare.js');
              const bytes = text => new TextEncoder().encode(text);
              const [a, b] = [bytes(now), bytes(before)];
              const start = performance.now();
              const books = [open(a, {}, () => {}), open(b, {}, () => {})];
              const read = performance.now();
              const found = compare(books[1].keys, books[0].keys);
              return { read: read - start, compared: performance.now() - read, same: found.same, missing: found.missing.length };
            }
            """, new[] { Encoding.UTF8.GetString(Many(0, 10_000)), Encoding.UTF8.GetString(Many(50, 10_050)) });

        var processor = await ThreadSeconds(slow) - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"CPU slowed 4 times: both files of 10,000 read in {took.GetProperty("read").GetDouble():F0} ms, compared in {took.GetProperty("compared").GetDouble():F0} ms by the clock; together {1000 * processor:F0} ms of processor"));
        Assert.Equal((9950, 50), (took.GetProperty("same").GetInt32(), took.GetProperty("missing").GetInt32()));
    }

    // The clock also counts what other programs of this machine do meanwhile.
    private static async Task<double> ThreadSeconds(ICDPSession session) =>
        (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .First(metric => metric.GetProperty("name").GetString() == "ThreadTime").GetProperty("value").GetDouble();

    private static byte[] Cards(params (string Name, string Phone)[] people) => Encoding.UTF8.GetBytes(string.Concat(people.Select(one =>
        $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{one.Name}\r\nTEL:{one.Phone}\r\nEND:VCARD\r\n")));

    private static byte[] Many(int from, int to) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(from, to - from).Select(index =>
        $"BEGIN:VCARD\r\nVERSION:3.0\r\nN:王;小{index};;;\r\nFN:王小{index}\r\nTEL;TYPE=CELL:199 {index:D8}\r\nEMAIL:a{index}@example.com\r\nORG:某公司;某部\r\nEND:VCARD\r\n")));
}
