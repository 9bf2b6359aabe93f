using ChatHelper.Core.Reminders;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests.Reminders;

public sealed class ReminderPlanTests
{
    [Theory]
    [InlineData(31, "2027-01-15T10:00", "2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30 2027-10-31 2027-11-30 2027-12-31 2028-01-31 2028-02-29")]
    [InlineData(30, "2028-01-15T10:00", "2028-01-30 2028-02-29 2028-03-30 2028-04-30")]
    [InlineData(29, "2027-01-29T09:00", "2027-02-28 2027-03-29 2027-04-29")]
    [InlineData(28, "2027-01-31T10:00", "2027-02-28 2027-03-28")]
    [InlineData(1, "2026-12-01T08:59", "2026-12-01 2027-01-01 2027-02-01")]
    [InlineData(1, "2026-12-01T09:00", "2027-01-01")]
    public void Every_month_has_its_day_however_short_it_is(int day, string from, string days)
    {
        var plan = ReminderPlan.Of(day, new LocalTime(9, 0), DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);
        var at = ReminderPack.At(from);
        foreach (var expected in days.Split(' '))
        {
            at = plan.Next(at);
            Assert.Equal(ReminderPack.At($"{expected}T09:00"), at);
        }
    }

    [Theory]
    [InlineData("22:00", 18, "08:00", 19)]
    [InlineData("23:59", 31, "08:00", 1)]
    [InlineData("23:00", 30, "08:00", 31)]
    [InlineData("00:00", 18, "08:00", 18)]
    [InlineData("07:59", 31, "08:00", 31)]
    [InlineData("08:00", 18, "08:00", 18)]
    [InlineData("21:59", 18, "21:59", 18)]
    public void An_hour_of_the_night_becomes_the_morning_that_follows(string wished, int day, string hour, int moved)
    {
        var plan = ReminderPlan.Of(day, LocalTimePattern.HourMinuteIso.Parse(wished).Value, DateTimeZone.Utc);
        Assert.Equal((moved, LocalTimePattern.HourMinuteIso.Parse(hour).Value), (plan.Day, plan.Time));
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    [InlineData("Europe/London")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Asia/Kathmandu")]
    public void Ten_years_of_reminders_come_once_a_month_at_the_same_hour_of_the_wall_clock(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var plan = ReminderPlan.Of(31, new LocalTime(8, 0), zone);
        var at = ReminderPack.At("2026-11-18T20:30", id);
        var month = new YearMonth(2026, 11);
        for (var i = 0; i < 120; i++, month = month.PlusMonths(1))
        {
            at = plan.Next(at);
            var local = at.InZone(zone).LocalDateTime;
            Assert.Equal((month, new LocalTime(8, 0)), (local.Date.ToYearMonth(), local.TimeOfDay));
            Assert.False(QuietHours.Hold(local.TimeOfDay));
        }
    }

    // Samoa left out the 30th of December 2011 when it crossed the date line.
    [Fact]
    public void A_day_that_a_zone_left_out_is_reminded_of_on_the_next()
    {
        var plan = ReminderPlan.Of(30, new LocalTime(9, 0), DateTimeZoneProviders.Tzdb["Pacific/Apia"]);
        Assert.Equal(ReminderPack.At("2011-12-31T09:00", "Pacific/Apia"), plan.Next(ReminderPack.At("2011-12-29T10:00", "Pacific/Apia")));
    }

    [Theory]
    [InlineData("2026-11-18T22:00", "2026-11-19T08:00")]
    [InlineData("2026-11-19T03:00", "2026-11-19T08:00")]
    [InlineData("2026-12-31T23:30", "2027-01-01T08:00")]
    [InlineData("2026-11-18T21:59", "2026-11-18T21:59")]
    [InlineData("2026-11-19T08:00", "2026-11-19T08:00")]
    public void The_night_is_waited_out(string at, string allowed) =>
        Assert.Equal(ReminderPack.At(allowed), QuietHours.Allowed(ReminderPack.At(at), DateTimeZoneProviders.Tzdb["Asia/Shanghai"]));

    [Theory]
    [InlineData("UTC+8", "UTC+08")]
    [InlineData("utc +5:30", "UTC+05:30")]
    [InlineData("GMT-3", "UTC-03")]
    [InlineData("＋９", null)]
    [InlineData("+9", "UTC+09")]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("火星", null)]
    [InlineData("", null)]
    [InlineData("\ud83d\u0000\u202e", null)]
    public void A_zone_is_read_from_its_name_or_its_distance(string words, string? id) => Assert.Equal(id, Spoken.Zone(words)?.Id);

    [Theory]
    [InlineData("20", "20:00")]
    [InlineData("9:30", "09:30")]
    [InlineData("20：15", "20:15")]
    [InlineData("晚上八点", "20:00")]
    [InlineData("早上9点", "09:00")]
    [InlineData("随便", null)]
    [InlineData("25", null)]
    public void An_hour_is_read_as_people_type_it(string words, string? hour) => Assert.Equal(
        hour, Spoken.Time(words, ReminderPack.Pack.Readers, new LocalDateTime(2026, 11, 18, 20, 30)) is { } time ? LocalTimePattern.HourMinuteIso.Format(time) : null);
}
