using System.Text;
using ChatHelper.Desk.Accounts;

namespace ChatHelper.Tests.Desk;

public sealed class TotpTests
{
    private static readonly byte[] s_key = "12345678901234567890"u8.ToArray();
    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

    // RFC 6238, appendix B, the rows of SHA-1.
    [Theory]
    [InlineData(59, 94287082)]
    [InlineData(1111111109, 7081804)]
    [InlineData(1111111111, 14050471)]
    [InlineData(1234567890, 89005924)]
    [InlineData(2000000000, 69279037)]
    [InlineData(20000000000, 65353130)]
    public void Codes_are_those_of_the_standard(long seconds, int code)
    {
        var step = Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, Totp.Truncated(s_key, step, 100_000_000));
        Assert.Equal($"{code % 1_000_000:D6}", Totp.Code(s_key, step));
    }

    [Fact]
    public void The_key_in_letters_is_that_of_the_standard() =>
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Secret(s_key));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_telephone_may_be_one_step_off(int ahead, bool taken)
    {
        var step = Totp.StepOf(s_now) + ahead;

        Assert.Equal(taken ? step : null, Totp.Step(s_key, Totp.Code(s_key, step), s_now, after: 0));
        Assert.Null(Totp.Step(s_key, Totp.Code(s_key, step), s_now, after: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("００００００")]
    [InlineData("\ud800")]
    public void What_is_no_code_is_not_taken(string typed) => Assert.Null(Totp.Step(s_key, typed, s_now, after: 0));

    [Fact]
    public void Squares_carry_name_key_and_issuer() =>
        Assert.Equal("otpauth://totp/ChatHelper:%E5%B0%8F%E7%A6%BE?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ChatHelper", Totp.Address("小禾", s_key));

    [Theory]
    [InlineData("password1234", false)]
    [InlineData("Password2026!", false)]
    [InlineData("qwertyuiop123", false)]
    [InlineData("1qaz2wsx3edc4rfv", false)]
    [InlineData("woaini5201314", false)]
    [InlineData("小禾小禾小禾小禾小禾小禾", false)]
    [InlineData("aaaaaaaaaaaaaaaaaa", false)]
    [InlineData("short1!", false)]
    [InlineData("hollow lantern 47 creek", true)]
    [InlineData("竹影上墙三更雨还有一盏灯亮着", true)]
    [InlineData("kX9#vTq2!mLw", true)]
    public void A_password_is_long_and_more_than_common_pieces(string password, bool taken) => Assert.Equal(taken, PasswordRule.Takes(password, "小禾"));

    [Fact]
    public void A_password_longer_than_any_is_not_taken() =>
        Assert.False(PasswordRule.Takes(string.Concat(Enumerable.Range(0, 50).Select(i => $"a{i}")).PadRight(PasswordRule.Longest + 1, 'z'), "x"));

    [Fact]
    public void Recovery_codes_differ_and_are_read_with_or_without_spaces()
    {
        var codes = RecoveryCodes.Fresh();

        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(RecoveryCodes.Plain(code), RecoveryCodes.Plain(code.ToLowerInvariant().Replace(' ', '-'))));
        Assert.All(codes, code => Assert.Equal(16, Encoding.UTF8.GetByteCount(RecoveryCodes.Plain(code))));
    }
}
