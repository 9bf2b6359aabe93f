using System.Text;
using ChatHelper.Core.Diary;
using ChatHelper.Evidence;

namespace ChatHelper.Tests.Evidence;

public sealed class ListFileTests
{
    [Fact]
    public void Text_in_an_older_chinese_encoding_is_known_as_text_and_other_bytes_are_not()
    {
        var table = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("对方号码,通话时间\n19900001234,2026-11-18 15:20\n");

        Assert.Equal("text/plain; charset=gb18030", FileKind.Of(table)?.Mime);
        Assert.True(FileKind.Of(table)!.IsText);
        Assert.False(FileKind.Of([0xFE, 0xFF, 0xFF, 0xFF, 0xFF]).IsKept);
        Assert.False(FileKind.Of("a\0b"u8).IsKept);
        Assert.Null(LogFile.TextOf([]));
    }
}
