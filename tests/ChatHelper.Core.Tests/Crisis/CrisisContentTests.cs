using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;

namespace ChatHelper.Core.Tests.Crisis;

public class CrisisContentTests
{
    private static readonly string[] Never =
    [
        "坚强", "想想你", "想想父母", "想想孩子", "父母怎么办", "孩子怎么办", "自私", "别傻", "不值得", "想开点", "比你", "别人都", "一定会", "保证", "承诺", "绝对", "放心",
        "保密", "债", "欠款", "还钱", "逾期", "法律", "律师", "条例", "第", "起诉", "保险", "受益人", "合同", "继承", "上帝", "佛", "菩萨", "报应", "剂量", "毫克", "安眠药", "农药", "割腕", "烧炭",
        "上吊", "跳楼", "天台", "煤气", "备案", "立案", "24小时", "二十四小时", "都怪", "怪你", "应该早", "文明用语", "！", "!",
    ];

    public static TheoryData<string> LineIds() => [.. ChinaCrisis.Lines.Keys];

    [Theory]
    [MemberData(nameof(LineIds))]
    public void A_line_holds_none_of_the_words_never_said_to_a_person_in_crisis(string line) =>
        Assert.DoesNotContain(Never, word => ChinaCrisis.Lines[line].Contains(word, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(LineIds))]
    public void A_line_has_short_sentences_and_numbers_only_as_placeholders(string line)
    {
        var text = ChinaCrisis.Lines[line];
        Assert.DoesNotMatch(@"\d", Regex.Replace(text, @"\{number\.\d+\}", "", RegexOptions.NonBacktracking));
        Assert.All(text.Split('。', '？'), sentence => Assert.InRange(Regex.Replace(sentence, @"\{[^}]*\}", "00000", RegexOptions.NonBacktracking).Length, 0, 45));
    }

    [Fact]
    public void The_pack_has_no_fault_and_every_line_is_written_and_used()
    {
        Assert.Empty(ChinaCrisis.Faults.Found);
        Assert.Equal(ChinaCrisis.Plan.LineIds.Order(StringComparer.Ordinal), ChinaCrisis.Lines.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_checks_of_the_numbers_hold_until_their_day_and_are_reported_after_it()
    {
        var faults = new Diagnostics();
        NumberReader.Review(ChinaCrisis.Plan, new DateOnly(2027, 5, 21), faults);
        Assert.True(faults.None);
        NumberReader.Review(ChinaCrisis.Plan, new DateOnly(2027, 5, 22), faults);
        Assert.Equal(6, faults.Found.Count);
        Assert.All(faults.Found, fault => Assert.Equal("CH0505", fault.Code));
    }

    [Fact]
    public void The_small_plan_that_the_faults_are_put_into_has_none()
    {
        var faults = new Diagnostics();
        Assert.NotNull(CrisisReader.Read(Small("", ""), faults));
        Assert.Empty(faults.Found);
    }

    [Theory]
    [InlineData("- tier: V2", "- tier: V9", "CH0501")]
    [InlineData("- tier: V2", "- tier: 7", "CH0501")]
    [InlineData("  R1: {", "  R9: {", "CH0501")]
    [InlineData("'同归于尽'", "'同归于尽('", "CH0502")]
    [InlineData("'同归于尽'", "'(同归于尽'", "CH0502")]
    [InlineData("['^没有']", "['^没有', '(']", "CH0502")]
    [InlineData("lasts: until-safe, pages: yes, open: {lines: [crisis.line]", "lasts: until-safe, pages: yes, open: {lines: []", "CH0503")]
    [InlineData("  \"110\":", "  \"120\":", "CH0504")]
    [InlineData("cue: child,", "cue: chlid,", "CH0506")]
    [InlineData("  safe: [", "  save: [", "CH0506")]
    [InlineData("choices: [crisis.choice.safe]", "choices: [crisis.choice.sage]", "CH0506")]
    [InlineData("lasts: until-safe", "lasts: forever", "CH0006")]
    [InlineData("masks: yes", "mask: yes", "CH0003")]
    [InlineData("review_by: 2027-05-21", "review_by: soon", "CH0002")]
    [InlineData("對对", "對", "CH0002")]
    [InlineData("'同归于尽'", "{a: b}", "CH0002")]
    [InlineData("on-duty: crisis.line, ", "", "CH0004")]
    public void A_fault_in_the_file_is_reported_with_its_code_and_line(string good, string bad, string code)
    {
        var faults = new Diagnostics();
        CrisisReader.Read(Small(good, bad), faults);
        Assert.Contains(faults.Found, fault => fault.Code == code && fault.Line > 0);
    }

    [Fact]
    public void A_pattern_that_does_not_compile_takes_only_itself_away()
    {
        var plan = CrisisReader.Read(Small("'同归于尽'", "'同归于尽('"), new Diagnostics())!;
        Assert.Equal(Tier.V2, plan.Lexicon.Detect("弄死那帮孙子").Tier);
    }

    [Fact]
    public void A_pack_without_the_file_is_reported()
    {
        var faults = new Diagnostics();
        Assert.Null(CrisisReader.Read(new PackSource("empty", new Dictionary<string, string>(StringComparer.Ordinal)), faults));
        Assert.Equal("CH0004", Assert.Single(faults.Found).Code);
    }

    private static PackSource Small(string good, string bad)
    {
        var text = ChinaCrisis.Read("tests/ChatHelper.Core.Tests/Crisis/small_crisis.yaml");
        Assert.Contains(good, text, StringComparison.Ordinal);
        return new PackSource("small", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["crisis.yaml"] = good.Length == 0 ? text : text.Replace(good, bad, StringComparison.Ordinal),
            ["lines/zh-Hans.crisis.yaml"] = "crisis.line: 现在打 {number.110}。\n",
        });
    }
}
