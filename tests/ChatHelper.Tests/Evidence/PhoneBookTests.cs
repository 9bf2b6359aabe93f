using System.Text;

namespace ChatHelper.Tests.Evidence;

public sealed class PhoneBookTests
{
    [Theory]
    [InlineData("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nEND:VCARD")]
    [InlineData("\uFEFF\r\nbegin:vcard\r\nversion:4.0")]
    [InlineData("姓名,手机\n小禾,19900000001")]
    [InlineData("\uFEFF\"姓\";\"名\";\"移动电话\"\r\n")]
    [InlineData("First Name,Last Name,E-mail 1 - Label,Phone 1 - Label,Phone 1 - Value\n")]
    [InlineData("First Name,Last Name,Home Phone 2,Mobile Phone")]
    public void Cards_and_tables_of_persons_are_phone_books(string text) => Assert.True(PhoneBooks.OfChina.Is(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("他们今天打给我妈，说要爆通讯录")]
    [InlineData("姓名,号码,通话时间,时长\n催收,19900000001,2026-11-17 21:03,35")]
    [InlineData("号码,次数\n19900000001,12")]
    [InlineData("名字里有电话的一句话")]
    public void Words_and_lists_of_calls_are_evidence_and_no_phone_books(string text) => Assert.False(PhoneBooks.OfChina.Is(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Cards_in_other_charsets_are_phone_books_too()
    {
        Assert.True(PhoneBooks.OfChina.Is(Encoding.Unicode.GetBytes("BEGIN:VCARD\r\nFN:小禾")));
        Assert.True(PhoneBooks.OfChina.Is([.. "BEGIN:VCARD\r\nFN:"u8, 0xC4, 0xCF, .. "\r\n"u8]));
    }
}
