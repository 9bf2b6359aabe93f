using System.Text;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Tests.Facts;

namespace ChatHelper.Core.Tests.Diary;

public sealed class LogFileTests
{
    // 2026-11-18 15:20:00 and 2026-11-17 23:30:00 in Shanghai
    private const long Afternoon = 1_794_986_400_000, Night = 1_794_929_400_000;

    private static readonly string Messages = $"""
        <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
        <!--File Created By SMS Backup & Restore-->
        <?xml-stylesheet type="text/xsl" href="sms.xsl"?>
        <smses count="4" backup_date="{Afternoon}">
          <sms protocol="0" address="+86 199 0000 1234" date="{Afternoon}" type="1" body="再不还钱就&#10;爆通讯录 &#55357;&#56832;" contact_name="(Unknown)" />
          <sms protocol="0" address="19900001234" date="{Afternoon}" type="2" body="别再打了" contact_name="(Unknown)" />
          <sms protocol="0" address="19900009999" date="{Night}" type="1" body="晚上吃什么" contact_name="妈妈" />
          <sms protocol="0" address="Bank" date="x" type="1" body="" contact_name="(Unknown)" />
          <mms date="{Night}" msg_box="1" address="10690000123456" contact_name="(Unknown)"><parts><part seq="0" ct="text/plain" text="彩信里的话" /></parts></mms>
        </smses>
        """;

    [Fact]
    public void Messages_of_a_backup_are_read_in_the_persons_time()
    {
        var log = Read(Messages)!;

        Assert.Equal(
            "2026-11-18T15:20 sms 19900001234  “再不还钱就 爆通讯录”; 2026-11-17T23:30 sms 19900009999  “晚上吃什么”; 2026-11-17T23:30 sms 10690000123456  “彩信里的话”",
            Logs.Short(log).Replace("就⏎爆", "就 爆", StringComparison.Ordinal).Replace(" 😀", "", StringComparison.Ordinal));
        Assert.Equal((1, 1, false), (log.Outgoing, log.Unread, log.Broken));
        Assert.Equal(["19900009999"], log.InBook);
        Assert.All(log.Entries, entry => Assert.Equal("imported", entry.Source));
    }

    [Fact]
    public void Calls_of_a_backup_are_read()
    {
        var log = Read($"""
            <calls count="4">
              <call number="055100001111" duration="35" date="{Night}" type="1" presentation="1" contact_name="(Unknown)" />
              <call number="" duration="0" date="{Afternoon}" type="3" presentation="2" contact_name="" />
              <call number="19900001234" duration="60" date="{Afternoon}" type="2" presentation="1" />
              <call number="19900001234" duration="9" date="99999999999999" type="1" presentation="1" />
            </calls>
            """)!;

        Assert.Equal("2026-11-17T23:30 call 0551-00001111 35; 2026-11-18T15:20 call HIDDEN 0", Logs.Short(log));
        Assert.Equal((1, 1), (log.Outgoing, log.Unread));
    }

    [Fact]
    public void What_a_broken_backup_holds_before_its_end_is_kept()
    {
        var log = Read(Messages[..Messages.IndexOf("<mms", StringComparison.Ordinal)])!;

        Assert.True(log.Broken);
        Assert.Equal(2, log.Entries.Count);
    }

    [Theory]
    [InlineData("<!DOCTYPE smses [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><smses><sms address=\"&b;\" date=\"1\" type=\"1\" body=\"\"/></smses>")]
    [InlineData("<!DOCTYPE smses SYSTEM \"file:///etc/passwd\"><smses/>")]
    [InlineData("<html><body>19900001234</body></html>")]
    [InlineData("<")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("只是一封信，写着 19900001234 打过电话。")]
    public void What_is_no_list_or_must_not_be_read_is_none(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("号码,时间,类型,通话时长\n19900001234,2026-11-18 15:20:01,呼入,00:01:20\n19900001234,2026/11/18 15:21,呼出,5\n", "2026-11-18T15:20 call 19900001234 80", 1, 0)]
    [InlineData("对方号码;起始时间;通话类型;时长\n0551-00001111;2026-11-17 23:10;被叫;35\n", "2026-11-17T23:10 call 0551-00001111 35", 0, 0)]
    [InlineData("Number\tDate\tTime\tType\tDuration\n+8619900001234\t2026-11-18\t15:20\tMissed\t0\n", "2026-11-18T15:20 call 19900001234 0", 0, 0)]
    [InlineData("\uFEFF序号,号码,时间,内容\n1,\"10690000123456\",\"2026-11-18 15:20\",\"第一行\n第二行, \"\"引号\"\"\"\n", "2026-11-18T15:20 sms 10690000123456  “第一行⏎第二行, \"引号\"”", 0, 0)]
    [InlineData("号码,时间,内容\n=\"19900001234\",2026-11-18 15:20,=cmd|'/c calc'!A1\n1.99E+10,2026-11-18 15:20,x\n19900001234,2026-13-45,y\n", "2026-11-18T15:20 sms 19900001234  “=cmd|'/c calc'!A1”", 0, 2)]
    [InlineData("中国移动通话详单\n客户：某某\n号码,时间,类型\n95013,2026-11-18 08:00,被叫\n", "2026-11-18T08:00 call 95013 ", 0, 0)]
    [InlineData("号码,时间\n\"19900001234,2026-11-18 15:20\n19900005678,2026-11-18 15:21\n", "2026-11-18T15:21 call 19900005678 ", 0, 1)]
    public void Tables_are_read_with_their_separators_quotes_and_formulas_as_text(string table, string entries, int outgoing, int unread)
    {
        var log = Read(table)!;

        Assert.Equal((entries, outgoing, unread), (Logs.Short(log), log.Outgoing, log.Unread));
    }

    [Fact]
    public void A_table_in_the_older_chinese_encoding_is_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("对方号码,通话时间,呼叫类型,通话地点\n19900001234,2026-11-18 15:20,被叫,安徽合肥\n");

        Assert.Equal("2026-11-18T15:20 call 19900001234 ", Logs.Short(LogFile.Read(bytes, Logs.Pack, China.Now)!));
    }

    [Fact]
    public void Bytes_of_no_text_are_none()
    {
        Assert.Null(LogFile.Read(new byte[] { 0xFF, 0xD8, 0xFF, 1, 2, 3 }, Logs.Pack, China.Now));
        Assert.Null(LogFile.Read(Enumerable.Range(0, 5000).Select(no => (byte)(0x80 + (no % 0x7F))).ToArray(), Logs.Pack, China.Now));
    }

    [Fact]
    public void A_million_lines_are_counted_and_twenty_thousand_kept()
    {
        const int rows = 1_000_000;
        var table = new StringBuilder("号码,时间\n");
        for (var no = 0; no < rows; no++)
        {
            table.Append("95013,20260").Append(1 + (no % 9)).Append(10 + (no % 18)).Append(no % 14 + 10).Append(no / 14 % 50 + 10).Append(no / 700 % 50 + 10).Append('\n');
        }

        var log = Read(table.ToString())!;

        Assert.Equal(ReadLog.Most, log.Entries.Count);
        Assert.Equal(rows, log.Entries.Count + log.Over + log.Repeated + log.Unread);
    }

    private static ReadLog? Read(string text) => LogFile.Read(Encoding.UTF8.GetBytes(text), Logs.Pack, China.Now);
}
