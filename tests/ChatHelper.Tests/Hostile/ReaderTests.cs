using System.Text;
using System.Text.Json;
using ChatHelper.Channels;
using ChatHelper.Channels.Telegram;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Evidence;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Terminal;
using NodaTime;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Everything that reads what others wrote, with what nobody writes: an answer always, a fault never.</summary>
public sealed class ReaderTests(ITestOutputHelper output)
{
    private static readonly int Times = Rounds.Of("HOSTILE", 20_000);
    private static readonly LocalDateTime Now = new(2026, 11, 18, 20, 30);

    private static readonly byte[][] Pictures =
    [
        Evidence.Pictures.Jpeg(Evidence.Pictures.Jfif([1, 2, 3]), Evidence.Pictures.Exif(6, "GPS"), Evidence.Pictures.Segment(0xEE, [.. "Adobe\0"u8, 1, 2])),
        Evidence.Pictures.Png(Evidence.Pictures.Chunk("tEXt", [1, 2]), Evidence.Pictures.Chunk("eXIf", [1])), Evidence.Pictures.Gif(),
        Evidence.Pictures.Webp(Evidence.Pictures.RiffChunk("VP8X", [0x3F, 0, 0, 0, 1, 0, 0, 1, 0, 0]), Evidence.Pictures.RiffChunk("VP8 ", Evidence.Pictures.Pixels), Evidence.Pictures.RiffChunk("EXIF", [1, 2, 3])),
        Evidence.Pictures.Zip("[Content_Types].xml", "word/document.xml"), [0, 0, 0, 0x20, .. "ftypheic"u8, 0, 0, 0, 0], [0x1A, 0x45, 0xDF, 0xA3, .. "webm"u8], [.. "OggS"u8, 0, 2],
    ];

    private static readonly string[] Cards =
    [
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:小禾\r\nTEL;TYPE=CELL:199 0000 1234\r\nEND:VCARD\r\n", "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=B0=8F;;;;\r\nEND:VCARD\r\n",
        "姓名,手机\n小禾,19900001234\n", "First Name,Last Name,Phone 1 - Value\nA,B,1\n",
    ];

    private static readonly string[] Logs =
    [
        "<?xml version='1.0' encoding='UTF-8'?><calls count=\"2\"><call number=\"19900001234\" duration=\"35\" date=\"1795000000000\" type=\"1\" presentation=\"1\" contact_name=\"(Unknown)\"/><call number=\"\" duration=\"0\" date=\"1795000001000\" type=\"3\" presentation=\"2\"/></calls>",
        "<smses count=\"1\"><sms address=\"106900001234\" date=\"1795000000000\" type=\"1\" body=\"还钱&#10;&#xD83D;\"/><mms address=\"1\" date=\"1795000000000\" msg_box=\"1\"><parts><part ct=\"text/plain\" text=\"x\"/></parts></mms></smses>",
        "对方号码,通话时间,通话时长,呼叫类型\n19900001234,2026-11-17 21:03:10,35,被叫\n=\"19900001235\",2026/11/17 21:05,1分3秒,主叫\n\"a\"\"b\n", "号码;时间\n19900001234;昨天 21:03\n",
        "199 0000 1234\n昨天 21:03\n未接来电\n199 0000 1235 11月17日 21:05 呼入 35秒\n【某某金融】您已逾期，请还款\n2026-11-17 21:09\n", "+86 199 0000 1234  来电  11/17 21:03\n",
    ];

    [Fact]
    public void No_data_of_a_button_breaks_its_reader() => Every(Times, mutant =>
    {
        var data = mutant.Dice.Roll(3) == 0 ? mutant.Text(64) : Encoding.UTF8.GetString(mutant.Bytes("+3.1a2b3c4d.family"u8));
        if (ButtonCode.Read(data) is { } code)
        {
            _ = ButtonCode.Of(code.Use, code.Version, code.Step, code.Choice);
        }
    });

    [Fact]
    public void No_card_and_no_picture_breaks_its_reader() => Every(Times, mutant =>
    {
        var (card, picture) = (mutant.Bytes(Encoding.UTF8.GetBytes(mutant.Dice.Of(Cards))), mutant.Bytes(mutant.Dice.Of(Pictures)));
        _ = PhoneBooks.OfChina.Is(card);
        _ = FileKind.Of(card);
        var kind = FileKind.Of(picture);
        if (kind.Word == "image")
        {
            Assert.InRange(PictureEnd.Of(picture, kind.Mime), 0, picture.Length);
            Assert.InRange(CleanCopy.Of(picture, kind.Mime)?.Length ?? 0, 0, picture.Length + 40);
        }
    });

    [Fact]
    public void No_list_of_calls_breaks_its_reader() => Every(Times / 10, mutant =>
    {
        var whole = Encoding.UTF8.GetBytes(mutant.Dice.Of(Logs));
        var bytes = mutant.Dice.Roll(4) == 0 ? Encoding.UTF8.GetBytes(mutant.Text()) : mutant.Bytes(whole);
        var log = LogFile.Read(bytes, ScenarioTalk.China, Now);
        Assert.InRange(log?.Entries.Count ?? 0, 0, ReadLog.Most);
    });

    [Fact]
    public void No_words_of_a_witness_break_their_reader() => Every(Times / 20, mutant =>
    {
        var told = WitnessReader.Read(ScenarioTalk.China, new WitnessWords(mutant.Text(100), mutant.Text(100), mutant.Text(100), mutant.Text()), Now);
        Assert.InRange(told.Words.Length, 0, WitnessReader.LongestSaid);
        Assert.InRange(told.Relation.Length, 0, WitnessReader.LongestField);
        Assert.True(WitnessCode.Read(mutant.Text(60)) is null or { Length: WitnessCode.Length });
    });

    [Fact]
    public void No_words_break_the_dialog_wherever_a_person_stands()
    {
        var decider = new Decider(ScenarioTalk.China);
        List<Pace> stands = [.. Enumerable.Range(0, 24).Select(seed => new Walk(decider, (ulong)(7_000 + seed)).Turns(12).Last())];
        Every(Times / 20, mutant =>
        {
            var stand = mutant.Dice.Of(stands);
            var text = mutant.Text();
            var turn = decider.Decide(stand.Turn.Next, new Said("test", "k", text), stand.Moment);
            foreach (var reply in turn.Replies)
            {
                Assert.Equal(reply.Text, string.Concat(TextParts.Of(reply.Text)));
            }
        });
    }

    private void Every(int times, Action<Mutant> read)
    {
        var (slowest, what) = (TimeSpan.Zero, "");
        var mutant = new Mutant(20261123);
        var heap = 0L;
        for (var time = 0; time < times; time++)
        {
            heap = time == times / 4 ? GC.GetTotalMemory(forceFullCollection: true) : heap;
            var began = Work.Done();
            read(mutant);
            if (Work.Done() - began is var took && took > slowest && time >= times / 20) // the first ones pay for all that is made once
            {
                (slowest, what) = (took, JsonSerializer.Serialize(mutant.Last[..Math.Min(80, mutant.Last.Length)]));
            }
        }

        output.WriteLine($"{times} readings, the most work {slowest.TotalMilliseconds:0.00} ms ({what}); heap {heap >> 10} KiB after a quarter, {GC.GetTotalMemory(forceFullCollection: true) >> 10} KiB at the end");
    }
}
