using ChatHelper.Core.Casework;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Filings;

/// <summary>What was reported where: told, kept, put into a calendar and into letters, all from one list.</summary>
public sealed class FilingTests
{
    private const string Start = "DTSTART;VALUE=DATE:";

    private static readonly CaseFile File = new()
    {
        Last = 2,
        Filings =
        [
            new Filing(1, "12378", "2026-12-28") { CaseNumber = "20261228001234", Asked = "停止联系我姐姐", Answer = "在办" },
            new Filing(2, "police", "2026-11-16") { State = "refused", RefusedOn = "2026-11-20", Refusal = "paper", RefusalKind = "criminal" },
        ],
    };

    private static Conversation Person => ChinaPack.Agreed with { Case = File, Facts = ChinaPack.Facts("role=borrower;filing-count=2") };

    [Fact]
    public void The_calendar_has_the_days_that_the_chat_tells()
    {
        var told = Text(ChinaPack.Say(Person, "进度", "2026-11-22T10:00"));
        var file = Assert.Single(ChinaPack.Say(Person, "期限日历", "2026-11-22T10:00").Replies.SelectMany(reply => reply.Files));
        var inFile = file.Text.Split("\r\n").Where(line => line.StartsWith(Start, StringComparison.Ordinal))
            .Select(line => $"{line[Start.Length..][..4]}-{line[Start.Length..][4..6]}-{line[Start.Length..][6..]}").ToList();
        Assert.Equal(DeadlineList.Of(ChinaPack.Pack, File, Person.Facts).Select(one => $"{one.Day:uuuu-MM-dd}"), inFile);
        Assert.NotEmpty(inFile);
        Assert.All(inFile, day => Assert.Contains(day, told, StringComparison.Ordinal));
        Assert.DoesNotContain("12378", file.Text, StringComparison.Ordinal);
        Assert.Contains("提醒：你保存的事项（1）", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_was_missed_names_the_number_to_ask()
    {
        var told = Text(ChinaPack.Say(Person, "进度", "2027-03-01T10:00"));
        Assert.Contains("有正当理由的可以问 12348", told, StringComparison.Ordinal);
        Assert.DoesNotContain("{", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_is_the_same_for_the_same_case()
    {
        var deadlines = DeadlineList.Of(ChinaPack.Pack, File, Person.Facts);
        var stamp = Instant.FromUtc(2026, 11, 22, 2, 0);
        Assert.Equal(DeadlineCalendar.Write(deadlines, (_, no) => $"{no}", stamp), DeadlineCalendar.Write(deadlines, (_, no) => $"{no}", stamp));
        Assert.All(DeadlineCalendar.Write(deadlines, (_, _) => new string('长', 60), stamp).Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));
    }

    [Fact]
    public void A_day_through_the_year_to_come_is_told_as_not_yet_sure() =>
        Assert.Contains("约 2027-01-07（周四），以国务院通知为准", Text(ChinaPack.Say(Person, "进度", "2026-12-29T10:00")), StringComparison.Ordinal);

    [Fact]
    public void What_is_soon_to_be_missed_stands_first()
    {
        var told = Text(ChinaPack.Say(Person, "进度", "2026-11-22T10:00"));
        Assert.Contains("要紧", told, StringComparison.Ordinal);
        Assert.True(told.IndexOf("要紧", StringComparison.Ordinal) < told.IndexOf("7 个工作日", StringComparison.Ordinal));
        Assert.DoesNotContain("要紧", Text(ChinaPack.Say(Person, "进度", "2026-12-22T10:00")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-30", "尚在期限内")]
    [InlineData("2027-01-23", "如已延长")]
    [InlineData("2027-03-20", "至今没有收到结果")]
    public void A_status_letter_says_how_the_clock_stands_and_no_more(string today, string words)
    {
        var facts = ChinaPack.Facts("filing-which=12378");
        var passedOn = File with { Filings = [File.Filings[0] with { State = "accepted", AcceptedOn = "2027-01-06" }] };
        var text = LetterWriter.Write(ChinaPack.Pack, ChinaPack.Pack.Letters["D14"], facts, passedOn, ChinaPack.Day(today), "zh-Hans").Text;
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("20261228001234", text, StringComparison.Ordinal);
        Assert.DoesNotContain("逾期", text, StringComparison.Ordinal);
        Assert.True(text.Length <= 400, $"{text.Length}");
    }

    [Fact]
    public void A_talk_that_is_over_keeps_what_the_chase_needs_and_nothing_told()
    {
        var wished = Person with { Facts = Person.Facts.With("chase", Core.Facts.Fact.Said("", "on")) };
        var turn = ChinaPack.Engine.Decide(wished, new Expired("test", "1"), ChinaPack.At("2026-11-30T10:00"));
        Assert.DoesNotContain(turn.Effects, effect => effect is Erase or Unschedule { Kind: "chase" });
        var kept = turn.Next.Case.Filings[0];
        Assert.Equal(("12378", "2026-12-28", "20261228001234", "", ""), (kept.Authority, kept.On, kept.CaseNumber, kept.Asked, kept.Answer));
        Assert.Null(turn.Next.Facts["role"]);
        Assert.Contains(ChinaPack.Engine.Decide(Person, new Expired("test", "2"), ChinaPack.At("2026-11-30T10:00")).Effects, effect => effect is Erase);
    }

    [Theory]
    [InlineData("昨天打了12378，编号2026112100017", "12378", "2026-11-21", "2026112100017")]
    [InlineData("前天去派出所报了案，回执编号A2026-118", "police", "2026-11-20", "A2026-118")]
    [InlineData("今天投诉到12345，单号GD20261122", "12345", "2026-11-22", "GD20261122")]
    public void One_sentence_is_enough(string words, string authority, string on, string number)
    {
        var filing = Assert.Single(ChinaPack.Say(ChinaPack.Agreed, words, "2026-11-22T10:00").Next.Case.Filings);
        Assert.Equal((authority, on, number), (filing.Authority, filing.On, filing.CaseNumber));
    }

    private static string Text(Turn turn) => string.Join('\n', turn.Replies.Select(reply => reply.Text));
}
