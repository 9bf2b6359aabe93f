using System.Diagnostics;
using ChatHelper.Core.Diary;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Diary;

/// <summary>Lists as telephones of several makers show them, and what is read of them (<c>pasted.tsv</c>).</summary>
public sealed class PastedLogTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "19900001234", "0551 0000 1111", "10690000123456", "HIDDEN", "私密号码", "未接来电", "呼入", "呼出", "(3)", "2026-11-18 15:20", "11月18日 下午3:20", "昨天",
        "1分20秒", "00:01:20", "【某某】您的借款已逾期，请尽快处理", "{{x}}", "=1+1", "<b>", "\"", ",", "\t", "\n", "\r\n", " ", "\0", "\uD83D", "\uDE00", "\u202E", "99999999999999999999",
        "13月45日", "2026-02-31", "25:61", "：", "）", "（", "9", "次", "短信",
    ];

    public static TheoryData<string, string, int, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, int, int>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Diary", "pasted.tsv")).Where(line => !line.StartsWith('#')))
            {
                var cells = line.Split('\t');
                rows.Add(cells[0], cells[1], int.Parse(cells[2], null), int.Parse(cells[3], null));
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void What_a_telephone_shows_is_read(string pasted, string entries, int outgoing, int unread)
    {
        var log = PastedLog.Read(pasted.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal), Logs.With);

        Assert.Equal((entries, outgoing, unread), (Logs.Short(log), log.Outgoing, log.Unread));
        Assert.Equal(unread > 0, log.FirstUnread.Length > 0);
    }

    [Fact]
    public void More_than_sixty_lines_of_telephones_are_tried() => Assert.True(Rows.Sum(row => row[0].ToString()!.Split("\\n").Length) >= 60);

    [Fact]
    public void No_text_makes_it_throw_and_every_entry_can_be_counted()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), Sound).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Prop.ForAll<string?>(text => Sound(text ?? "")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_hundred_thousand_lines_are_read_and_the_rest_of_a_longer_list_is_counted()
    {
        const int lines = 100_000;
        var list = Enumerable.Range(0, lines).Select(no =>
            $"1990000{no % 1000:0000} 2026-{1 + (no % 10):00}-{1 + (no % 28):00} {no % 24:00}:{no / 28 % 60:00}:{no / 1680 % 60:00} {(no % 4 == 0 ? "呼出" : "未接")}");
        var watch = Stopwatch.StartNew();

        var log = PastedLog.Read(list, Logs.With, "pasted");

        output.WriteLine($"{lines} lines in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(lines, log.Entries.Count + log.Outgoing + log.Over + log.Repeated + log.Unread);
        Assert.Equal((lines / 4, ReadLog.Most, 0), (log.Outgoing, log.Entries.Count, log.Unread));
    }

    [Fact]
    public void Words_of_a_message_stay_as_they_are()
    {
        var log = PastedLog.Read("10690000123456\n2026-11-18 15:20\n【某某】{{name}} <b>还款</b>，点 =HYPERLINK(\"http://x\")", Logs.With);

        Assert.Equal("【某某】{{name}} <b>还款</b>，点 =HYPERLINK(\"http://x\")", Assert.Single(log.Entries).Words);
    }

    private static bool Sound(string text)
    {
        var log = PastedLog.Read(text, Logs.With);
        var pattern = DiaryPattern.Of(log.Entries);
        return pattern.Total == log.Entries.Count && pattern.Own + pattern.Others + pattern.WhomUnknown == pattern.Total
            && log.Entries.All(entry => entry.No == 0 && entry.Source == "pasted" && entry.Words.Length <= 1000);
    }
}
