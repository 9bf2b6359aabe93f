using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Facts;

public class ReadingCasesTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in China.Rows("reading_cases.tsv"))
        {
            rows.Add(row[0], row[1], row[2]);
        }

        return rows;
    }

    [Theory, MemberData(nameof(Cases))]
    public void What_people_type_is_read(string kind, string text, string expected)
    {
        var found = China.Of(kind, text);

        Assert.Equal(expected, string.Join("; ", found.Select(Shown)));
        Assert.All(found, one => Assert.Equal(one.Raw, text.Substring(one.Start, one.Length)));
    }

    private static string Shown(Found found) => found.Precision == Precision.Exact
        ? found.Value
        : $"{found.Value} {found.Precision.ToString().ToLowerInvariant()}";
}
