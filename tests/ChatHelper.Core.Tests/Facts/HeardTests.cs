using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Faq;
using NodaTime;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Facts;

/// <summary>What happened is heard however it is said; what is asked, feared or threatened is not written down as something that happened.</summary>
public sealed class HeardTests(ITestOutputHelper output)
{
    private static readonly LocalDateTime Now = new(2026, 11, 18, 20, 30);

    [Fact]
    public void A_sentence_tells_what_happened_and_nothing_that_did_not()
    {
        var rows = China.Rows("heard.tsv").ToList();
        Assert.True(rows.Count >= 60);
        var wrong = rows.Select(row => (Text: row[0], Wrong: Wrong(row[0], row[1]))).Where(row => row.Wrong.Length > 0).ToList();
        wrong.ForEach(row => output.WriteLine($"{row.Text}: {row.Wrong}"));
        Assert.Empty(wrong);
    }

    private static string Wrong(string text, string expected)
    {
        var heard = FaqPack.China.Hearing.Hear(FaqPack.China.Readers.Repair(text), Now, FactSheet.Empty);
        return string.Join("; ", expected.Split(' ').Where(one => one is ['-', .. var name] ? heard.Any(each => each.Name == name)
                : one.Split('=') is not [var fact, var value] || heard.FirstOrDefault(each => each.Name == fact) is not { } told || !told.Fact.Entries.Contains(value, StringComparer.Ordinal))
            .Select(one => $"{one}, but {string.Join(' ', heard.Where(each => each.Name == one.TrimStart('-').Split('=')[0]).Select(each => $"{each.Fact.Value} ({each.Fact.Raw})"))}"));
    }
}
