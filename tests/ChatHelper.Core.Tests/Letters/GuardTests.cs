using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

public class GuardTests
{
    private const string Rules = """
        - {rule: recording, says: [录音], if: evidence has recording, beside: [保存, 请]}
        - {rule: waiver, says: [免息], not-in: [D10]}
        - {rule: menace, says: [曝光]}
        """;

    [Theory]
    [InlineData("我有录音。", "", "CH0310 recording 我有录音")]
    [InlineData("我有录音。", "recording", "")]
    [InlineData("请平台保存录音。", "", "")]
    [InlineData("请保存录音。对方说过，我有录音。", "", "CH0310 recording 对方说过，我有录音")]
    [InlineData("不免息就曝光", "recording", "CH0311 waiver 不免息就曝光 CH0311 menace 不免息就曝光")]
    public void A_claim_needs_a_fact_unless_the_sentence_asks_for_it(string template, string evidence, string breaches) =>
        Assert.Equal(breaches, Found(template, ("evidence", Fact.Said("", evidence))));

    [Fact]
    public void What_the_person_said_is_theirs_and_is_not_held_against_the_letter()
    {
        var said = Fact.Said("有录音 不还就曝光", "有录音 不还就曝光");

        Assert.Equal("", Found("对方说：“{{raw what-they-said}}”。", ("what-they-said", said)));
        Assert.Equal("", Found("经过：{{what-they-said}}。", ("what-they-said", said)));
        Assert.Equal("", Found("{{#each-of contacts-named}}{{entry}}{{/each-of}}", ("contacts-named", Fact.Said("", "录音的人,曝光的人"))));
    }

    [Fact]
    public void Words_of_ours_around_the_persons_words_still_count() =>
        Assert.Equal("CH0310 recording 手里的□有录音", Found("手里的{{what-they-said}}有录音", ("what-they-said", Fact.Said("", "手机"))));

    [Fact]
    public void A_rule_for_a_family_of_letters_holds_for_all_of_it_and_for_no_other()
    {
        var rule = new GuardRule("rule", [], null, [], ["D12", "D1"], ["D12c"], 1);

        Assert.Equal(["D12", "D12a", "D12a-brief"], new[] { "D12", "D12a", "D12a-brief", "D12c", "D12c-brief", "D13", "D01" }.Where(rule.IsFor));
    }

    [Theory]
    [InlineData("- {rule: r, says: []}", "CH0004")]
    [InlineData("- {rule: r, says: ['(录']}", "CH0620")]
    [InlineData("- {rule: r, says: [录], if: has nothing}", "CH0101")]
    [InlineData("- {rule: r, says: [录], unless: x}", "CH0003")]
    [InlineData("- {rule: r, says: [录], if: nobody is known}", "CH0303")]
    [InlineData("- {rule: r, says: [录], if: evidence has parrot}", "CH0112")]
    public void A_rule_that_cannot_hold_is_reported(string rules, string code)
    {
        var (_, found) = LetterPack.Small("你好", more: (GuardFile, rules));

        Assert.Equal([code], found.Select(one => one.Code));
    }

    [Fact]
    public void A_text_that_only_one_answer_chooses_is_held_against_little_else_being_known()
    {
        var (_, found) = LetterPack.Small(
            "你好", "variants: [{if: what-they-did has edited-photo and role is borrower, text: U}, {text: T}]",
            ("letters/U.zh-Hans.txt", "我有录音"), (GuardFile, Rules));

        Assert.Contains(found, one => one.Code == Codes.UncarriedClaim && one.File == "letters/U.zh-Hans.txt");
    }

    private const string GuardFile = "letters/guard.yaml";

    private static string Found(string template, params (string Name, Fact Fact)[] facts)
    {
        var (pack, _) = LetterPack.Small(template, more: (GuardFile, Rules));
        var sheet = LetterPack.Sheet(facts);
        var form = pack.Letters["T"];
        var draft = LetterWriter.Draft(pack, form, form.For(sheet), sheet, CaseFile.Empty, LetterPack.Today, "zh-Hans");
        return string.Join(' ', pack.Guard.Check(draft, sheet).Select(breach => $"{breach.Code} {breach.Rule} {breach.Sentence}"));
    }
}
