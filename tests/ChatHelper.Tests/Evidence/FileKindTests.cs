using System.Text;
using ChatHelper.Evidence;

namespace ChatHelper.Tests.Evidence;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("FFD8FFE000104A46", "image", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000", "image", "image/png")]
    [InlineData("52494646000000005745425056503820", "image", "image/webp")]
    [InlineData("255044462D312E37", "document", "application/pdf")]
    [InlineData("4F67675300020000", "voice", "audio/ogg")]
    [InlineData("2321414D520A3C", "voice", "audio/amr")]
    [InlineData("494433040000", "voice", "audio/mpeg")]
    [InlineData("FFFB9064", "voice", "audio/mpeg")]
    [InlineData("00000020667479704D344120", "voice", "audio/mp4")]
    [InlineData("000000206674797069736F6D", "video", "video/mp4")]
    [InlineData("E4BDA0E5A5BD0A", "document", "text/plain; charset=utf-8")]
    public void A_file_is_what_its_bytes_say(string hex, string word, string mime) =>
        Assert.Equal(new FileKind(word, mime), FileKind.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("4D5A90000300")] // a Windows program
    [InlineData("504B0304")] // zip
    [InlineData("7F454C46")] // a Linux program
    [InlineData("000000206674797068656963")] // heic
    [InlineData("52494646000000005741564520202020")] // wav
    [InlineData("C3286162")] // neither UTF-8 nor anything else
    public void Anything_else_is_not_kept(string hex) => Assert.Null(FileKind.Of(Convert.FromHexString(hex)));

    [Fact]
    public void A_text_with_a_nul_is_no_text() => Assert.Null(FileKind.Of(Encoding.UTF8.GetBytes("a\0b")));
}
