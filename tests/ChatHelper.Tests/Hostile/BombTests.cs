using System.Text;
using System.Text.Json;
using ChatHelper.Channels.Web;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Evidence;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Terminal;
using NodaTime;
using Telegram.Bot;
using Telegram.Bot.Types;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Hostile;

/// <summary>Small things that would become large: each is read, or refused, with little memory.</summary>
public sealed class BombTests(ITestOutputHelper output)
{
    private const long Most = 20 << 20;
    private static readonly LocalDateTime Now = new(2026, 11, 18, 20, 30);
    private static readonly Decider Decider = new(ScenarioTalk.China);

    [Theory]
    [InlineData("an update of 10,000 levels")]
    [InlineData("a post of 10,000 levels")]
    [InlineData("a text of one line")]
    [InlineData("a table of one line")]
    [InlineData("a table with a quote that never closes")]
    [InlineData("words of 1 MB")]
    [InlineData("digits of 1 MB")]
    [InlineData("a witness of 1 MB")]
    [InlineData("a picture of 65,535 by 65,535")]
    [InlineData("a jpeg of nothing but marks")]
    [InlineData("a jpeg of empty segments")]
    [InlineData("a png of empty chunks")]
    [InlineData("a webp of empty chunks")]
    [InlineData("a gif of empty blocks")]
    [InlineData("a zip of 100,000 names")]
    [InlineData("a zip that unpacks to gigabytes")]
    [InlineData("a telephone book of 100,000")]
    [InlineData("entities that laugh")]
    [InlineData("elements of 100,000 levels")]
    [InlineData("an attribute of 1 MB")]
    [InlineData("a mail of one line")]
    public void Is_read_or_refused_with_little_memory(string bomb)
    {
        var act = Of(bomb);
        Of("warm")();
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Work.Done());
        var outcome = act();
        var (took, allocated) = (Work.Done() - began, GC.GetAllocatedBytesForCurrentThread() - before);

