using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Lines.Tone;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Tone;

/// <summary>What is said to people in panic: each rule finds what it is for, and leaves alone what only looks like it.</summary>
public sealed class ToneTests(ITestOutputHelper output)
{
    private const int FewestRows = 60;

    public static TheoryData<string, string, Speaking> Fine => Table("fine", row => (row[1], Enum.Parse<Speaking>(row[0])));

    public static TheoryData<string, string, Speaking, string> Bad
    {
        get
        {
            var rows = new TheoryData<string, string, Speaking, string>();
            foreach (var (language, row) in ToneTables.Languages.SelectMany(language => ToneTables.Rows("bad", language).Select(row => (language, row))))
            {
                rows.Add(language, row[2], Enum.Parse<Speaking>(row[1]), row[0]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public void A_fine_sentence_is_left_alone(string language, string text, Speaking speaking) =>
        Assert.Empty(ToneTables.Books[language].Faults(text, speaking).Select(fault => $"{fault.Rule} {fault.Message}"));

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_sentence_that_harms_is_found_by_its_rule(string language, string text, Speaking speaking, string rule) =>
        Assert.Contains(rule, ToneTables.Books[language].Faults(text, speaking).Select(fault => fault.Rule));

    [Fact]
    public void The_tables_try_every_rule_in_every_language()
    {
        foreach (var language in ToneTables.Languages)
        {
            var bad = ToneTables.Rows("bad", language).ToList();
            var fine = ToneTables.Rows("fine", language).ToList();
            output.WriteLine($"{language}: {bad.Count} sentences found, {fine.Count} left alone");
            Assert.All([bad.Count, fine.Count], count => Assert.True(language != "zh-Hans" || count >= FewestRows));
            Assert.Empty(ToneKind.All.Select(kind => kind.Name).Concat(["jargon", "abbreviation", "questions", "long", "sentences", "numbers"])
                .Except(bad.Select(row => row[0]), StringComparer.Ordinal));
        }
    }

    // CH0213 to CH0228; those of limits that are shown without a text have tests of their own.
    [Fact]
    public void The_examples_shown_to_authors_are_true()
    {
        var readme = File.ReadAllText(Path.Combine(PackFiles.Root, "dialogs", "README.md"));
        var sections = Regex.Matches(readme, "### (?<code>CH02(1[3-9]|2[0-8])) [^#]*Bad: `(?<bad>[^`]*)`\n\nGood: `(?<good>[^`]*)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        Assert.Equal(15, sections.Count);
        foreach (Match section in sections)
        {
            var code = section.Groups["code"].Value;
            var speaking = code switch
            {
                Codes.LongQuestion or Codes.TwoQuestions => Speaking.Ask,
                Codes.NotInCrisis or Codes.ManyNumbers => Speaking.Crisis,
                _ => Speaking.Tell,
            };
            Assert.Contains(code, ToneTables.Books["zh-Hans"].Faults(section.Groups["bad"].Value, speaking).Select(fault => fault.Code));
            Assert.Empty(ToneTables.Books["zh-Hans"].Faults(section.Groups["good"].Value, speaking));
        }
    }

    [Theory]
    [InlineData(160, 0)]
    [InlineData(161, 1)]
    public void A_message_may_grow_to_its_limit(int characters, int faults) =>
        Assert.Equal(faults, ToneTables.Books["zh-Hans"].Faults(new string('字', characters), Speaking.Tell).Count(fault => fault.Code == Codes.LongMessage));

    [Fact]
    public void Items_of_a_list_are_no_sentences() =>
        Assert.Empty(ToneTables.Books["zh-Hans"].Faults("应急卡\n1 先停。\n2 截图。\n3 告诉家人。\n4 报警。\n5 休息。", Speaking.Tell));

    private static TheoryData<string, string, Speaking> Table(string table, Func<string[], (string Text, Speaking Speaking)> read)
    {
        var rows = new TheoryData<string, string, Speaking>();
        foreach (var language in ToneTables.Languages)
        {
            foreach (var (text, speaking) in ToneTables.Rows(table, language).Select(read))
            {
                rows.Add(language, text, speaking);
            }
        }

        return rows;
    }
}
