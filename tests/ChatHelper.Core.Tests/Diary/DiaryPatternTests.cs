using System.Xml.Linq;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace ChatHelper.Core.Tests.Diary;

public sealed class DiaryPatternTests
{
    private static readonly string[] Times =
    [
        "", "2026-11-11", "2026-11-11T21:00~21:59", "2026-11-11T22:10", "2026-11-12T00:05", "2026-11-12T08:00", "2026-11-12T07:59", "2026-11-17 PM", "2026-11-17 night",
        "2026-10-01~2026-10-07", "T23:00~23:59", "T09:15", "2026-11-18T22:00~23:59", "2026-11-03|2026-11-04", "2026-11-03T23:00|2026-11-04T23:00",
    ];

    [Fact]
    public void Every_entry_is_counted_once_in_each_total()
    {
        var entry = from at in Gen.Elements(Times)
                    from whom in Gen.Elements("", "me", "family", "boss")
                    from caller in Gen.Elements("", "HIDDEN", "19900001234", "95013")
                    select Logs.Entry(at, whom, caller);
        Prop.ForAll(entry.ArrayOf().ToArbitrary(), entries =>
        {
            var pattern = DiaryPattern.Of(entries);
            return pattern.Total == entries.Length
                && pattern.Own + pattern.Others + pattern.WhomUnknown == entries.Length
                && pattern.Days.Sum(day => day.Count) + pattern.DayUnknown == entries.Length
                && pattern.Numbers.Sum(number => number.Count) == entries.Count(one => one.Caller.Length > 0)
                && pattern.Hours.Sum(row => row.Sum()) == entries.Count(one => DiaryTime.Of(one.At) is { Day: not null, Hour: not null })
                && pattern.Nights.All(night => DiaryTime.Of(night.At).IsNight)
                && pattern.Busiest?.Count == (pattern.Days.Count == 0 ? null : pattern.Days.Max(day => day.Count));
        }).Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("2026-11-11T22:00", 1)]
    [InlineData("2026-11-11T21:59", 0)]
    [InlineData("2026-11-11T08:00", 0)]
    [InlineData("2026-11-11T07:59", 1)]
    [InlineData("2026-11-11T23:00~23:59", 1)]
    [InlineData("2026-11-11T21:30~22:30", 0)]
    [InlineData("2026-11-17 night", 0)]
    [InlineData("T23:10", 1)]
    [InlineData("2026-11-03T23:00|2026-11-04T23:00", 1)]
    [InlineData("", 0)]
    public void Night_is_counted_only_where_the_hour_is_known(string at, int nights) =>
        Assert.Equal(nights, DiaryPattern.Of([Logs.Entry(at)]).Nights.Count);

    [Fact]
    public void The_story_of_the_driver_is_counted()
    {
        var file = Logs.Case(
        [
            .. Enumerable.Range(9, 7).Select(hour => Logs.Entry($"2026-11-12T{hour:00}:00", caller: "0551-00001111")),
            Logs.Entry("2026-11-09"), Logs.Entry("2026-11-13T23:10", caller: "95013"), Logs.Entry("2026-11-18T10:00", "family"), Logs.Entry("2026-11-18T11:00", "boss"),
        ]);

        var pattern = DiaryPattern.Of(file.Diary);

        Assert.Equal((11, 9, 2, 1), (pattern.Total, pattern.Own, pattern.Others, pattern.Nights.Count));
        Assert.Equal(new DayCount(new LocalDate(2026, 11, 12), 7), pattern.Busiest);
        Assert.Equal(7, pattern.OwnMost);
        Assert.Equal(("0551-00001111", 7), (pattern.Numbers[0].Key, pattern.Numbers[0].Count));
        Assert.Equal(("2026-11-09", "2026-11-18T11:00"), (pattern.First!.At, pattern.Last!.At));
        Assert.Equal([new DateSpan(new(2026, 11, 14), new(2026, 11, 17))], pattern.Gaps);
        Assert.Equal(1, pattern.HourUnknown);
        Assert.Equal(2, pattern.People);
    }

    [Fact]
    public void A_range_of_days_leaves_no_gap_and_no_day()
    {
        var pattern = DiaryPattern.Of([Logs.Entry("2026-11-01"), Logs.Entry("2026-11-02~2026-11-10", precision: Precision.Range), Logs.Entry("2026-11-11")]);

        Assert.Empty(pattern.Gaps);
        Assert.Equal((1, 2), (pattern.DayUnknown, pattern.Days.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public void The_map_has_a_head_and_five_lines_of_one_width(int entries)
    {
        var pattern = DiaryPattern.Of([.. Enumerable.Range(0, entries).Select(no => Logs.Entry($"2026-11-{1 + (no % 18):00}T{no % 24:00}:10"))]);

        var lines = DiaryMap.Text(pattern, "一二三四五六日").Split('\n');

        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.Equal(12, line.Length));
        Assert.All(lines.SelectMany(line => line), sign => Assert.True(sign > '\u2FFF'));
        Assert.Equal(entries > 0, lines[1..].Any(line => line[5..].Any(sign => sign != '・')));
    }

    [Fact]
    public void The_picture_is_sound_xml_whatever_the_words_are_and_always_the_same()
    {
        const string hostile = "</title><script>alert(1)</script>&\"'\u0000\uD83D\u202E{{x}}";
        var pattern = DiaryPattern.Of([Logs.Entry("2026-11-18T22:10"), Logs.Entry("2026-11-18T22:40")]);
        var words = new ChartWords(hostile, hostile, [hostile], hostile);

        var picture = XDocument.Parse(DiaryChart.Svg(pattern, words));

        Assert.Equal("svg", picture.Root!.Name.LocalName);
        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName is "script" or "style" or "a" or "image" or "foreignObject");
        Assert.Contains(picture.Descendants(), element => element.Name.LocalName == "text" && element.Value == "2");
        Assert.Equal(DiaryChart.Svg(pattern, words), DiaryChart.Svg(pattern, words));
    }

    [Fact]
    public void A_spreadsheet_computes_nothing_of_the_table()
    {
        var words = new Core.Lines.FactWords(Logs.Pack, "zh-Hans");
        var file = Logs.Case(Logs.Entry("2026-11-18T22:10") with { Words = "=HYPERLINK(\"http://x\",\"y\")\n第二行" }, Logs.Entry("", "") with { Words = " +1", Response = "＝1", Caller = "+85200001111" });

        var lines = DiaryCsv.Of(file.Diary, words).Split("\r\n");

        Assert.StartsWith("\uFEFF\"序号\",\"时间\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\") 第二行\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"' +1\"", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"'＝1\"", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"'+85200001111\"", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }
}
