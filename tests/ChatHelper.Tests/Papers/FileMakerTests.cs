using System.Text;
using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Papers;
using ChatHelper.Tests.Start;

namespace ChatHelper.Tests.Papers;

public sealed class FileMakerTests
{
    private static readonly FileMaker Maker = new(Samples.China.Value.Lines, pdf: null);

    [Fact]
    public async Task A_package_gives_the_same_bytes_in_whatever_order_its_files_come()
    {
        ReplyFile[] files = [Samples.File("D01"), new("b.csv", "text/csv", "\uFEFFx"), new("a.txt", "text/plain; charset=utf-8", "你好")];
        var one = await Maker.Make(ReplyFile.Zip("2026-11-18", files), "");
        var other = await Maker.Make(ReplyFile.Zip("2026-11-18", [.. files.Reverse()]), "");

        Assert.Equal(one.Bytes, other.Bytes);
        Assert.Equal(["D01.docx", "a.txt", "b.csv"], Samples.Parts(one.Bytes).Keys);
        Assert.Equal(("2026-11-18.zip", "application/zip"), (one.Name, one.Mime));
    }

    [Fact]
    public async Task Plain_text_carries_the_mark_that_old_programs_need_and_other_files_do_not()
    {
        Assert.Equal(Encoding.UTF8.GetBytes("\uFEFFx"), (await Maker.Make(new ReplyFile("a.txt", "text/plain; charset=utf-8", "x"), "")).Bytes);
        Assert.Equal(Encoding.UTF8.GetBytes("x"), (await Maker.Make(new ReplyFile("a.ics", "text/calendar; charset=utf-8", "x"), "")).Bytes);
    }

    [Fact]
    public async Task Without_a_converter_a_pdf_becomes_the_document_and_a_kind_word()
    {
        var made = await Maker.Make(Samples.File("D01", pdf: true), "");
        Assert.Equal(("D01.docx", PageLayout.Docx), (made.Name, made.Mime));
        Assert.Equal("PDF 这次没转成，先给你 Word 文件，内容一样。", made.Remark);
        Assert.Equal((await Maker.Make(Samples.File("D01"), "")).Bytes, made.Bytes);
    }

    [Fact]
    public async Task A_stored_reply_makes_the_same_files_again()
    {
        var reply = new Reply("都在里面", ReplyClass.Advice) { Files = [Samples.File("D16"), ReplyFile.Zip("x", [Samples.File("D01"), new("a.csv", "text/csv", "a")])] };
        var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(reply, StoredJson.Plain.Reply), StoredJson.Plain.Reply)!;

        for (var at = 0; at < reply.Files.Count; at++)
        {
            Assert.Equal((await Maker.Make(reply.Files[at], "")).Bytes, (await Maker.Make(back.Files[at], "")).Bytes);
        }
    }

    [Fact]
    public async Task A_reply_stored_by_the_version_before_is_still_a_text_file()
    {
        const string Old = """{"text":"写好了","files":[{"name":"D01-2026-11-18.txt","mime":"text/plain; charset=utf-8","text":"报警陈述"}]}""";
        var file = Assert.Single(JsonSerializer.Deserialize(Old, StoredJson.Plain.Reply)!.Files);
        Assert.EndsWith("报警陈述", Encoding.UTF8.GetString((await Maker.Make(file, "")).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_gives_the_same_bytes_in_every_time_zone_and_language_of_the_machine()
    {
        using var program = new RealProgram();
        List<byte[]> packages = [];
        foreach (var (zone, language) in new[] { ("Asia/Shanghai", "zh_CN.UTF-8"), ("America/St_Johns", "tr_TR.UTF-8"), ("Pacific/Kiritimati", "C") })
        {
            var data = Path.Combine(program.Folder, zone.Replace('/', '-'));
            await program.Talk(data, """{"text":"打包"}""", ("TZ", zone), ("LC_ALL", language), ("LANG", language));
            packages.Add(await File.ReadAllBytesAsync(Path.Combine(data, "out", "2026-11-18.zip")));
        }

        Assert.Equal(packages[0], packages[1]);
        Assert.Equal(packages[0], packages[2]);
    }
}
