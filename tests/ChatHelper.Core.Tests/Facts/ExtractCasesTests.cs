using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Facts;

public class ExtractCasesTests
{
    private static readonly string[] Kinds = ["date", "amount", "phone", "count"];

    public static TheoryData<string, string, string> Values() => Rows(kind => Kinds.Contains(kind));

    public static TheoryData<string, string, string> Typos() => Rows(kind => kind == "typo");

    [Theory, MemberData(nameof(Values))]
    public void Typed_values_are_normalised(string kind, string raw, string expected)
    {
        var found = Assert.Single(China.Of(kind, raw));

        if (expected.Contains("ASK", StringComparison.Ordinal))
        {
            var options = expected.Replace("ASK", "", StringComparison.Ordinal).Trim(' ', '(', ')').Split('|');
            Assert.Equal(Precision.Ask, found.Precision);
            Assert.Equal(2, found.Options.Count);
            Assert.Equal(options, found.Options.Take(options.Length));
            return;
        }

        Assert.Equal(expected.TrimStart('≈').Replace("(unspecified)", "", StringComparison.Ordinal).Split(' ') is [var day, "PM" or "evening" or "night", ..]
            ? expected
            : expected.TrimStart('≈').Replace("(unspecified)", "", StringComparison.Ordinal).Split(' ')[0], found.Value);
        if (expected.Contains('≈') || expected.Contains("approx", StringComparison.Ordinal))
        {
            Assert.Equal(Precision.About, found.Precision);
        }
    }

    [Theory, MemberData(nameof(Typos))]
    public void Misheard_words_are_put_right(string kind, string raw, string expected)
    {
        Assert.Equal("typo", kind);
        Assert.Equal(expected, China.Readers.Repair(raw));
    }

    private static TheoryData<string, string, string> Rows(Func<string, bool> kind)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in China.Rows("extract_cases.tsv").Where(row => kind(row[0])))
        {
            rows.Add(row[0], row[1], row[2]);
        }

        return rows;
    }
}
