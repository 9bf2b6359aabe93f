using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Migration;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Migration;

public sealed class MigrationTests
{
    private static readonly Moment Now = new(Instant.FromUtc(2026, 11, 18, 12, 30));

    [Fact]
    public void Under_a_pack_with_other_words_everybody_stands_where_they_stood()
    {
        var migrated = Walk(AtWords(), ("lines/zh-Hans.extra.yaml", "extra.name: 称呼？\n"));
        Assert.Equal((Outcome.Same, "intake.words"), (migrated.Outcome, migrated.Stands));
        Assert.Empty(migrated.Reasons);
    }

    [Fact]
    public void A_new_question_before_is_asked_once()
    {
        var migrated = Walk(AtWords(), ("intake.dialog.yaml", """
            dialog: intake
            steps:
              - {step: who, ask: many, choices: [family, boss, nobody], fact: contacts-hit}
              - {step: feel, ask: one, choices: [good, bad], fact: mood}
              - {step: words, ask: text, fact: what-said}
            """));
        Assert.Equal((Outcome.OneQuestionAgain, "intake.feel"), (migrated.Outcome, migrated.Stands));
    }

    [Fact]
    public void An_answer_whose_choice_is_gone_is_asked_again()
    {
        var migrated = Walk(AtWords(), ("intake.dialog.yaml", """
            dialog: intake
            steps:
              - {step: who, ask: many, choices: [parents, boss, nobody], fact: contacts-hit}
              - {step: words, ask: text, fact: what-said}
            """));
        Assert.Equal((Outcome.OneQuestionAgain, "intake.who"), (migrated.Outcome, migrated.Stands));
        Assert.Contains(migrated.Reasons, reason => reason.Contains("contacts-hit", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_stood_in_a_dialog_that_is_gone_is_lost()
    {
        var migrated = Walk(AtWords(), ("intake.dialog.yaml", "dialog: other\nsteps:\n  - {step: who, ask: many, choices: [family, boss, nobody], fact: contacts-hit}\n  - {step: words, ask: text, fact: what-said}\n"));
        Assert.Equal(Outcome.Lost, migrated.Outcome);
    }

    [Fact]
    public void Two_answers_gone_are_too_many()
    {
        var stored = Say(AtWords(), new Said("test", "4", "他们说要告诉所有人"));
        var facts = PackFiles.Sound().Files["facts.yaml"]
            .Replace("contacts-hit", "people", StringComparison.Ordinal).Replace("what-said", "words", StringComparison.Ordinal);
        var migrated = Walk(stored, ("facts.yaml", facts), ("intake.dialog.yaml", "dialog: intake\nsteps:\n  - {step: who, ask: text, fact: words}\n"));
        Assert.Equal(Outcome.Lost, migrated.Outcome);
    }

    [Fact]
    public void Who_has_not_spoken_yet_has_nothing_to_lose() =>
        Assert.Equal(Outcome.Same, Walk(Decider().Begin(), ("intake.dialog.yaml", "dialog: intake\nsteps:\n  - {step: who, ask: text, fact: what-said}\n")).Outcome);

    [Fact]
    public void The_report_counts_and_gives_reasons_without_words_of_the_person()
    {
        var to = Decider(("intake.dialog.yaml", """
            dialog: intake
            steps:
              - {step: who, ask: many, choices: [family, boss, nobody], fact: contacts-hit}
              - {step: feel, ask: one, choices: [good, bad], fact: mood}
              - {step: words, ask: text, fact: what-said}
            """));
        var report = MigrationReport.Of(to, [AtWords(), Decider().Begin(), AtWords()], Now);
        Assert.Equal((1, 2, 0, true), (report.Same, report.OneQuestionAgain, report.Lost, report.Sound));
        Assert.StartsWith("3 conversations: 1 stand where they stood, 2 are asked one question again, 0 lost.", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 × stood at 'intake.words', stands at 'intake.feel'", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_said_is_the_same_after_the_walk()
    {
        var stored = AtWords();
        Walk(stored, ("lines/zh-Hans.extra.yaml", "extra.name: 称呼？\n"));
        Assert.Equal("family,boss", stored.Facts["contacts-hit"]!.Value);
    }

    private static Migrated Walk(Conversation stored, params (string, string)[] changes) => Migrating.Walk(Decider(changes), stored, Now);

    private static Conversation AtWords()
    {
        var stored = Say(Decider().Begin(), new Said("test", "1", "你好"), new Pressed("test", "2", null, null, ["tell"]), new Pressed("test", "3", null, null, ["family", "boss"]));
        Assert.Equal("intake.words", stored.At);
        return stored;
    }

    private static Conversation Say(Conversation stored, params Incoming[] incoming)
    {
        var decider = Decider();
        return incoming.Aggregate(stored, (conversation, one) => decider.Decide(conversation, one, Now).Next);
    }

    private static Decider Decider(params (string, string)[] changes) =>
        new(PackReader.Read(PackFiles.SoundWith(changes), new Diagnostics())!);
}