        output.WriteLine($"{bomb}: {outcome}; {allocated >> 10} KiB, {took.TotalMilliseconds:0.0} ms");
        Assert.InRange(allocated, 0, Most);
    }

    private static Func<string> Of(string bomb) => bomb switch
    {
        "warm" => () => File("号码,时间\n19900001234,2026-11-17 21:03\n<a/>"u8.ToArray()),
        "an update of 10,000 levels" => Json<Update>($"{{\"update_id\":1,\"message\":{Deep()}}}", JsonBotAPI.Options),
        "a post of 10,000 levels" => Json<SayForm>($"{{\"key\":\"x\",\"choices\":{Deep()}}}", WebJson.Plain.Options),
        "a text of one line" => Bytes(new string('a', 1 << 20)),
        "a table of one line" => Bytes($"号码,时间\n{string.Concat(Enumerable.Repeat("19900001234,", 90_000))}"),
        "a table with a quote that never closes" => Bytes($"号码,时间\n\"{string.Concat(Enumerable.Repeat("19900001234,昨天\n", 3_000))}"),
        "words of 1 MB" => Words(string.Concat(Enumerable.Repeat("他们打电话骂我，", 130_000))),
        "digits of 1 MB" => Words(new string('1', 1 << 20)),
        "a witness of 1 MB" => Witness(new string('昨', 1 << 20)),
        "a picture of 65,535 by 65,535" => Picture(Huge()),
        "a jpeg of nothing but marks" => Picture([0xFF, 0xD8, .. Repeated([0xFF, 0xD0], 4 << 20), 0xFF, 0xD9]),
        "a jpeg of empty segments" => Picture([0xFF, 0xD8, .. Repeated([0xFF, 0xE2, 0, 2], 2 << 20), 0xFF, 0xD9]),
        "a png of empty chunks" => Picture([.. Pictures.Png()[..33], .. Repeated(Pictures.Chunk("tEXt", []), 500_000), .. Pictures.Chunk("IEND", [])]),
        "a webp of empty chunks" => Picture(Pictures.Webp(Repeated(Pictures.RiffChunk("XXXX", []), 500_000))),
        "a gif of empty blocks" => Picture([.. Pictures.Gif()[..19], .. Repeated([0x21, 0xF9, 0], 2 << 20), 0x3B]),
        "a zip of 100,000 names" => Bytes(Pictures.Zip([.. Enumerable.Range(0, 100_000).Select(number => $"{number}")])),
        "a zip that unpacks to gigabytes" => Bytes(Packed()),
        "a telephone book of 100,000" => Bytes(string.Concat(Enumerable.Repeat("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:小禾\r\nTEL:19900001234\r\nEND:VCARD\r\n", 100_000))),
        "entities that laugh" => Bytes($"<!DOCTYPE calls [<!ENTITY a0 \"lol\">{string.Concat(Enumerable.Range(1, 20).Select(n => $"<!ENTITY a{n} \"&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};\">"))}]><calls><call number=\"&a20;\" date=\"1\"/>&a20;</calls>"),
        "elements of 100,000 levels" => Bytes($"<calls>{string.Concat(Enumerable.Repeat("<a>", 100_000))}"),
        "an attribute of 1 MB" => Bytes($"<calls><call number=\"{new string('1', 1 << 20)}\" date=\"1795000000000\" type=\"1\"/></calls>"),
        "a mail of one line" => Bytes($"From: a\r\nDate: x\r\nSubject: {new string('x', 1 << 20)}\r\n\r\n"),
        _ => throw new InvalidOperationException(bomb),
    };

    private static Func<string> Json<T>(string json, JsonSerializerOptions options) => () =>
    {
        try
        {
            return $"{JsonSerializer.Deserialize<T>(json, options)}";
        }
        catch (JsonException)
        {
            return "refused";
        }
    };

    private static Func<string> Bytes(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    private static Func<string> Bytes(byte[] bytes) => () => File(bytes);

    private static string File(byte[] bytes)
    {
        var (kind, book) = (FileKind.Of(bytes), PhoneBooks.OfChina.Is(bytes));
        return $"{kind.Word}{(book ? ", a telephone book" : "")}, {LogFile.Read(bytes, ScenarioTalk.China, Now)?.Entries.Count ?? 0} entries";
    }

    private static Func<string> Words(string text) => () =>
    {
        var moment = new Moment(Instant.FromUtc(2026, 11, 18, 12, 30));
        var turn = Decider.Decide(Decider.Decide(Decider.Begin(), new Said("test", "1", "你好"), moment).Next, new Said("test", "2", text), moment);
        return $"{turn.Replies.Count} replies";
    };

    private static Func<string> Witness(string text) => () =>
        $"{WitnessReader.Read(ScenarioTalk.China, new WitnessWords(text, text, text, text), Now).Words.Length} characters";

    private static Func<string> Picture(byte[] bytes) => () =>
    {
        var kind = FileKind.Of(bytes);
        return $"{bytes.Length >> 10} KiB, {kind.Word}, {(CleanCopy.Of(bytes, kind.Mime) is { } copy ? $"a clean copy of {copy.Length >> 10} KiB" : "no clean copy")}";
    };

    private static string Deep() => new string('[', 10_000) + new string(']', 10_000);

    private static byte[] Huge()
    {
        var png = Pictures.Png();
        png.AsSpan(18, 2).Fill(0xFF);
        png.AsSpan(22, 2).Fill(0xFF);
        return png;
    }

    // 64 MB of noughts take 64 KB, and once more packed almost nothing: unpacked by nobody here.
    private static byte[] Packed()
    {
        using var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["[Content_Types].xml", "word/document.xml"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(new byte[16 << 20]);
            }
        }

        return zip.ToArray();
    }

    private static byte[] Repeated(byte[] piece, int times)
    {
        var whole = new byte[piece.Length * times];
        for (var at = 0; at < whole.Length; at += piece.Length)
        {
            piece.CopyTo(whole, at);
        }

        return whole;
    }
}
