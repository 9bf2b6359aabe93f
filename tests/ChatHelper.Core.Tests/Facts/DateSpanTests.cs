using ChatHelper.Core.Facts;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests.Facts;

public class DateSpanTests
{
    [Theory]
    [InlineData("2026-11-11", "2026-11-11", "2026-11-11")]
    [InlineData("2026-11-11T21:00", "2026-11-11", "2026-11-11")]
    [InlineData("2026-11-11T21:00~21:59", "2026-11-11", "2026-11-11")]
    [InlineData("2026-11-18T20:30 approx", "2026-11-18", "2026-11-18")]
    [InlineData("2026-11-18T02:00~02:59 ASK", "2026-11-18", "2026-11-18")]
    [InlineData("2026-11-17 PM", "2026-11-17", "2026-11-17")]
    [InlineData("2026-11-15 night", "2026-11-15", "2026-11-15")]
    [InlineData("2026-10-11~2026-10-20", "2026-10-11", "2026-10-20")]
    [InlineData("2025-12-31T23:00~2026-01-01T01:00", "2025-12-31", "2026-01-01")]
    [InlineData("2026-10-03|2026-10-04", "2026-10-03", "2026-10-04")]
    [InlineData("2026-10-04|2026-10-03 ASK", "2026-10-03", "2026-10-04")]
    public void A_canonical_date_value_gives_its_first_and_last_day(string value, string from, string to) =>
        Assert.Equal(new DateSpan(Day(from), Day(to)), DateSpan.Read(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ASK(2026-11-10|2026-11-17)")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-1")]
    [InlineData("2026-11-111")]
    [InlineData("21:00~21:59")]
    [InlineData("2026-11-11~")]
    [InlineData("2026-11-11|soon")]
    [InlineData("2026-11-11~25:00")]
    [InlineData("\uD800026-11-11")]
    public void Anything_else_is_no_date(string? value) => Assert.Null(DateSpan.Read(value));

    [Fact]
    public void A_value_of_a_hundred_thousand_characters_is_no_date() =>
        Assert.Null(DateSpan.Read(string.Join('|', Enumerable.Repeat("2026-11-11", 10_000))));

    [Theory]
    [InlineData("2025-12-31", "2025-12-31", true)]
    [InlineData("2026-01-01", "2026-01-01", false)]
    [InlineData("2025-12-30", "2026-01-02", true)]
    [InlineData("2012-12-31", "2012-12-31", false)]
    public void A_span_meets_a_window_on_its_first_and_last_day(string from, string to, bool meets) =>
        Assert.Equal(meets, new DateSpan(Day(from), Day(to)).Meets(new LocalDate(2013, 1, 1), new LocalDate(2025, 12, 31)));

    [Fact]
    public void A_hull_reaches_from_the_earliest_to_the_latest_day() =>
        Assert.Equal(
            new DateSpan(Day("2026-10-03"), Day("2026-11-17")),
            DateSpan.Read("2026-11-17 PM")!.Hull(DateSpan.Read("2026-10-03|2026-10-04")!));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
