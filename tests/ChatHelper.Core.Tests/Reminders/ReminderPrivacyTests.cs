using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using static ChatHelper.Core.Tests.Reminders.ReminderPack;

namespace ChatHelper.Core.Tests.Reminders;

/// <summary>The telephone may lie where others see it.</summary>
public sealed class ReminderPrivacyTests
{
    private static readonly Instant Due = At("2026-12-18T09:00");

    private static readonly string[] Telling =
        ["通讯录", "联系人", "备份", "催收", "网贷", "贷款", "欠", "债", "逾期", "骚扰", "爆", "还款", "报警", "投诉", "志愿者", "证据", "电话", "家人", "领导"];

    /// <summary>Whatever waits below when the reminder comes.</summary>
    public static TheoryData<string> Below => ["menu", "asking", "unclear", "paused", "no-more", "nothing", "due-before", "form"];

    [Theory, MemberData(nameof(Below))]
    public void Nothing_that_comes_unasked_tells_what_it_is_about(string below)
    {
        var turn = Fall(Waiting(below), Due);
        Assert.Equal("给花浇水", Assert.Single(turn.Replies).Text);
        Assert.All(Telling, word => Assert.DoesNotContain(word, turn.Seen(), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Below))]
    public void Neither_does_what_follows_the_neutral_buttons(string below)
    {
        foreach (var choice in (string[])["done", "snooze", "changed", "stop"])
        {
            var turn = Press(Fall(Waiting(below), Due).Next, choice, Due);
            Assert.All(Telling, word => Assert.DoesNotContain(word, turn.Seen(), StringComparison.Ordinal));
            Assert.Equal(Mode.Paused, turn.Next.Mode);
        }
    }

    [Theory]
    [InlineData("催收又来了")]
    [InlineData("网 贷 的事")]
    [InlineData("爆-通-讯-录")]
    [InlineData("My LOAN")]
    [InlineData("還款")]
    [InlineData("   ")]
    [InlineData("\u202e\u200b\0")]
    public void A_phrase_that_tells_or_shows_nothing_is_replaced_by_the_neutral_one(string phrase)
    {
        Assert.Equal("提醒：你保存的事项", Fall(Monthly(cover: phrase), Due).Replies[0].Text);
    }

    [Theory]
    [InlineData("给花\n浇水", "给花 浇水")]
    [InlineData("\u202e给花浇水\u202c", "给花浇水")]
    [InlineData("\ud83d给花浇水", "给花浇水")]
    [InlineData("{reminder-day} 号", "{reminder-day} 号")]
    public void A_phrase_is_shown_as_one_plain_line(string phrase, string shown) =>
        Assert.Equal(shown, Fall(Monthly(cover: phrase), Due).Replies[0].Text);

    [Fact]
    public void A_very_long_phrase_is_cut_between_characters()
    {
        var shown = Fall(Monthly(cover: string.Concat(Enumerable.Repeat("🌱", 50_000))), Due).Replies[0].Text;
        Assert.InRange(shown.Length, 1, 32);
        Assert.False(char.IsHighSurrogate(shown[^1]));
    }

    [Fact]
    public void Asked_what_it_is_it_says_only_what_was_wished()
    {
        var said = Press(Fall(Monthly(), Due).Next, "what", Due).Seen();
        Assert.Contains("备份手机里的联系人", said, StringComparison.Ordinal);
        Assert.All((string[])["催收", "贷", "债", "逾期", "骚扰", "爆"], word => Assert.DoesNotContain(word, said, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_answer_the_question_below_go_there()
    {
        var turn = Say(Fall(Waiting("asking"), Due).Next, "领导", Due);
        Assert.Equal("boss", turn.Next.Facts["contacts-hit"]?.Value);
        Assert.DoesNotContain(turn.Next.Frames, frame => frame.Dialog == "backup-due");
    }

    [Fact]
    public void A_number_answers_the_reminder_and_not_the_question_below()
    {
        var turn = Say(Fall(Waiting("asking"), Due).Next, "2", Due);
        Assert.Null(turn.Next.Facts["contacts-hit"]);
        Assert.Equal(At("2026-12-19T09:00"), turn.Put());
    }

    [Fact]
    public void After_it_the_next_words_find_the_question_that_waited()
    {
        var done = Press(Fall(Waiting("asking"), Due).Next, "done", Due).Next;
        Assert.Equal("intake.who", done.At);
        Assert.Equal("family", Say(done, "家人", Due).Next.Facts["contacts-hit"]?.Value);
    }

    [Fact]
    public void An_unclear_answer_is_left_as_it_was()
    {
        var done = Press(Fall(Waiting("unclear"), Due).Next, "done", Due).Next;
        Assert.Equal(Precision.Ask, done.Facts["reminder-next-unclear"]?.Precision);
    }

    private static Conversation Waiting(string below)
    {
        var monthly = Monthly();
        var asking = monthly with { Frames = [Frame.Start("start"), Frame.Start("intake")], At = "intake.who" };
        return below switch
        {
            "asking" => asking,
            "unclear" => asking with { Facts = asking.Facts.With("reminder-next-unclear", new Fact(FactState.Stated, "周日", "2026-11-15|2026-11-22", Precision.Ask)) },
            "paused" => asking with { Mode = Mode.Paused },
            "no-more" => asking with { AskNoMore = true },
            "nothing" => monthly with { Frames = [], At = "" },
            "due-before" => Fall(asking, At("2026-11-18T09:00")).Next,
            "form" => asking with { Frames = [Frame.Start("start"), Frame.Start("reminders"), Frame.Start("reminder-setup")], At = "reminder-setup.repeat" },
            _ => monthly,
        };
    }
}
