using System.Globalization;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Letters;
using ChatHelper.Core.Turns;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Facts;

/// <summary>How often what people type is understood, as numbers; single cases are held by <see cref="ExtractCasesTests"/>.</summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    // What the table calls them, and what they are here; the value of a correction is read where it is put.
    private static readonly Dictionary<string, Command> Commands = new(StringComparer.Ordinal)
    {
        ["跳过"] = new("skip", ""), ["SKIP"] = new("refuse", ""), ["PAUSE"] = new("pause", ""), ["UNDO"] = new("undo", ""),
        ["CORRECT(last amount)"] = new("change", "是2.3万"), ["LANG"] = new("language", "(below)"),
    };

    [Fact]
    public void Every_listed_value_is_understood()
    {
        var rows = China.Rows("extract_cases.tsv").Select(row => (Kind: row[0], Raw: row[1], Right: IsRight(row[0], row[1], row[2]))).ToList();
        var right = rows.Count(row => row.Right);
        var kinds = string.Join(", ", rows.GroupBy(row => row.Kind).Select(kind => $"{kind.Key} {kind.Count(row => row.Right)}/{kind.Count()}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"extraction: {right} of {rows.Count} right ({100.0 * right / rows.Count:0.0}%): {kinds}"));

        Assert.Empty(rows.Where(row => !row.Right).Select(row => row.Raw));
    }

    private static bool IsRight(string kind, string raw, string expected)
    {
        if (kind is "typo" or "cmd")
        {
            var command = LetterPack.Real.Commands.Match(raw);
            return kind == "typo" ? China.Readers.Repair(raw) == expected
                : Commands[expected.Split('=')[0]] == command || (command?.Id == "language" && expected == $"LANG={command.Rest}");
        }

        if (China.Of(kind, raw) is not [var found])
        {
            return false;
        }

        var options = expected.Replace("ASK", "", StringComparison.Ordinal).Trim(' ', '(', ')').Split('|');
        var plain = expected.TrimStart('≈').Replace("(unspecified)", "", StringComparison.Ordinal);
        return expected.Contains("ASK", StringComparison.Ordinal)
            ? found.Precision == Precision.Ask && found.Options.Take(options.Length).SequenceEqual(options)
            : found.Value == (plain.Split(' ') is [_, "PM" or "evening" or "night", ..] ? expected : plain.Split(' ')[0]);
    }
}
