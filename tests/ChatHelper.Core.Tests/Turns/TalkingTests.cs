using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Turns;

/// <summary>How free words move a conversation, on a small pack of its own.</summary>
public sealed class TalkingTests
{
    private const string Start = """
        dialog: start
        steps:
          - {step: welcome, tell: yes}
          - step: mood
            ask: one
            yields: yes
            choices: [good, bad]
            fact: mood
          - step: how-many
            ask: count
            fact: calls
          - step: what
            ask: menu
            choices:
              - {choice: tell, call: intake}
              - {choice: more, call: extra}
        """;

    private const string Facts = """
        - {fact: contacts-hit, kind: many, choices: [family, boss, nobody], card: yes}
        - {fact: what-said, kind: text, card: yes}
        - {fact: erase-sure, kind: one}
        - {fact: got-answer, kind: one}
        - {fact: nickname, kind: text, card: yes}
        - {fact: mood, kind: one}
        - {fact: calls, kind: count, card: yes}
        - {fact: days, kind: count, card: yes}
        """;

    private const string Hearing = """
        - {fact: contacts-hit, is: family, hear: [姐姐]}
        - {fact: contacts-hit, is: boss, hear: [领导]}
        - {fact: nickname, as: refused, hear: [不写名字]}
        - {fact: nickname, as: words, if: not nickname is known, hear: ['我叫(?<v>\w+)']}
        - {fact: days, as: words, hear: ['逾期(?<v>\d+次)']}
        """;

    private const string Faq = """
        - {faq: prison, hear: [坐牢]}
        - {faq: no-lookup, first: yes, deaf: yes, hear: [帮我查]}
        """;

    private const string More = """
        start.mood: 还好吗？
        start.mood/good: 好
        start.mood/good.words: =好 不错
        start.mood/bad: 不好
        start.mood/bad.words: 难过
        start.how-many: 多少次？
        fact.calls: 次数
        fact.days: 天数
        faq.prison: 一般不会坐牢。
        faq.no-lookup: 我不查人。
        """;

    [Fact]
    public void A_question_that_yields_gives_way_to_whoever_tells_something_else() =>
        Plays("> 你好\nat start.mood\n> 姐姐接到了\nfact mood is unknown\nfact contacts-hit = family\nat start.how-many");

    [Fact]
    public void A_question_in_between_brings_an_answer_and_the_same_question() =>
        Plays("> 你好\n> 会坐牢吗\n< 一般不会坐牢\nat start.mood\nfact mood is open");

    [Fact]
    public void The_first_words_are_answered_and_kept_too() =>
        Plays("> 姐姐接到了，会坐牢吗\n< 你好，我在这里\n< 一般不会坐牢\nfact contacts-hit = family\nat start.mood");

    [Fact]
    public void What_a_refused_message_tells_of_others_is_not_kept() =>
        Plays("> 你好\n> 帮我查他姐姐\n< 我不查人\nfact contacts-hit is open\nat start.mood");

    [Fact]
    public void Things_heard_together_are_said_back_together() =>
        Plays("> 姐姐接到了，我叫小周\n< 我理解到：\n< 称呼：小周");

    [Fact]
    public void A_rule_with_a_condition_hears_only_while_it_holds() =>
        Plays("> 我叫小周\n> 我叫小李\nfact nickname = 小周");

    [Fact]
    public void Words_can_refuse_a_question_before_it_is_asked() =>
        Plays("> 我不写名字\nfact nickname is refused");

    [Theory]
    [InlineData("好", "good")]
    [InlineData("还不错", "good")]
    [InlineData("很难过", "bad")]
    public void A_word_behind_an_equals_sign_must_be_the_whole_message(string text, string mood) =>
        Plays($"> 你好\n> {text}\nfact mood = {mood}");

    [Fact]
    public void A_word_of_a_choice_inside_a_story_picks_nothing() =>
        Plays("> 你好\n> 姐姐很难过\nfact mood is unknown\nfact contacts-hit = family");

    [Fact]
    public void A_number_that_was_heard_as_something_else_does_not_answer_the_question() =>
        Plays("> 你好\n> [good]\nat start.how-many\n> 逾期20次\nfact days = 20次\nfact calls is open\nat start.how-many");

    [Fact]
    public void A_dialog_asked_for_in_the_first_words_lies_above_the_opening() =>
        Plays("> 昵称\nat extra.name\n> 小周\n< 你好，我在这里\nat start.mood");

    [Fact]
    public void Going_on_leaves_a_dialog_that_was_opened_over_the_questions() =>
        Plays("> 你好\n> [good]\n> 昵称\nat extra.name\n> 接着问\nat start.how-many");

    [Fact]
    public void A_picked_danger_opens_the_care_for_it() =>
        Plays(
            "> 你好\n> [bad]\ncrisis R2\n! 多少次",
            ("start.dialog.yaml", Start
                .Replace("    fact: mood\n", "    fact: mood\n    next:\n      - {if: mood is bad, go: care}\n      - {go: how-many}\n", StringComparison.Ordinal)
                .Replace("  - step: how-many", "  - {step: care, do: care R2}\n  - step: how-many", StringComparison.Ordinal)));

    [Fact]
    public void Care_for_a_tier_that_is_not_there_is_a_fault()
    {
        var diagnostics = new Diagnostics();
        _ = PackReader.Read(PackFiles.SoundWith(("start.dialog.yaml", "dialog: start\nsteps:\n  - {step: welcome, do: care R9}\n  - {step: what, ask: menu, choices: [{choice: tell, call: intake}]}")), diagnostics);
        Assert.Contains(diagnostics.Found, fault => fault.Code == Codes.UnknownDeed && fault.File == "start.dialog.yaml");
    }

    [Fact]
    public void A_topic_that_the_explanation_lacks_is_a_fault()
    {
        var diagnostics = new Diagnostics();
        _ = PackReader.Read(PackFiles.SoundWith(("start.dialog.yaml", "dialog: start\nsteps:\n  - {step: welcome, tell: law nowhere}\n  - {step: what, ask: menu, choices: [{choice: tell, call: intake}]}")), diagnostics);
        Assert.Contains(diagnostics.Found, fault => fault.Code == Codes.UnknownDeed && fault.File == "start.dialog.yaml");
    }

    private static void Plays(string text, params (string Path, string Text)[] more)
    {
        var diagnostics = new Diagnostics();
        var sound = PackFiles.Sound().Files;
        var pack = PackReader.Read(
            PackFiles.SoundWith(
            [
                ("start.dialog.yaml", Start), ("facts.yaml", Facts), ("hearing.yaml", Hearing), ("faq.yaml", Faq),
                ("commands.yaml", sound["commands.yaml"] + "\n- {command: extra, words: [昵称]}\n- {command: go-on, words: [接着问]}\n"),
                ("lines/zh-Hans.yaml", sound["lines/zh-Hans.yaml"].Replace("noted.many: '{lines}'", "noted.many: \"我理解到：\\n{lines}\"", StringComparison.Ordinal) + "\n" + More),
                .. more,
            ]),
            diagnostics);
        var play = PlayReader.Read("plays/one.play", $"dialog: start\nclock 2026-11-18T20:30\n{text}", diagnostics);
        Assert.Empty(diagnostics.Found);
        Assert.Empty(PlayRunner.Run(new Decider(pack!), play));
    }
}
