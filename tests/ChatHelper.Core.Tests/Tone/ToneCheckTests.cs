using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Tests.Tone;

/// <summary>Where the rules of tone hold, and how a text is let pass.</summary>
public sealed class ToneCheckTests
{
    private const string Rules = """
        sentence: '[。！？]'
        question: '[？]'
        quotes: [「」]
        promise:
          - {find: '保证', spare: ['保证人', '不能保证'], say: 说能做什么, bad: [我保证], good: [保证人, 不能保证]}
        official:
          - {find: '官方', bad: [官方客服], good: [银行客服]}

        """;

    [Fact]
    public void A_fault_names_file_line_and_what_to_write_instead()
    {
        var fault = Assert.Single(Faults(("lines/zh-Hans.more.yaml", "extra.fine: 保证人在。\nextra.hello: 我保证停。\n")));

        Assert.Equal((Codes.Promise, "lines/zh-Hans.more.yaml", 2), (fault.Code, fault.File, fault.Line));
        Assert.Contains("'extra.hello' promises: '保证'; better: 说能做什么", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_people_say_are_not_held_against_the_rules() =>
        Assert.Empty(Faults(("lines/zh-Hans.more.yaml", "start.what/tell.words: 保证 官方\n")));

    [Fact]
    public void Words_in_quotation_marks_are_somebody_elses() =>
        Assert.Empty(Faults(("lines/zh-Hans.more.yaml", "extra.hello: 他们说「我保证」，先留下原话。\n")));

    [Fact]
    public void A_letter_is_held_against_the_rules_line_by_line_without_its_template_marks()
    {
        var fault = Assert.Single(Faults(("letters/parts/more.zh-Hans.txt", "{{#when \"nickname is known\"}}保证人{{/when}}\n先找官方客服。\n{{nickname}}保证还清。\n")));

        Assert.Equal((Codes.Promise, "letters/parts/more.zh-Hans.txt", 3), (fault.Code, fault.File, fault.Line));
    }

    [Theory]
    [InlineData("extra.hello", "lines/zh-Hans.more.yaml", "extra.hello: 我保证停。\n")]
    [InlineData("letters/parts/more.zh-Hans.txt", "letters/parts/more.zh-Hans.txt", "我保证还清。\n")]
    public void An_exception_with_its_reason_lets_one_rule_pass_for_one_text(string text, string file, string content)
    {
        var except = $"except:\n  - {{line: {text}, rule: promise, reason: 引用了对方的话}}\n";

        Assert.Empty(Faults(except, (file, content)));
        Assert.Equal(Codes.ToneExceptionUnused, Assert.Single(Faults(except)).Code);
    }

    [Theory]
    [InlineData("except:\n  - {line: start.welcome, rule: promise}\n", Codes.MissingKey)]
    [InlineData("except:\n  - {line: start.welcome, rule: promises, reason: 原因}\n", Codes.UnknownWord)]
    [InlineData("limits:\n  tell: {characters: many}\n", Codes.WrongShape)]
    [InlineData("limits:\n  says: {characters: 10}\n", Codes.UnknownKey)]
    [InlineData("fear:\n  - {find: '完蛋', good: [没事]}\n", Codes.MissingKey)]
    [InlineData("fear:\n  - {find: '完蛋', bad: [完蛋], good: [没事], spares: [没]}\n", Codes.UnknownKey)]
    [InlineData("fears:\n  - {find: '完蛋', bad: [完蛋], good: [没事]}\n", Codes.UnknownKey)]
    [InlineData("item: '['\n", Codes.BrokenToneRule)]
    public void A_fault_of_the_file_itself_is_reported(string more, string code) =>
        Assert.Contains(Faults(more), fault => fault.Code == code && fault.File == "tone.zh-Hans.yaml" && fault.Line > 0);

    [Fact]
    public void Rules_of_a_language_that_the_pack_does_not_speak_wait_and_are_tried()
    {
        const string English = "shame:\n  - {find: x, bad: x, good: y}\nblame:\n  - {find: fault, bad: your fault, good: no fault}\n";

        Assert.Equal(
            [Codes.UnknownKey, Codes.ToneExampleFails],
            Faults(("tone.en.yaml", English), ("lines/en.yaml", "start.welcome: It is your fault.\n")).Select(fault => fault.Code));
    }

    [Fact]
    public void Rules_count_when_the_pack_speaks_their_language()
    {
        var speaks = ("pack.yaml", PackFiles.Sound().Files["pack.yaml"].Replace("[zh-Hans]", "[zh-Hans, en]", StringComparison.Ordinal));
        var english = ("tone.en.yaml", "blame:\n  - {find: your fault, bad: your fault, good: no fault}\n");
        var line = ("lines/en.yaml", "start.welcome: It is your fault.\n");

        Assert.Contains(Codes.Blame, Faults(speaks, english, line).Select(fault => fault.Code));
        Assert.Empty(Faults(english, line));
    }

    [Fact]
    public void Rules_of_tone_do_not_make_another_version_of_the_pack() =>
        Assert.Equal(
            PackReader.Read(PackFiles.Sound(), new Diagnostics())!.Version,
            PackReader.Read(PackFiles.SoundWith(("tone.zh-Hans.yaml", Rules)), new Diagnostics())!.Version);

    private static IReadOnlyList<Diagnostic> Faults(params (string Path, string Text)[] files) => Faults("", files);

    private static IReadOnlyList<Diagnostic> Faults(string more, params (string Path, string Text)[] files)
    {
        var diagnostics = new Diagnostics();
        PackReader.Read(PackFiles.SoundWith([("tone.zh-Hans.yaml", Rules + more), .. files]), diagnostics);
        return diagnostics.Found;
    }
}
