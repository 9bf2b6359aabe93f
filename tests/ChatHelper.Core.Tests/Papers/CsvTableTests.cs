using ChatHelper.Core.Papers;

namespace ChatHelper.Core.Tests.Papers;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+8619900000000", "'+8619900000000")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0")]
    [InlineData("＝1", "'＝1")]
    [InlineData("他说\"还钱\"", "他说\"\"还钱\"\"")]
    [InlineData("a,b\nc", "a,b\nc")]
    [InlineData("", "")]
    public void No_cell_calculates_and_every_cell_is_quoted(string cell, string written) =>
        Assert.Equal($"\uFEFF\"{written}\",\"x\"\r\n", CsvTable.Write([[cell, "x"]]));
}
