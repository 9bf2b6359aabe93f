namespace ChatHelper.Core.Tests.Deadlines;

/// <summary>Working days, counted by hand on a wall calendar.</summary>
public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2026-11-18", 7, "2026-11-27")] // no holiday on the way
    [InlineData("2026-11-21", 1, "2026-11-23")] // from a Saturday
    [InlineData("2026-02-13", 1, "2026-02-14")] // a make-up Saturday before the Spring Festival
    [InlineData("2026-02-13", 7, "2026-03-02")] // 14 | 24 25 26 27 28 | 2
    [InlineData("2026-02-20", 1, "2026-02-24")] // filed within the festival
    [InlineData("2026-09-18", 2, "2026-09-21")] // a make-up Sunday
    [InlineData("2026-09-29", 7, "2026-10-14")] // 30 | 8 9 10 | 12 13 14
    [InlineData("2026-05-02", 4, "2026-05-09")] // 6 7 8 and the make-up Saturday
    [InlineData("2025-12-30", 7, "2026-01-09")] // 31 | 4 5 6 7 8 9, the 4th a make-up Sunday
    [InlineData("2025-01-24", 7, "2025-02-10")] // 26 27 | 5 6 7 8 | 10
    [InlineData("2025-09-26", 7, "2025-10-13")] // 28 29 30 | 9 10 11 | 13
    public void Working_days_are_counted_as_by_hand(string start, int days, string expected)
    {
        var counted = ChinaPack.Pack.WorkDays.After(ChinaPack.Day(start), days);
        Assert.Equal(ChinaPack.Day(expected), counted.Day);
        Assert.False(counted.Provisional);
    }

    [Fact]
    public void Days_through_a_year_that_is_not_announced_are_provisional()
    {
        var counted = ChinaPack.Pack.WorkDays.After(ChinaPack.Day("2026-12-30"), 7);
        Assert.Equal(ChinaPack.Day("2027-01-11"), counted.Day); // 31 | 4 5 6 7 8 | 11
        Assert.True(counted.Provisional);
        Assert.True(ChinaPack.Pack.WorkDays.After(ChinaPack.Day("2031-03-03"), 1).Provisional);
    }

    [Theory]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void A_year_holds_as_many_days_as_its_notice(int year, int rest, int work)
    {
        var days = Enumerable.Range(0, 365).Select(no => ChinaPack.Day($"{year}-01-01").PlusDays(no)).ToList();
        var weekdays = days.Count(day => day.DayOfWeek < NodaTime.IsoDayOfWeek.Saturday);
        var off = days.Count(day => day.DayOfWeek < NodaTime.IsoDayOfWeek.Saturday && !ChinaPack.Pack.WorkDays.Works(day));
        var made = days.Count(day => day.DayOfWeek >= NodaTime.IsoDayOfWeek.Saturday && ChinaPack.Pack.WorkDays.Works(day));
        Assert.Equal(work, made);
        Assert.Equal(weekdays - off + made, days.Count(ChinaPack.Pack.WorkDays.Works));
        Assert.InRange(off, 1, rest);
    }
}
