using System.Text;
using ChatHelper.Evidence;

namespace ChatHelper.Tests.Evidence;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("FFD8FFE000104A46", "image", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000", "image", "image/png")]
    [InlineData("474946383961", "image", "image/gif")]
    [InlineData("52494646000000005745425056503820", "image", "image/webp")]
    [InlineData("000000206674797068656963", "image", "image/heic")]
    [InlineData("00000020667479706D696631", "image", "image/heic")]
    [InlineData("000000206674797061766966", "image", "image/avif")]
    [InlineData("255044462D312E37", "document", "application/pdf")]
    [InlineData("4F67675300020000", "voice", "audio/ogg")]
    [InlineData("2321414D520A3C", "voice", "audio/amr")]
    [InlineData("494433040000", "voice", "audio/mpeg")]
    [InlineData("FFFB9064", "voice", "audio/mpeg")]
    [InlineData("FFF15080", "voice", "audio/aac")]
    [InlineData("664C614300000022", "voice", "audio/flac")]
    [InlineData("52494646000000005741564520202020", "voice", "audio/wav")]
    [InlineData("00000020667479704D344120", "voice", "audio/mp4")]
    [InlineData("0000002066747970336770340000", "voice", "audio/3gpp")]
    [InlineData("000000206674797033677034000076696465", "video", "video/3gpp")]
    [InlineData("000000206674797069736F6D", "video", "video/mp4")]
    [InlineData("000000206674797071742020", "video", "video/quicktime")]
    [InlineData("000000086D6F6F76", "video", "video/quicktime")]
    [InlineData("1A45DFA39F4286810142F7810142F281044282847765626D", "video", "video/webm")]
    [InlineData("1A45DFA3A34286810142F7810142F28104428288", "video", "video/x-matroska")]
    [InlineData("E4BDA0E5A5BD0A", "document", "text/plain; charset=utf-8")]
    public void A_file_is_what_its_bytes_say(string hex, string word, string mime) =>
        Assert.Equal(new FileKind(word, mime), FileKind.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("", "refused-empty")]
    [InlineData("4D5A90000300", "refused-program")] // Windows
    [InlineData("7F454C46", "refused-program")] // Linux
    [InlineData("CFFAEDFE07000001", "refused-program")] // macOS
    [InlineData("6465780A303335", "refused-program")] // Android
    [InlineData("23212F62696E2F7368", "refused-program")] // a script
    [InlineData("504B0304", "refused-archive")]
    [InlineData("526172211A0700", "refused-archive")]
    [InlineData("377ABCAF271C", "refused-archive")]
    [InlineData("1F8B0800", "refused-archive")]
    [InlineData("C3286162", "refused-kind")] // neither UTF-8 nor anything else
    [InlineData("0000002066747970786D6C20", "refused-kind")]
    public void Anything_else_is_not_kept_and_has_a_word_of_its_own(string hex, string word) =>
        Assert.Equal(new FileKind(word, ""), FileKind.Of(Convert.FromHexString(hex)));

    [Fact]
    public void A_text_with_a_nul_is_no_text() => Assert.False(FileKind.Of(Encoding.UTF8.GetBytes("a\0b")).IsKept);

    [Theory]
    [InlineData("The wide road", "text/plain; charset=utf-8")]
    [InlineData("PK 开头的一句话", "text/plain; charset=utf-8")]
    [InlineData("From: a@example.org\r\nSubject: x\r\nDate: Wed, 18 Nov 2026 20:30:00 +0800\r\n\r\n还钱", "message/rfc822")]
    [InlineData("From: 我\n他们说", "text/plain; charset=utf-8")]
    public void Words_are_words_and_a_saved_mail_is_a_mail(string text, string mime) =>
        Assert.Equal(("document", mime), (FileKind.Of(Encoding.UTF8.GetBytes(text)).Word, FileKind.Of(Encoding.UTF8.GetBytes(text)).Mime));

    [Theory]
    [InlineData("document", "wordprocessingml", "[Content_Types].xml", "word/document.xml")]
    [InlineData("document", "spreadsheetml", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("refused-program", "", "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData("refused-program", "", "AndroidManifest.xml", "classes.dex")]
    [InlineData("refused-archive", "", "1.jpg", "2.jpg")]
    [InlineData("refused-archive", "", "word/document.xml")]
    public void A_zip_is_refused_unless_its_names_are_those_of_a_paper(string word, string mime, params string[] names)
    {
        var kind = FileKind.Of(Pictures.Zip(names));

        Assert.Equal(word, kind.Word);
        Assert.Contains(mime, kind.Mime, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Whole => new()
    {
        { FileKind.Jpeg, Pictures.Jpeg(Pictures.Jfif()) }, { FileKind.Png, Pictures.Png() }, { FileKind.Gif, Pictures.Gif() },
        { FileKind.Webp, Pictures.Webp(Pictures.RiffChunk("VP8 ", Pictures.Pixels)) },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Another_file_behind_a_picture_is_refused_and_other_bytes_are_only_marked(string mime, byte[] picture)
    {
        Assert.Equal(("image", mime), (FileKind.Of(picture).Word, FileKind.Of(picture).Mime));
        Assert.Equal(picture.Length, PictureEnd.Of(picture, mime));
        foreach (var tail in new[] { Pictures.Zip("a"), "%PDF-1.7"u8.ToArray(), "  <ScRipt>"u8.ToArray(), "x<!DOCTYPE html>"u8.ToArray(), [0x4D, 0x5A, 0x90] })
        {
            Assert.Equal("refused-two-in-one", FileKind.Of([.. picture, .. tail]).Word);
        }

        byte[] moving = [.. picture, 0, 0, 0, 0x20, .. "ftypmp42"u8];
        Assert.Equal("image", FileKind.Of(moving).Word);
        Assert.Equal(picture.Length, PictureEnd.Of(moving, mime));
    }

    [Fact]
    public void No_bytes_make_it_fail()
    {
        var random = new Random(20261118);
        foreach (var head in Whole.Select(row => (byte[])row[1]).Append(Pictures.Zip("a", "b")).Append("OggS"u8.ToArray()))
        {
            for (var i = 0; i < 2000; i++)
            {
                byte[] broken = [.. head];
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
                var kind = FileKind.Of(broken);
                _ = CleanCopy.Of(broken, kind.Mime);
            }
        }
    }
}
