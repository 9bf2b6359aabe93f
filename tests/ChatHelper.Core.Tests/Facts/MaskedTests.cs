using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Facts;

public class MaskedTests
{
    [Theory]
    [InlineData("19900001234", "199****1234")]
    [InlineData("0551-00001111", "0551-******11")]
    [InlineData("021-00001111", "021-******11")]
    [InlineData("10698888123456", "106****3456")]
    [InlineData("95013", "95013")]
    [InlineData("95013*", "95013*")]
    [InlineData("HIDDEN", "HIDDEN")]
    [InlineData("", "")]
    public void A_phone_value_keeps_enough_to_recognise(string phone, string expected) =>
        Assert.Equal(expected, Masked.Phone(phone));

    [Theory]
    [InlineData("打199 0000 1234和19900005678", "打199****1234和199****5678")]
    [InlineData("19900001234 19900005678", "199****1234 199****5678")]
    [InlineData("座机0551 0000 1111", "座机0551-******11")]
    [InlineData("身份证110101199001011234", "身份证110****1234")]
    [InlineData("身份证11010119900101123X", "身份证110****123X")]
    [InlineData("卡号6222 0000 0000 0000 123", "卡号622****0123")]
    [InlineData("１９９００００１２３４", "199****1234")]
    [InlineData("0551-00001111 0551 00002222", "0551-******11 0551-******22")]
    [InlineData("(0551) 00001111", "(0551-******11")]
    [InlineData("199.0000.1234 199_0000_5678", "199****1234 199****5678")]
    [InlineData("2026-11-18 欠23000元 95013", "2026-11-18 欠23000元 95013")]
    [InlineData("\uD83D 19900001234 \u202E", "\uD83D 199****1234 \u202E")]
    public void Every_personal_number_in_a_text_is_masked(string text, string expected) =>
        Assert.Equal(expected, Masked.All(text));
}
