using System.Text;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Tests.Facts;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Tests.Diary;

/// <summary>Lists that arrive as files, and what comes of a diary, in the real pack.</summary>
public sealed class DiaryTalkTests
{
    private readonly Decider _decider = new(Logs.Pack);
    private Conversation _talk;
    private int _key;

    public DiaryTalkTests() => _talk = _decider.Agreed(new Moment(Instant.FromUtc(2026, 11, 18, 12, 30)));

    private string Said { get; set; } = "";

    [Fact]
    public void Of_a_received_list_only_the_numbers_that_were_named_or_picked_get_in()
    {
        Start();
        Send("号码,时间,类型\n19900001234,2026-11-18 15:20,呼入\n19900009999,2026-11-18 16:20,呼入\n95013,2026-11-17 23:20,呼入\n95013,2026-11-17 23:40,呼入\n");

        Assert.Equal("diary-import.want", _talk.At);
        Assert.Empty(_talk.Case.Diary);
        Press("yes");
        Assert.Contains("1. 95013（2 条）", Said, StringComparison.Ordinal);
        Type("1");
        Assert.Equal("diary-import.whose", _talk.At);
        Press("family");

        Assert.Equal(["95013", "95013"], _talk.Case.Diary.Select(entry => entry.Caller));
        Assert.All(_talk.Case.Diary, entry => Assert.Equal("family", entry.Whom));
        Assert.Empty(_talk.Case.Offered);
        Assert.DoesNotContain(_talk.Facts, pair => pair.Key is "log-picked" or "log-whose");
        Assert.Equal("2", _talk.Facts["diary-others"]?.Value);
    }

    [Fact]
    public void A_list_that_is_not_wanted_leaves_nothing()
    {
        Start();
        Send("号码,时间\n19900001234,2026-11-18 15:20\n");
        Press("no");

        Assert.Equal((0, 0), (_talk.Case.Diary.Count, _talk.Case.Offered.Count));
        Assert.Contains("没有放进日记", Said, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_two_thousand_entries_are_counted_not_kept()
    {
        Start();
        var table = new StringBuilder("号码,时间\n");
        for (var no = 0; no < 3000; no++)
        {
            table.Append("95013,2026-").Append(1 + (no % 10)).Append('-').Append(1 + (no / 10 % 28)).Append(' ').Append(no / 280).Append(":10:").Append(10 + (no % 50)).Append('\n');
        }

        Send(table.ToString());
        Assert.Equal(2000, _talk.Case.Offered.Count);
        Assert.Contains("1000 条超出", Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_pasted_at_a_menu_is_taken_for_one()
    {
        Start();
        Type("19900001234 未接 2026-11-18 15:20\n19900001234 未接 2026-11-18 15:30");

        Assert.Equal("diary-import.whose", _talk.At);
        Press("me");
        Type("撤回");
        Assert.Empty(_talk.Case.Diary);
    }

    [Theory]
    [InlineData("刚才19900001234又打给我姐骂她", "2026-11-18T20:30 call family 姐姐 19900001234 骂她 True")]
    [InlineData("又发短信给我，说再不还就上门", "2026-11-18T20:30 visit me   再不还就上门 False")]
    [InlineData("昨晚十一点多 0551 0000 1111 又打给我", "2026-11-17T23:00~23:59 call me  0551-00001111  False")]
    public void A_sentence_is_an_entry(string sentence, string expected)
    {
        Start();
        Type("又打了");
        Type(sentence);
        var entry = Assert.Single(_talk.Case.Diary);

        Assert.Equal(expected, $"{entry.At} {entry.Means} {entry.Whom} {entry.WhomNamed} {entry.Caller} {entry.Words} {entry.Hearsay}");
        Assert.Equal("log.more", _talk.At);
    }

    [Fact]
    public void The_timeline_lists_every_entry_in_order_with_two_counters_and_tables()
    {
        var file = Logs.Case(
            Logs.Entry("2026-11-18T22:10", "family", "95013") with { Words = "再不还就{{x}}｜<b>", Hearsay = true, Evidence = [3] },
            Logs.Entry("2026-11-10T09:00"), Logs.Entry("", "", "HIDDEN"));
        var facts = CaseFacts.On(FactSheet.Empty, file, Logs.Pack.Facts);

        var text = LetterWriter.Write(Logs.Pack, Logs.Pack.Letters["D16"], facts, file, new LocalDate(2026, 11, 18), "zh-Hans").Text;

        var lines = text.Split('\n').ToList();
        Assert.Contains("2｜2026-11-10（周二）09:00｜电话｜19900001234｜本人｜【待填】｜【待填】｜【待填】", lines);
        Assert.True(lines.FindIndex(line => line.StartsWith("2｜2026-11-10", StringComparison.Ordinal)) < lines.FindIndex(line => line.StartsWith("1｜2026-11-18", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("1｜2026-11-18（周三）22:10｜电话｜95013｜家人｜再不还就{{x}}/<b>（听人转述）｜3｜", StringComparison.Ordinal));
        Assert.Contains("打给本人的次数：1次", lines);
        Assert.Contains("打给别人的次数：1次", lines);
        Assert.Contains("没有写明打给谁的：1次", lines);
        Assert.Contains("22:00 到次日 8:00 之间：1次，只数知道钟点的", lines);
        Assert.Contains("周三｜0｜0｜0｜0｜1｜1", lines);
        Assert.Contains("1. 2026-11-11（周三）到2026-11-17（周二）", lines);
    }

    [Fact]
    public void A_rule_is_pointed_to_only_when_the_counts_touch_it()
    {
        string[] Points(params DiaryEntry[] entries) =>
            [.. Logs.Pack.Diary.Touched(CaseFacts.On(FactSheet.Empty, Logs.Case(entries), Logs.Pack.Facts)).Select(pointer => pointer.Line)];

        Assert.Empty(Points(Logs.Entry("2026-11-18T15:00")));
        Assert.Equal(["diary.rule.nights"], Points(Logs.Entry("2026-11-18T23:00")));
        Assert.Equal(["diary.rule.others"], Points(Logs.Entry("2026-11-18T15:00", "boss")));
        Assert.Equal(["diary.rule.often"], Points([.. Enumerable.Range(10, 4).Select(hour => Logs.Entry($"2026-11-18T{hour}:00"))]));
        Assert.Equal(["diary.rule.often", "diary.rule.many"], Points([.. Enumerable.Range(10, 10).Select(hour => Logs.Entry($"2026-11-18T{hour}:00"))]));
    }

    private void Start()
    {
        foreach (var step in (string[])["你好", "[safe]", "[borrower]", "[happening]", "菜单"])
        {
            if (step[0] == '[')
            {
                Press(step[1..^1]);
            }
            else
            {
                Type(step);
            }
        }

        Assert.Equal("home.menu", _talk.At);
    }

    private void Type(string text) => Take(new Said("test", Key(), text));

    private void Press(string choice) => Take(new Pressed("test", Key(), null, null, [choice]));

    private void Send(string text) => Take(new Gave(
        "test", Key(), new GivenFile("f1", "a.csv", "document", text.Length, "00") { Log = LogFile.Read(Encoding.UTF8.GetBytes(text), Logs.Pack, China.Now) }, ""));

    private void Take(Incoming incoming)
    {
        var turn = _decider.Decide(_talk, incoming, new Moment(China.Now.InZoneLeniently(Logs.Pack.Zone).ToInstant()));
        (_talk, Said) = (turn.Next, string.Join('\n', turn.Replies.Select(reply => reply.Text)));
    }

    private string Key() => $"{++_key}";
}
