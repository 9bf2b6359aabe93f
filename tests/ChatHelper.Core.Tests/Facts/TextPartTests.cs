using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Facts;

public sealed class TextPartTests
{
    [Theory]
    [InlineData("打来的是 199 0000 1234 。", "打来的是 199****1234 。", Hidden.Phone)]
    [InlineData("+8619900001234", "+861****1234", Hidden.Phone)]
    [InlineData("0551-63620011", "0551-******11", Hidden.Phone)]
    [InlineData("１９９００００１２３４", "199****1234", Hidden.Phone)]
    [InlineData("199\u200b0000\u200b1234", "199****1234", Hidden.Phone)]
    [InlineData("证号34011119900307888X", "证号340****888X", Hidden.Identity)]
    [InlineData("6222 0202 0011 2233 445", "622****3445", Hidden.Card)]
    [InlineData("QQ 12345678", "QQ 1****78", Hidden.Digits)]
    [InlineData("写给 a.person+x@mail.example.com。", "写给 a***@mail.example.com。", Hidden.Mail)]
    [InlineData("19900001234@mail.example", "1***@mail.example", Hidden.Mail)]
    public void What_names_a_person_is_masked(string text, string shown, Hidden kind)
    {
        var parts = TextPart.Of(text);

        Assert.Equal(shown, string.Concat(parts.Select(part => part.Shown)));
        Assert.Equal(text, string.Concat(parts.Select(part => part.Text)));
        Assert.Equal(kind, Assert.Single(parts, part => part.Kind != Hidden.Nothing).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-18 欠 300000 元，逾期 12 天")]
    [InlineData("@ a@ @b a@b 五点@")]
    [InlineData("打 110 或 12356")]
    public void What_names_nobody_stays(string text) =>
        Assert.Equal(text, string.Concat(TextPart.Of(text).Select(part => part.Kind == Hidden.Nothing ? part.Shown : "masked")));

    [Theory]
    [InlineData("\ud800@\udc00.\u202e199\u202e00001234")]
    [InlineData("@@@@....@@..@.")]
    [InlineData("a@b.c@d.e@f.g")]
    public void Odd_texts_come_back_whole(string text) => Assert.Equal(text, string.Concat(TextPart.Of(text).Select(part => part.Text)));

    [Fact]
    public void A_long_text_of_signs_of_mail_is_cut_quickly()
    {
        var text = string.Concat(Enumerable.Repeat("aaaaaaaa@", 10_000));

        Assert.Equal(text, string.Concat(TextPart.Of(text).Select(part => part.Text)));
    }
}
