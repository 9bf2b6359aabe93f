using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Tests.Witness;

public sealed class WitnessCodeTests
{
    private const string Code = "ABCD2345EFGH6789";

    [Fact]
    public void A_code_holds_eighty_bits() => Assert.True(WitnessCode.Length * Math.Log2(WitnessCode.Alphabet.Distinct().Count()) >= 80);

    [Fact]
    public void No_sign_of_a_code_is_mistaken_for_another() => Assert.Empty(WitnessCode.Alphabet.Intersect("01OI"));

    [Fact]
    public void A_code_is_shown_in_fours() => Assert.Equal("ABCD-2345-EFGH-6789", WitnessCode.Grouped(Code));

    [Theory]
    [InlineData("ABCD-2345-EFGH-6789")]
    [InlineData("abcd 2345 efgh 6789")]
    [InlineData("  #ABCD2345EFGH6789\n")]
    [InlineData("ＡＢＣＤ－２３４５－ＥＦＧＨ－６７８９")]
    [InlineData("ａｂｃｄ２３４５efgh6789")]
    public void However_it_is_typed_it_is_the_same_code(string typed) => Assert.Equal(Code, WitnessCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCD-2345-EFGH-678")]
    [InlineData("ABCD-2345-EFGH-6789-2")]
    [InlineData("ABCD-2345-EFGH-678O")]
    [InlineData("\ud83d\u202e\0")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(WitnessCode.Read(typed));

    [Fact]
    public void A_long_text_is_no_code() => Assert.Null(WitnessCode.Read(new string('A', 100_000)));
}
