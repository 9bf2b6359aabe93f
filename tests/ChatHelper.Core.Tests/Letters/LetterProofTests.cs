using ChatHelper.Core.Content;

namespace ChatHelper.Core.Tests.Letters;

public class LetterProofTests
{
    [Theory]
    [InlineData("你好{{first-incident}}", "file: no", null)]
    [InlineData("你好", "variants: [{text: U}]", Codes.LetterTextMissing)]
    [InlineData("{{#known role}}你好", "file: no", Codes.BrokenTemplate)]
    [InlineData("{{first-incidnet}}", "file: no", Codes.LetterUnknownFact)]
    [InlineData("{{#known role}}{{else}}{{#is role \"contact\"}}{{nobody}}{{/is}}{{/known}}你好", "file: no", Codes.LetterUnknownFact)]
    [InlineData("你好", "needs: [first-incidnet]", Codes.LetterUnknownFact)]
    [InlineData("你好", "wants: [first-incidnet]", Codes.LetterUnknownFact)]
    [InlineData("你好", "variants: [{if: rol is contact, text: T}, {text: T}]", Codes.LetterUnknownFact)]
    [InlineData("{{#when \"rol is contact\"}}{{/when}}你好", "file: no", Codes.LetterUnknownFact)]
    [InlineData("{{#when \"role is\"}}{{/when}}你好", "file: no", Codes.BrokenCondition)]
    [InlineData("{{#is role \"lender\"}}{{/is}}你好", "file: no", Codes.UnknownChoice)]
    [InlineData("{{number \"119\"}}", "file: no", Codes.LetterDoesNotRender)]
    [InlineData("{{> nothing}}", "file: no", Codes.LetterDoesNotRender)]
    [InlineData("你好你好", "longest: 3", Codes.LetterTooLong)]
    [InlineData("“{{raw what-they-said}}”", "longest: 200", Codes.LetterTooLong)]
    [InlineData("你好（{{#known city}}x{{/known}}）", "file: no", Codes.LetterHole)]
    [InlineData("你好，{{#known city}}x{{/known}}。", "file: no", Codes.LetterHole)]
    [InlineData("{{#known city}}x{{/known}}", "file: no", Codes.LetterHole)]
    [InlineData("你好", "variants: [{if: role is contact, text: T}]", Codes.LetterVariantOrder)]
    [InlineData("你好", "variants: [{text: T}, {if: role is contact, text: T}]", Codes.LetterVariantOrder)]
    [InlineData("{{#if role}}你好{{/if}}你好", "file: no", Codes.UnknownTemplateWord)]
    [InlineData("你好", "cite: [no-such-point]", Codes.NoSuchPoint)]
    public void A_fault_has_its_code_and_a_good_letter_none(string template, string form, string? code)
    {
        var (_, found) = LetterPack.Small(template, form);
        Assert.Equal(code is null ? [] : new[] { code }, found.Select(one => one.Code).Distinct());
    }

    [Fact]
    public void A_fault_in_a_part_names_the_part_and_the_line_once()
    {
        var (_, found) = LetterPack.Small(
            "{{> greeting}}", "variants: [{if: role is contact, text: T}, {text: T}]",
            ("letters/parts/greeting.zh-Hans.txt", "你好\n{{#known role}}\n{{else}}\n{{#has role \"contact\"}}{{nobody}}{{/has}}\n{{/known}}\n"));
        Assert.Equal(("letters/parts/greeting.zh-Hans.txt", 4), Assert.Single(found.Select(one => (one.File, one.Line))));
    }

    [Fact]
    public void Words_for_a_chat_need_a_text_in_every_language_of_the_pack()
    {
        var (_, found) = LetterPack.Small(
            "你好", "file: no", ("pack.yaml", "pack: test\nzone: Asia/Shanghai\nlanguages: [zh-Hans, en]\nopening: start\n"));
        Assert.Equal(Codes.LetterTextMissing, Assert.Single(found).Code);
    }
}
