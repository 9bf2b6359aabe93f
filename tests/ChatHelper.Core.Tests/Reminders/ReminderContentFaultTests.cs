using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Reminders;

/// <summary>What the reminder needed of packs and of the engine.</summary>
public sealed class ReminderContentFaultTests
{
    private static readonly Instant Now = ReminderPack.At("2026-11-18T20:30");

    [Theory]
    [InlineData("schedule chase", Codes.UnknownDeed)]
    [InlineData("schedule chase sometimes", Codes.UnknownDeed)]
    [InlineData("schedule chase 0d", Codes.UnknownDeed)]
    [InlineData("schedule chase 3d now", Codes.UnknownDeed)]
    [InlineData("start nowhere", Codes.UnknownDialog)]
    [InlineData("start", Codes.UnknownDialog)]
    public void A_deed_that_means_nothing_is_reported(string deed, string code)
    {
        var fault = Assert.Single(Faults(("extra.dialog.yaml", $"dialog: extra\nsteps:\n  - {{step: odd, do: {deed}}}\n")));
        Assert.Equal((code, "extra.dialog.yaml", 3), (fault.Code, fault.File, fault.Line));
    }

    [Theory]
    [InlineData("schedule chase 24h")]
    [InlineData("schedule chase 30d")]
    [InlineData("schedule chase snooze")]
    [InlineData("start intake")]
    public void A_deed_with_a_meaning_is_not(string deed) =>
        Assert.Empty(Faults(("extra.dialog.yaml", $"dialog: extra\nsteps:\n  - {{step: fine, do: {deed}}}\n")));

    [Fact]
    public void Facts_commands_and_small_dialogs_may_stand_in_several_files_but_only_once()
    {
        var faults = Faults(
            ("facts.more.yaml", "- {fact: mood, kind: one}"),
            ("commands.more.yaml", "- {command: second, words: [第二, 真人]}"),
            ("more.dialog.yaml", "- dialog: first\n  steps:\n    - {step: ask, ask: text, fact: nickname}\n- dialog: second\n  steps:\n    - {step: go, do: start first}\n"));
        Assert.Equal(
            [("facts.yaml", Codes.Duplicate), ("commands.yaml", Codes.Duplicate)],
            faults.Select(fault => (fault.File, fault.Code)));
    }

    [Fact]
    public void A_span_from_now_waits_out_the_night_and_leaves_the_reminder_in_force_alone()
    {
        var engine = new Decider(ReminderPack.Sound(PackFiles.SoundWith(
            ("extra.dialog.yaml", "dialog: extra\nsteps:\n  - {step: go, do: schedule chase 4h}\n"))));
        var turn = engine.Decide(At(engine, "start", "start.what"), new Pressed("test", "1", null, null, ["more"]), new Moment(Now));
        Assert.Equal(new Schedule("chase", ReminderPack.At("2026-11-19T08:00")), turn.Effects.Single());
        Assert.Empty(turn.Next.Facts);
    }

    [Fact]
    public void A_dialog_begun_by_the_very_first_word_is_followed_by_the_opening()
    {
        var turn = ReminderPack.Say(ReminderPack.Engine.Begin(), "不用提醒了", Now);
        Assert.Equal("start.what", turn.Next.At);
        Assert.Equal("start", Assert.Single(turn.Next.Frames).Dialog);
        Assert.Equal("start.what", ReminderPack.Press(ReminderPack.Say(ReminderPack.Engine.Begin(), "提醒", Now).Next, "enough", Now).Next.At);
    }

    [Fact]
    public void In_an_answer_that_is_about_itself_nothing_else_is_heard()
    {
        var files = ReminderPack.Source.Files.ToDictionary(StringComparer.Ordinal);
        files["hearing.yaml"] = "- {fact: contacts-hit, hear: 妈, is: family}";
        var engine = new Decider(ReminderPack.Sound(new PackSource("test", files)));
        var form = ReminderPack.Form("monthly", "first", "morning");
        var own = engine.Decide(form, new Pressed("test", "1", null, null, ["own"]), new Moment(Now)).Next;
        var turn = engine.Decide(own, new Said("test", "2", "给妈妈买药"), new Moment(Now));
        Assert.Null(turn.Next.Facts["contacts-hit"]);
        Assert.Equal("给妈妈买药", turn.Next.Facts["reminder-cover"]?.Value);
        Assert.NotNull(engine.Decide(At(engine, "start", "start.what"), new Said("test", "3", "打给我妈了"), new Moment(Now)).Next.Facts["contacts-hit"]);
    }

    private static Conversation At(Decider engine, string dialog, string step) => engine.Begin() with { Frames = [Frame.Start(dialog)], At = step };

    private static IReadOnlyList<Diagnostic> Faults(params (string, string)[] changes)
    {
        var diagnostics = new Diagnostics();
        PackReader.Read(PackFiles.SoundWith(changes), diagnostics);
        return diagnostics.Found;
    }
}
