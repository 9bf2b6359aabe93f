using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using static ChatHelper.Core.Tests.Reminders.ReminderPack;

namespace ChatHelper.Core.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly Instant Due = At("2026-12-18T09:00");

    [Fact]
    public void Nothing_is_scheduled_until_the_form_is_done()
    {
        var now = At("2026-11-18T20:30");
        var turn = Say(Engine.Begin(), "提醒", now);
        foreach (var choice in (string[])["set-up", "monthly", "today", "morning"])
        {
            Assert.Empty(turn.Effects);
            turn = Press(turn.Next, choice, now);
        }

        Assert.Empty(turn.Effects);
        Assert.Equal(Due, Press(turn.Next, "neutral", now).Put());
    }

    [Theory]
    [InlineData("早上", "09:00")]
    [InlineData("早上十点", "10:00")]
    [InlineData("晚上八点半", "20:30")]
    [InlineData("1", "09:00")]
    [InlineData("3", "20:00")]
    public void An_hour_said_with_the_part_of_the_day_is_the_hour(string words, string hour)
    {
        var now = At("2026-11-18T20:30");
        var asked = Form("monthly", "first", "morning") with { At = "reminder-setup.hour" };
        var at = asked with { Facts = asked.Facts.Without("wish-hour") };
        Assert.Equal(hour, Press(Say(at, words, now).Next, "neutral", now).Next.Facts["reminder-hour"]?.Value);
    }

    [Fact]
    public void Saying_no_schedules_nothing_and_keeps_nothing()
    {
        var now = At("2026-11-18T20:30");
        var turn = Press(Press(Say(Engine.Begin(), "提醒", now).Next, "set-up", now).Next, "no", now);
        Assert.Empty(turn.Effects);
        Assert.Null(turn.Next.Facts["reminder-repeat"]);
    }

    [Fact]
    public void A_person_who_wished_no_more_questions_is_still_asked_for_the_reminder_they_start()
    {
        var resting = With() with { AskNoMore = true, Frames = [Frame.Start("start"), Frame.Start("reminders")], At = "reminders.ask" };
        var turn = Press(resting, "set-up", At("2026-11-18T20:30"));
        Assert.Equal("reminder-setup.repeat", turn.Next.At);
        Assert.Empty(turn.Effects);
    }

    [Fact]
    public void A_reminder_that_has_come_due_puts_the_next_in_the_same_turn()
    {
        var turn = Fall(Monthly(), Due);
        Assert.Equal(At("2027-01-18T09:00"), turn.Put());
        Assert.Equal("给花浇水", turn.Replies[0].Text);
        Assert.Equal(["done", "snooze", "changed", "stop", "what"], turn.Replies[0].Choices.Select(choice => choice.Id));
        Assert.Single(turn.Replies);
    }

    [Fact]
    public void One_that_was_wished_once_ends()
    {
        var once = Monthly() with { Facts = Monthly().Facts.With("reminder-repeat", Fact.Said("", "once")) };
        var turn = Fall(once, Due);
        Assert.Empty(turn.Effects);
        Assert.Null(turn.Next.Facts["reminder-repeat"]);
        Assert.Equal("给花浇水", turn.Seen().Split('\n')[0]);
        Assert.Equal(At("2026-12-19T09:00"), Press(turn.Next, "snooze", Due).Put());
        Assert.Empty(Fall(Press(turn.Next, "snooze", Due).Next, At("2026-12-19T09:00")).Effects);
    }

    [Fact]
    public void Snoozed_it_comes_tomorrow_and_then_each_month_as_before()
    {
        var snoozed = Press(Fall(Monthly(), Due).Next, "snooze", Due + Duration.FromHours(5));
        Assert.Equal(At("2026-12-19T09:00"), snoozed.Put());
        Assert.Equal(At("2027-01-18T09:00"), Fall(snoozed.Next, At("2026-12-19T09:00")).Put());
    }

    [Theory]
    [InlineData("2026-12-18T09:30", "2026-12-19T09:30")]
    [InlineData("2026-12-18T23:30", "2026-12-20T08:00")]
    public void After_a_change_it_comes_in_a_day_but_not_at_night_and_then_each_month_as_before(string now, string expected)
    {
        var changed = Say(Monthly(), "改了通讯录", At(now));
        Assert.Equal(At(expected), changed.Put());
        Assert.Equal(At("2027-01-18T09:00"), Fall(changed.Next, At(expected)).Put());
    }

    [Fact]
    public void Stopped_it_is_taken_back_and_forgotten()
    {
        var stopped = Press(Fall(Monthly(), Due).Next, "stop", Due);
        Assert.Equal(new Unschedule("contacts-backup"), stopped.Effects.Single());
        Assert.Null(stopped.Next.Facts["reminder-repeat"]);
        Assert.Null(stopped.Next.Facts["reminder-cover"]);
    }

    [Fact]
    public void Whoever_has_left_is_not_reminded_and_no_reminder_is_said_to_be_on()
    {
        var left = Engine.Decide(Monthly(), new WentAway("test", "1"), new Moment(Due));
        Assert.Contains(new Unschedule("contacts-backup"), left.Effects);
        Assert.Null(left.Next.Facts["reminder-repeat"]);
    }

    [Fact]
    public void A_row_that_falls_due_at_night_waits_for_the_morning_of_the_person()
    {
        var late = Fall(Monthly(), Due, At("2026-12-18T23:10"));
        Assert.Equal(At("2026-12-19T08:00"), late.Put());
        Assert.Empty(late.Replies);

        // 11:30 in Shanghai is 22:30 the evening before in New York.
        var abroad = Fall(Monthly(zone: "America/New_York"), Due, At("2026-12-18T11:30"));
        Assert.Equal(At("2026-12-18T08:00", "America/New_York"), abroad.Put());
        Assert.Empty(abroad.Replies);
    }

    [Fact]
    public void While_a_volunteer_speaks_it_comes_an_hour_later_but_not_at_night()
    {
        var human = Monthly() with { Mode = Mode.Human };
        Assert.Equal(At("2026-12-18T10:00"), Fall(human, Due).Put());
        Assert.Equal(At("2026-12-19T08:00"), Fall(human, At("2026-12-18T21:30")).Put());
        Assert.Empty(Fall(human, Due).Replies);
    }

    [Theory]
    [InlineData("2026-12-18T08:59")]
    [InlineData("2026-12-18T09:00")]
    [InlineData("2026-12-20T12:00")]
    public void A_clock_that_jumps_neither_repeats_a_month_nor_leaves_one_out(string now) =>
        Assert.Equal(At("2027-01-18T09:00"), Fall(Monthly(), Due, At(now)).Put());

    [Fact]
    public void After_months_without_power_it_comes_once_and_goes_on_from_now() =>
        Assert.Equal(At("2027-04-18T09:00"), Fall(Monthly(), Due, At("2027-03-20T12:00")).Put());

    [Fact]
    public void Another_time_zone_keeps_its_own_wall_clock_through_summer_time()
    {
        var turn = Fall(Monthly(day: "20", zone: "America/New_York"), At("2027-02-20T09:00", "America/New_York"));
        Assert.Equal(At("2027-03-20T09:00", "America/New_York"), turn.Put());
        Assert.Equal("2027-03-20T09:00", turn.Next.Facts["reminder-next"]?.Value);
    }

    [Fact]
    public void A_form_left_half_way_changes_nothing_of_what_is_in_force()
    {
        var before = Monthly() with { Frames = [Frame.Start("start"), Frame.Start("reminders")], At = "reminders.ask" };
        var half = Press(Press(before, "settings", Due).Next, "calendar", Due).Next;
        Assert.Equal(At("2027-01-18T09:00"), Fall(half, Due).Put());
        Assert.Equal("给花浇水", Fall(half, Due).Replies[0].Text);
    }

    [Fact]
    public void What_is_answered_to_a_reminder_is_no_answer_that_can_be_taken_back()
    {
        var before = Monthly() with { LastChange = new LastChange("contacts-hit", null) };
        Assert.Equal("contacts-hit", Fall(before, Due).Next.LastChange?.Fact);
    }
}
