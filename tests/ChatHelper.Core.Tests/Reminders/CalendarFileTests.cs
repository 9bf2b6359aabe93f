using System.Text;
using ChatHelper.Core.Reminders;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Tests.Reminders;

public sealed class CalendarFileTests
{
    private static readonly Instant Now = ReminderPack.At("2026-11-18T20:30");

    [Fact]
    public void The_file_is_folded_at_75_octets_ends_lines_as_the_standard_says_and_keeps_the_title()
    {
        const string title = "给花浇水，a;b,c\\d 🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱";
        var file = Write(18, title);

        Assert.DoesNotContain("\n", file.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\uFFFD", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)), StringComparison.Ordinal);
        var read = Parsed.Read(file);
        Assert.Equal(title, read.One("VEVENT", "SUMMARY").Text);
        Assert.Equal(title, read.One("VALARM", "DESCRIPTION").Text);
        Assert.Equal("DISPLAY", read.One("VALARM", "ACTION").Text);
        Assert.Equal("20261118T123000Z", read.One("VEVENT", "DTSTAMP").Text);
    }

    [Theory]
    [InlineData(1, "BYMONTHDAY=1")]
    [InlineData(28, "BYMONTHDAY=28")]
    [InlineData(29, "BYMONTHDAY=28,29;BYSETPOS=-1")]
    [InlineData(30, "BYMONTHDAY=28,29,30;BYSETPOS=-1")]
    [InlineData(31, "BYMONTHDAY=-1")]
    public void The_rule_takes_the_same_days_as_the_reminder(int day, string rule)
    {
        var plan = ReminderPlan.Of(day, new LocalTime(9, 0), DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);
        var read = Parsed.Read(CalendarFile.Write(plan, "x", "k", Now));
        Assert.Equal($"FREQ=MONTHLY;{rule}", read.One("VEVENT", "RRULE").Text);

        var at = Now;
        foreach (var day1 in Parsed.Days(read.One("VEVENT", "RRULE").Text, read.One("VEVENT", "DTSTART").Text).Take(30))
        {
            at = plan.Next(at);
            Assert.Equal(at.InZone(plan.Zone).Date, day1);
        }
    }

    [Fact]
    public void China_has_one_offset_all_year()
    {
        var read = Parsed.Read(Write(18, "x"));
        Assert.Equal("TZID=Asia/Shanghai", read.One("VEVENT", "DTSTART").Parameters);
        Assert.Equal("20261218T090000", read.One("VEVENT", "DTSTART").Text);
        Assert.Equal(("+0800", "+0800"), (read.One("STANDARD", "TZOFFSETFROM").Text, read.One("STANDARD", "TZOFFSETTO").Text));
        Assert.DoesNotContain("DAYLIGHT", Write(18, "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_with_summer_time_brings_its_changes_along()
    {
        var read = Parsed.Read(Write(18, "x", "America/New_York"));
        var spring = read.Lines.Where(line => line is { Block: "DAYLIGHT", Name: "DTSTART" }).Select(line => line.Text).First();
        Assert.Equal("20270314T020000", spring);
        Assert.Contains(read.Lines, line => line is { Block: "DAYLIGHT", Name: "TZOFFSETTO", Text: "-0400" });
        Assert.Contains(read.Lines, line => line is { Block: "STANDARD", Name: "DTSTART", Text: "20271107T020000" });
    }

    [Fact]
    public void The_same_wish_gives_the_same_file_and_nothing_of_its_purpose_is_readable()
    {
        Assert.Equal(Write(18, "x"), Write(18, "x"));
        Assert.Equal(Parsed.Read(Write(18, "x")).One("VEVENT", "UID"), Parsed.Read(Write(5, "x")).One("VEVENT", "UID"));
        Assert.NotEqual(Parsed.Read(Write(18, "x")).One("VEVENT", "UID"), Parsed.Read(Write(18, "y")).One("VEVENT", "UID"));
        Assert.DoesNotContain("contacts", Write(18, "x"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("backup", Write(18, "x"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_zone_id_with_a_colon_is_quoted() =>
        Assert.Contains("TZID=\"UTC+05:30\":", CalendarFile.Write(
            ReminderPlan.Of(1, new LocalTime(9, 0), Spoken.Zone("UTC+5:30")!), "x", "k", Now), StringComparison.Ordinal);

    [Fact]
    public void It_is_handed_out_under_a_neutral_name_and_nothing_is_scheduled()
    {
        var turn = ReminderPack.Press(ReminderPack.Form("calendar", "last", "evening"), "neutral", Now);
        var file = Assert.Single(turn.Replies.SelectMany(reply => reply.Files));
        Assert.Equal(("reminder.ics", "text/calendar; charset=utf-8"), (file.Name, file.Mime));
        Assert.Equal("提醒：你保存的事项", Parsed.Read(file.Text).One("VEVENT", "SUMMARY").Text);
        Assert.Empty(turn.Effects);
        Assert.Null(turn.Next.Facts["reminder-repeat"]);
    }

    private static string Write(int day, string title, string zone = "Asia/Shanghai") =>
        CalendarFile.Write(ReminderPlan.Of(day, new LocalTime(9, 0), DateTimeZoneProviders.Tzdb[zone]), title, "contacts-backup", Now);

    private sealed record Line(string Block, string Name, string Parameters, string Text);

    /// <summary>Reads an iCalendar file back: unfolds, nests, unescapes.</summary>
    private sealed record Parsed(IReadOnlyList<Line> Lines)
    {
        public static Parsed Read(string file)
        {
            List<Line> lines = [];
            var blocks = new Stack<string>();
            foreach (var line in file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = Colon(line);
                var (head, text) = (line[..colon].Split(';', 2), line[(colon + 1)..]);
                if (head[0] == "BEGIN")
                {
                    blocks.Push(text);
                }
                else if (head[0] == "END")
                {
                    Assert.Equal(blocks.Pop(), text);
                }
                else
                {
                    lines.Add(new Line(blocks.Peek(), head[0], head.Length > 1 ? head[1] : "", head[0] == "RRULE" ? text : Plain(text)));
                }
            }

            Assert.Empty(blocks);
            return new Parsed(lines);
        }

        public Line One(string block, string name) => Assert.Single(Lines, line => line.Block == block && line.Name == name);

        /// <summary>The days of a monthly rule, for the parts that the file uses.</summary>
        public static IEnumerable<LocalDate> Days(string rule, string start)
        {
            var parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            var days = parts["BYMONTHDAY"].Split(',').Select(int.Parse).ToList();
            var first = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(start[..8]).Value;
            for (var month = first.ToYearMonth(); ; month = month.PlusMonths(1))
            {
                var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
                var there = days.Select(day => day < 0 ? length + 1 + day : day).Where(day => day <= length).ToList();
                foreach (var day in (parts.ContainsKey("BYSETPOS") ? there.TakeLast(1) : there).Where(day => month.OnDayOfMonth(day) >= first))
                {
                    yield return month.OnDayOfMonth(day);
                }
            }
        }

        private static int Colon(string line)
        {
            var quoted = false;
            for (var i = 0; i < line.Length; i++)
            {
                quoted ^= line[i] == '"';
                if (line[i] == ':' && !quoted)
                {
                    return i;
                }
            }

            throw new FormatException(line);
        }

        private static string Plain(string text)
        {
            var plain = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
            }

            return plain.ToString();
        }
    }
}
